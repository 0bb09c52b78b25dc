import type { Session, SessionStore } from '../state/session.ts';

/** Keeps the page's theme and language attributes in step with the session; "system" leaves the choice to the browser. */
export function followTheme(session: SessionStore, page: HTMLElement): void {
  const apply = ({ theme, language }: Session): void => {
    page.lang = language;
    if (theme === 'system') delete page.dataset['theme'];
    else page.dataset['theme'] = theme;
  };
  apply(session.getState());
  session.subscribe(apply);
}
