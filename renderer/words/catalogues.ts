import type { Catalogue } from '../../core/contract/phrases/time-words.ts';
import de from '../../resources/messages/de.json';
import en from '../../resources/messages/en.json';
import panelsDe from '../../resources/messages/panels.de.json';
import panelsEn from '../../resources/messages/panels.en.json';
import printDe from '../../resources/messages/print.de.json';
import printEn from '../../resources/messages/print.en.json';
import screenDe from '../../resources/messages/screen.de.json';
import screenEn from '../../resources/messages/screen.en.json';
import type { Language } from '../state/session.ts';

/** Keys of the screen's own words; what the whole product says is reached through phrases. */
export type UiKey = keyof typeof screenEn | keyof typeof panelsEn | keyof typeof printEn;

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en: { ...en, ...screenEn, ...panelsEn, ...printEn },
  de: { ...de, ...screenDe, ...panelsDe, ...printDe },
};
