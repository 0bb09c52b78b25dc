import { parseSync } from 'vite';

/** How a test in a file calls itself. */
export interface TestTitle {
  /** As it is written; `${}` stands for what a template literal puts in. */
  readonly text: string;
  /** What it comes to with what `each` or the literal puts in; null where it has no word of its own. */
  readonly filled: RegExp | null;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const RUNNERS: ReadonlySet<string> = new Set(['it', 'test']);
const GROUPS: ReadonlySet<string> = new Set(['describe', 'suite']);
/** What may stand behind a runner so that the test still runs for everybody. */
const RUNNING: ReadonlySet<string> = new Set([
  'each',
  'for',
  'concurrent',
  'sequential',
  'describe',
  'serial',
  'parallel',
]);

/** The titles of the tests in the file that run: not those that are skipped, still to be written or expected to fail. */
export function titlesIn(path: string, text: string): readonly TestTitle[] {
  const found: TestTitle[] = [];
  visit(parseSync(path, text).program, found);
  return found;
}

function visit(value: unknown, found: TestTitle[]): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, found);
    return;
  }
  if (!isNode(value)) return;
  const chain = value.type === 'CallExpression' ? chainOf(value['callee']) : null;
  if (chain !== null) {
    const [first = '', ...more] = chain;
    const isTold = RUNNERS.has(first) || GROUPS.has(first);
    // What is skipped is skipped with all that lies in it.
    if (isTold && !more.every((name) => RUNNING.has(name))) return;
    const [title, ...rest] = listOf(value['arguments']);
    const hasBody = rest.some((one) => one.type === 'ArrowFunctionExpression' || one.type === 'FunctionExpression');
    if (RUNNERS.has(first) && !more.includes('describe') && title !== undefined && hasBody) {
      const isEach = more.includes('each') || more.includes('for');
      const told = titleOf(title, isEach);
      if (told !== null) found.push(told);
    }
  }
  for (const child of Object.values(value)) if (typeof child === 'object') visit(child, found);
}

/** `it.each(table)` as it, each; null for what is called in another way. */
function chainOf(callee: unknown): readonly string[] | null {
  if (!isNode(callee)) return null;
  if (callee.type === 'Identifier') return [String(callee['name'])];
  if (callee.type === 'CallExpression') return chainOf(callee['callee']);
  if (callee.type === 'TaggedTemplateExpression') return chainOf(callee['tag']);
  if (callee.type !== 'MemberExpression' || !isNode(callee['property'])) return null;
  const object = chainOf(callee['object']);
  return object === null ? null : [...object, String(callee['property']['name'])];
}

function titleOf(title: Node, isEach: boolean): TestTitle | null {
  if (title.type === 'Literal' && typeof title['value'] === 'string') return toldBy([title['value']], isEach);
  if (title.type !== 'TemplateLiteral') return null;
  const parts = listOf(title['quasis']).map((quasi) => cooked(quasi['value']));
  return toldBy(parts, isEach);
}

function cooked(value: unknown): string {
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
}

/** What `each` fills in: printf words, and `$name` with its path. */
const FILLED = /%[sdifjoOpc#$]|\$[A-Za-z_][\w.]*/u;

function toldBy(parts: readonly string[], isEach: boolean): TestTitle {
  const own = isEach ? parts.flatMap((part) => part.split(FILLED)) : parts;
  const text = parts.join('${}');
  const hasWords = own.some((part) => /\p{L}{2}/u.test(part));
  const pattern = own.map((part) => escaped(isEach ? part.replaceAll('%%', '%') : part)).join('.+');
  return { text, filled: own.length > 1 && hasWords ? new RegExp(`^${pattern}$`, 'u') : null };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
