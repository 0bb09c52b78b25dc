/** The few sentences the shell says itself, before or without the console. */
export interface Words {
  readonly cannotOpen: string;
  readonly unexpected: string;
  readonly dataIn: string;
  readonly backups: string;
  readonly noBackups: string;
  readonly howToRestore: string;
  readonly showFolder: string;
  readonly quit: string;
  readonly reload: string;
  readonly pageGone: string;
  readonly pageGoneDetail: string;
  readonly file: string;
  readonly view: string;
}

const english: Words = {
  cannotOpen: 'Laneway cannot open its data.',
  unexpected: 'Something unexpected happened. Nothing that was confirmed is lost.',
  dataIn: 'The data is in',
  backups: 'Backups, newest first:',
  noBackups: 'There are no backups yet.',
  howToRestore: 'To go back to the newest one, run:',
  showFolder: 'Show the data folder',
  quit: 'Quit',
  reload: 'Reload',
  pageGone: 'The window stopped working.',
  pageGoneDetail: 'Everything you confirmed is saved. Reloading brings the window back.',
  file: 'File',
  view: 'View',
};

const german: Words = {
  cannotOpen: 'Laneway kann seine Daten nicht öffnen.',
  unexpected: 'Etwas Unerwartetes ist passiert. Alles Bestätigte ist gespeichert.',
  dataIn: 'Die Daten liegen in',
  backups: 'Sicherungen, die neueste zuerst:',
  noBackups: 'Es gibt noch keine Sicherungen.',
  howToRestore: 'So kehren Sie zur neuesten zurück:',
  showFolder: 'Datenordner zeigen',
  quit: 'Beenden',
  reload: 'Neu laden',
  pageGone: 'Das Fenster reagiert nicht mehr.',
  pageGoneDetail: 'Alles Bestätigte ist gespeichert. Nach dem Neuladen ist das Fenster wieder da.',
  file: 'Datei',
  view: 'Ansicht',
};

/** The words for a locale such as `de-AT`. */
export function wordsFor(locale: string): Words {
  return locale.toLowerCase().startsWith('de') ? german : english;
}
