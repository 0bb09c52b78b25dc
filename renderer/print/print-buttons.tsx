import { FileDown, Printer } from 'lucide-react';
import { Button } from '../design/button.tsx';
import { useWords } from '../state/use-console.ts';
import styles from './print.module.css';

interface PrintButtonsProps {
  readonly sheets: number;
  readonly pages: number;
  readonly disabled: boolean;
  /** Missing where the print dialog itself makes PDFs. */
  readonly onSave: (() => void) | undefined;
}

/** How much it will be, and the two ways out. */
export function PrintButtons({ sheets, pages, disabled, onSave }: PrintButtonsProps) {
  const words = useWords();
  return (
    <div className={styles['buttons']}>
      <p role="status" className={styles['count']}>
        {pages === 0 ? '' : words.ui('ui.printing.count', { sheets, pages })}
      </p>
      <Button type="submit" look="primary" disabled={disabled}>
        <Printer size={16} strokeWidth={1.5} /> {words.ui('ui.printing.print')}
      </Button>
      {onSave === undefined ? (
        <p className={styles['hint']}>{words.ui('ui.printing.browser')}</p>
      ) : (
        <Button disabled={disabled} onClick={onSave}>
          <FileDown size={16} strokeWidth={1.5} /> {words.ui('ui.printing.savePdf')}
        </Button>
      )}
    </div>
  );
}
