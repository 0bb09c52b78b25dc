import { useState, type FormEvent } from 'react';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import type { Question } from '../../state/surfaces.ts';
import { useWords } from '../../state/use-console.ts';
import { TextField } from '../shared/field.tsx';
import form from '../shared/field.module.css';
import panel from '../shared/panel.module.css';
import { Reasons } from '../shared/verdict.tsx';

/** Cautions are read before they are accepted; the reason goes to the history with the person's name. */
export function CautionDialog({ question }: { readonly question: Question }) {
  const words = useWords();
  const [why, setWhy] = useState('');
  const accept = (event: FormEvent): void => {
    event.preventDefault();
    question.answer(why.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : question.answer(null))}
      title={words.ui('ui.caution.title', { title: question.title })}
      width={480}
    >
      <form className={form['stack']} onSubmit={accept}>
        <Reasons reasons={question.reasons} />
        <TextField
          label={words.ui('ui.caution.why')}
          hint={words.ui('ui.caution.optional')}
          value={why}
          maxLength={500}
          onChange={setWhy}
        />
        <p className={panel['dim']}>{words.ui('ui.caution.kept')}</p>
        <div className={form['end']}>
          <Button onClick={() => question.answer(null)}>{words.ui('ui.move.leave')}</Button>
          <Button look="primary" type="submit">
            {words.ui('ui.caution.accept')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
