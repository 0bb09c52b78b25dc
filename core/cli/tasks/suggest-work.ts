import { excludedPhrase } from '../../contract/phrases/name-phrases.ts';
import { shortFact } from '../../contract/phrases/fact-phrase.ts';
import { phrase, type Phrase } from '../../contract/phrases/phrase.ts';
import type { Reply } from '../../contract/refusal.ts';
import type { SearchHit } from '../../contract/views/search-view.ts';
import type { SetupView } from '../../contract/views/setup-view.ts';
import type { SuggestionAnswer } from '../../contract/views/suggestion-view.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import { isId } from '../../kernel/id.ts';
import type { SuggestWorkTask } from '../board-words.ts';
import type { ExitCode } from '../exit-codes.ts';
import { table } from '../show.ts';
import type { TaskTools } from './tools.ts';

const DAYS = 14;

/** The best slots for a work order, with what speaks for and against each, and why the others are not offered. */
export async function suggestWork({ target, tell, around }: TaskTools, task: SuggestWorkTask): Promise<ExitCode> {
  const found = await workOrderId(target, task.workOrder);
  if (!found.ok) return tell.reply(found);
  if (found.value === undefined) return tell.refused(`There is no work order ${task.workOrder}.`);
  const input = {
    work: { workOrderId: found.value },
    count: task.top,
    from: null,
    days: DAYS,
    duration: null,
    within: null,
    othersMove: true,
  };
  const reply = (await target.call('query', 'suggestSlots', input)) as Reply<SuggestionAnswer>;
  if (!reply.ok) return tell.reply(reply);
  const zone = await zoneOf(target);
  return tell.reply(reply, () => answerText(reply.value, (one) => around.words(one, zone)));
}

async function workOrderId(target: TaskTools['target'], text: string): Promise<Reply<string | undefined>> {
  if (isId(text)) return { ok: true, value: text };
  const input = { text, kinds: ['workOrder'], limit: 20 };
  const hits = (await target.call('query', 'search', input)) as Reply<readonly SearchHit[]>;
  if (!hits.ok) return hits;
  return { ok: true, value: hits.value.find((hit) => hit.kind === 'workOrder' && String(hit.number) === text)?.id };
}

/** Where there are several locations their clocks may differ, so that times are said in UTC. */
async function zoneOf(target: TaskTools['target']): Promise<ZoneId | undefined> {
  const setup = (await target.call('query', 'setup', {})) as Reply<SetupView>;
  const zones = new Set(setup.ok ? setup.value.locations.map((one) => one.zone) : []);
  return zones.size === 1 ? [...zones][0] : undefined;
}

type Words = (phrase: Phrase) => string;

function answerText({ suggestions, excluded }: SuggestionAnswer, words: Words): string {
  const time = (at: Instant): string => words(phrase('time.at', { at: { moment: at } }));
  const slots = suggestions.map(({ start, end, technician, bay, score, confidence, parts, facts, moves }) => ({
    start: time(start),
    end: time(end),
    technician: technician?.name ?? null,
    bay: bay?.name ?? null,
    score,
    confidence,
    parts,
    because: facts.map((fact) => words(shortFact(fact))).join(', '),
    ...(moves === undefined
      ? {}
      : { 'move first': moves.map(({ title, to }) => `${title} to ${time(to)}`).join('; ') }),
  }));
  const others = excluded.map(({ kind, name, because }) => ({
    'not offered': name,
    kind,
    because: words(excludedPhrase(because)),
  }));
  return [
    slots.length === 0 ? `No slot fits within ${DAYS} days.` : table(slots).join('\n'),
    ...(others.length === 0 ? [] : [table(others).join('\n')]),
  ].join('\n\n');
}
