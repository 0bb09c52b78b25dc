import type { JobSheet } from '../../core/contract/views/sheet-view.ts';
import { aboutLine, dayLine, footLine, fullDate, type Press } from './sheet-words.ts';
import styles from './sheet.module.css';

/** Letters that fit beside the date in the large size. */
const LONG_NAME = 34;

/** Whose sheet and which day: at the top of every page. */
export function SheetHead({
  sheet,
  press,
  continued,
}: {
  readonly sheet: JobSheet;
  readonly press: Press;
  readonly continued: boolean;
}) {
  const { words, sheets } = press;
  return (
    <header className={styles['head']}>
      <div>
        <h1 data-long={sheet.name.length > LONG_NAME ? '' : undefined}>
          {sheet.name}
          {continued ? <small>{words.ui('ui.sheet.continued')}</small> : null}
        </h1>
        <strong>{fullDate(words, sheets.date)}</strong>
      </div>
      <div>
        <span>{aboutLine(press, sheet)}</span>
        <span>{dayLine(press, sheet)}</span>
      </div>
    </header>
  );
}

/** The page's age and place: at the bottom of every page. */
export function SheetFoot({
  press,
  page,
  pages,
}: {
  readonly press: Press;
  readonly page: number;
  readonly pages: number;
}) {
  return (
    <footer className={styles['foot']}>
      <span>{footLine(press)}</span>
      <b>{press.words.ui('ui.sheet.page', { page, pages })}</b>
    </footer>
  );
}
