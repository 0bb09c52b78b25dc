import { useEffect, useState } from 'react';
import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import { Button } from '../design/button.tsx';
import { DragCardLayer, RefusalPopover } from '../drag/index.ts';
import { useConsole, useDate, useLocation, usePart, useQuery, useSession, useWords } from '../state/use-console.ts';
import { BoardGrid } from './board-grid.tsx';
import styles from './frame.module.css';
import { boardKeeper } from './layout/board-keeper.ts';
import { makeTexts, NOTE_FONT, TITLE_FONT, type Texts } from './texts.ts';

/** Text is measured again once the real fonts are there. */
function useTexts(): Texts {
  const [texts, setTexts] = useState(makeTexts);
  useEffect(() => {
    let live = true;
    void Promise.all([document.fonts.load(TITLE_FONT), document.fonts.load(NOTE_FONT)]).then(() => {
      if (live) setTexts(makeTexts());
    });
    return () => {
      live = false;
    };
  }, []);
  return texts;
}

/** The day of one location as lanes. The last board stays in sight while the next one is on its way. */
export function Board() {
  const { clock, pending, cache } = useConsole();
  const words = useWords();
  const location = useLocation();
  const date = useDate();
  const days = useSession((session) => session.days);
  const texts = useTexts();
  const query = useQuery('boardForRange', location === undefined ? null : { locationId: location.id, date, days });
  const changes = usePart(
    () => pending,
    (state) => state.changes,
  );
  const [keep] = useState(boardKeeper);
  const view = query.value;
  useEffect(() => {
    if (view !== undefined) clock.hear(view.now);
  }, [view, clock]);
  useEffect(() => {
    if (view !== undefined && changes.size > 0) pending.settle(view.sequence);
  }, [view, changes, pending]);

  const { data, late } = keep(view, changes);
  const shown = late && query.status === 'error' ? null : data;
  if (shown === null && query.error !== undefined)
    return (
      <div className={styles['message']} role="alert">
        <h2>{words.ui('ui.state.failed')}</h2>
        <p>{words.say(errorPhrase(query.error))}</p>
        <Button onClick={() => cache.refresh()}>{words.ui('ui.state.again')}</Button>
      </div>
    );
  if (shown === null)
    return (
      <div className={styles['message']} aria-busy="true">
        <p>{words.ui('ui.state.loading')}</p>
      </div>
    );
  if (shown.lanes.length === 0)
    return (
      <div className={styles['message']}>
        <h2>{words.ui('ui.state.noLanes.title')}</h2>
        <p>{words.ui('ui.state.noLanes.text', { location: shown.view.location.name })}</p>
      </div>
    );
  return (
    <div className={styles['frame']} aria-busy={late}>
      <BoardGrid data={shown} texts={texts} />
      {late ? <div className={styles['busy']} /> : null}
      <DragCardLayer />
      <RefusalPopover />
    </div>
  );
}
