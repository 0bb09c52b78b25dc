import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LocationId } from '../../core/domain/organization/location.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Language = 'en' | 'de';
export type Step = 5 | 15 | 30 | 60;
export type LaneHeight = 'fit' | 28 | 36 | 44 | 56;
export type BoardDays = 1 | 3 | 7;

export const STEPS: readonly Step[] = [5, 15, 30, 60];
export const LANE_HEIGHTS: readonly Exclude<LaneHeight, 'fit'>[] = [28, 36, 44, 56];

/** What this person looks at and how. Kept on this machine; nothing of it is in the organization's data. */
export interface Session {
  /** Null until the setup has been read; then the first location unless one was kept. */
  readonly locationId: LocationId | null;
  /** Null means today, also after midnight. */
  readonly date: LocalDate | null;
  readonly days: BoardDays;
  readonly theme: Theme;
  readonly language: Language;
  readonly step: Step;
  readonly laneHeight: LaneHeight;
  /** Pixels for one hour; `fit` shows the working day in the window. */
  readonly hourWidth: number | 'fit';
  readonly detailsOpen: boolean;
}

/** Only what should survive closing the console; the date does not, because a new morning starts with today. */
type Kept = Omit<Session, 'date'>;

const KEY = 'laneway.session.1';

const DEFAULTS: Session = {
  locationId: null,
  date: null,
  days: 1,
  theme: 'system',
  language: 'en',
  step: 15,
  laneHeight: 'fit',
  hourWidth: 'fit',
  detailsOpen: true,
};

export type SessionStore = StoreApi<Session>;

/** `browserLanguages` decide only when nothing was kept. */
export function sessionStore(storage: Storage, browserLanguages: readonly string[]): SessionStore {
  const language: Language = browserLanguages[0]?.startsWith('de') === true ? 'de' : 'en';
  const store = createStore<Session>(() => ({ ...DEFAULTS, language, ...kept(storage) }));
  store.subscribe((session) => {
    const { date: _date, ...rest } = session;
    try {
      storage.setItem(KEY, JSON.stringify(rest satisfies Kept));
    } catch {
      // A full or forbidden storage costs the settings, never the work.
    }
  });
  return store;
}

function kept(storage: Storage): Partial<Kept> {
  try {
    const text = storage.getItem(KEY);
    const value: unknown = text === null ? null : JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
