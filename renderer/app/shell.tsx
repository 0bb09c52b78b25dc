import { Board } from '../boards/index.ts';
import { CallForm, Details, Dialogs, Palette, Tray } from '../panels/index.ts';
import { PrintDialog } from '../print/index.ts';
import { useSession, useSetup, useWords } from '../state/use-console.ts';
import { Boundary } from './boundary.tsx';
import { Foot } from './foot.tsx';
import { LiveRegion } from './live-region.tsx';
import { ScreenState } from './screen-state.tsx';
import styles from './shell.module.css';
import { Toasts } from './toasts.tsx';
import { ToolBar } from './tool-bar.tsx';

/** Bar, tray, board, details, footer. The board never gives up width to a dialog; details can be folded. */
export function Shell() {
  const words = useWords();
  const detailsOpen = useSession((session) => session.detailsOpen);
  const ready = useSetup().value !== undefined;
  return (
    <div className={styles['shell']}>
      <header className={styles['bar']} aria-label={words.ui('ui.region.bar')}>
        <ToolBar />
      </header>
      <aside className={styles['tray']} aria-label={words.ui('ui.region.tray')}>
        <Boundary>{ready ? <Tray /> : null}</Boundary>
      </aside>
      <main className={styles['board']} aria-label={words.ui('ui.region.board')}>
        <Boundary>
          <ScreenState>
            <Board />
          </ScreenState>
        </Boundary>
      </main>
      {detailsOpen ? (
        <aside className={styles['side']} aria-label={words.ui('ui.region.details')}>
          <Boundary>{ready ? <Details /> : null}</Boundary>
        </aside>
      ) : null}
      <footer className={styles['foot']} aria-label={words.ui('ui.region.foot')}>
        <Foot />
      </footer>
      <Boundary>
        <Palette />
        <CallForm />
        <PrintDialog />
        <Dialogs />
      </Boundary>
      <Toasts />
      <LiveRegion />
    </div>
  );
}
