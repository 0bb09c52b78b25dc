/** What the files of one room may import. Files of the room itself are always allowed. */
export interface Article {
  /** The room: a folder with its final slash, or one file. The first article that fits a file is the one that counts. */
  readonly room: RegExp;
  readonly files: readonly RegExp[];
  /** Package names; `node:` stands for Node's own modules. */
  readonly packages: readonly string[];
  /** True for rooms whose files are not one room with each other: only `files` counts. */
  readonly alone?: boolean;
}

const kernel = /^core\/kernel\//;
const domain = /^core\/domain\//;
const planning = /^core\/planning\//;
const contract = /^core\/contract\//;
const ports = /^core\/application\/ports\//;
const compose = /^core\/compose(-work)?\.ts$/;
const catalogues = /^resources\//;
const pure = [kernel, domain, contract];

/** The folders of the domain, from left to right: each may import those before it. */
export const DOMAIN_ORDER = [
  'time',
  'organization',
  'resources',
  'parts',
  'work',
  'series',
  'board',
  'rules',
  'policy',
  'ops',
] as const;

const domainArticles: readonly Article[] = DOMAIN_ORDER.map((folder, index) => ({
  room: new RegExp(`^core/domain/${folder}/`),
  files: [kernel, ...DOMAIN_ORDER.slice(0, index).map((left) => new RegExp(`^core/domain/${left}/`))],
  packages: folder === 'series' ? ['rrule'] : [],
}));

const adapter = (room: string, packages: readonly string[], more: readonly RegExp[] = []): Article => ({
  room: new RegExp(`^core/${room}/`),
  files: [...pure, ports, ...more],
  packages: ['node:', ...packages],
});

const host = (room: string, packages: readonly string[], more: readonly RegExp[] = []): Article => ({
  room: new RegExp(`^core/${room}/`),
  files: [...pure, ...more],
  packages: ['node:', ...packages],
});

const SCREEN = [
  'react',
  'react-dom',
  'zustand',
  'radix-ui',
  'lucide-react',
  '@tanstack/react-virtual',
  '@fontsource-variable/inter',
];
const VIEWS = ['boards', 'calendar', 'panels', 'reports'];
const RENDERER_SHARED = ['bridge', 'state', 'intents', 'drag', 'design', 'print', 'words'];
const rendererShared = RENDERER_SHARED.map((folder) => new RegExp(`^renderer/${folder}/`));

/** The import law of ARCHITECTURE.md, article by article. */
export const LAW: readonly Article[] = [
  // Entry files of hosts know the composition root and their own room.
  {
    room: /^core\/(server|cli|workers)\/main\.ts$/,
    files: [...pure, compose, /^core\/(server|cli|workers)\//],
    packages: ['node:'],
  },
  {
    room: /^electron\/main\/main\.ts$/,
    files: [...pure, compose, /^electron\/(main|ipc)\//],
    packages: ['node:', 'electron'],
  },

  { room: kernel, files: [], packages: [] },
  ...domainArticles,
  { room: planning, files: [kernel, domain], packages: [] },
  { room: contract, files: [kernel, domain], packages: ['zod'] },
  { room: /^core\/application\//, files: [kernel, domain, planning, contract], packages: [] },
  adapter('store', ['kysely', 'better-sqlite3', 'pg']),
  adapter('calendar', ['ical.js', '@googleapis/calendar', 'google-auth-library']),
  adapter('messages', ['nodemailer']),
  adapter('events', []),
  adapter('connectors', []),
  adapter('sync', ['ws']),
  adapter('workers', ['highs'], [planning]),
  host('server', ['ws', 'zod']),
  host('cli', ['ws', 'zod']),
  host('sample', [], [catalogues]),
  { room: /^core\/compose(-work)?(\.ts$|\/)/, files: [/^core\//, catalogues, /^package\.json$/], packages: ['node:'] },

  { room: /^electron\/launch\//, files: [], packages: ['node:', 'vite', '@electron/asar', '@electron/fuses'] },
  { room: /^electron\/ipc\//, files: pure, packages: ['node:', 'electron'] },
  { room: /^electron\/main\//, files: [...pure, /^electron\/ipc\//], packages: ['node:', 'electron'] },
  { room: /^electron\/preload\//, files: [...pure, /^electron\/ipc\//], packages: ['electron'] },

  // Views stand beside each other and share what is below them.
  ...VIEWS.map((view) => ({
    room: new RegExp(`^renderer/${view}/`),
    files: [...pure, catalogues, ...rendererShared],
    packages: SCREEN,
  })),
  { room: /^renderer\//, files: [...pure, catalogues, /^renderer\//], packages: SCREEN },

  { room: /^resources\//, files: [], packages: [] },
];
