import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLE_PERMISSIONS } from '../../core/contract/permission.ts';
import { commands, type CommandName } from '../../core/contract/commands/index.ts';
import { runs, type RunName } from '../../core/contract/runs.ts';
import { alertPhrase } from '../../core/contract/phrases/alert-phrase.ts';
import { factPhrase, shortFact } from '../../core/contract/phrases/fact-phrase.ts';
import {
  cancelCausePhrase,
  commandDonePhrase,
  commandPhrase,
  entityPhrase,
  excludedPhrase,
  feeStatusPhrase,
  hostPhrase,
  kindPhrase,
  permissionPhrase,
  priorityPhrase,
  redoPhrase,
  runPhrase,
  statusPhrase,
  tierPhrase,
  undoPhrase,
  waitlistPhrase,
} from '../../core/contract/phrases/name-phrases.ts';
import type { Param, Phrase } from '../../core/contract/phrases/phrase.ts';
import {
  freedomPhrase,
  leftOutPhrase,
  proofPhrase,
  remedyPhrase,
  warningPhrase,
} from '../../core/contract/phrases/plan-phrase.ts';
import { reasonPhrase, shortReason } from '../../core/contract/phrases/reason-phrase.ts';
import { reportDefinitionPhrase, reportPhrase } from '../../core/contract/phrases/report-phrase.ts';
import { faultPhrase, refusalPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import { REPORT_NAMES, REPORTS } from '../../core/contract/reports.ts';
import { trapPhrase } from '../../core/contract/phrases/trap-phrase.ts';
import { say, type Catalogue, type Setting } from '../../core/contract/say.ts';
import type { EntityName } from '../../core/domain/ops/op.ts';
import { zonesFrom, type ZoneId } from '../../core/domain/time/zones.ts';
import { nextStatuses } from '../../core/domain/work/status-machine.ts';
import de from '../../resources/messages/de.json' with { type: 'json' };
import en from '../../resources/messages/en.json' with { type: 'json' };
import table from '../../resources/zones/zones.json' with { type: 'json' };
import { ALERT_REASONS } from './alert-reasons.ts';
import { TRAPS } from './traps.ts';
import { PROOFS, REMEDIES, WARNINGS } from './plans.ts';
import { FACTS, NINE, REASONS } from './reasons.ts';
import { FAULTS, REFUSALS } from './refusals.ts';

const LANGUAGES: readonly (readonly [string, Catalogue])[] = [
  ['English', en],
  ['German', de],
];
const OSLO: Setting = { zones: zonesFrom(table), zone: 'Europe/Oslo' as ZoneId, now: NINE };
const entities: { readonly [E in EntityName]: true } = {
  organization: true,
  location: true,
  resource: true,
  absence: true,
  customer: true,
  unit: true,
  appointmentKind: true,
  serviceType: true,
  part: true,
  stock: true,
  reservation: true,
  workOrder: true,
  appointment: true,
  user: true,
  scheduleRule: true,
  series: true,
  waitlistEntry: true,
  fee: true,
  alert: true,
  exposure: true,
  slotInstance: true,
};

const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '').toSorted();
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** The phrase and every phrase inside it. */
function flat(phrase: Phrase): readonly Phrase[] {
  const inner = (param: Param): readonly Phrase[] => {
    if (typeof param !== 'object') return [];
    if ('phrase' in param) return flat(param.phrase);
    if ('list' in param) return param.list.flatMap(flat);
    return 'sentences' in param ? param.sentences.flatMap(flat) : [];
  };
  return [phrase, ...Object.values(phrase.params).flatMap(inner)];
}

const names = Object.keys(commands) as CommandName[];
const step = { name: 'moveAppointment', subject: 'Gearbox noise' } as const;
const statuses = ['requested', 'held', 'confirmed', 'in-progress', 'completed', 'cancelled', 'no-show'] as const;
const EVERY: readonly Phrase[] = [
  ...Object.values(REASONS)
    .flat()
    .flatMap((reason) => [reasonPhrase(reason), shortReason(reason)]),
  ...Object.values(FACTS).flatMap((fact) => [factPhrase(fact), shortFact(fact)]),
  ...Object.values(REFUSALS).map(refusalPhrase),
  ...ALERT_REASONS.map(alertPhrase),
  refusalPhrase({ kind: 'invalid-input', problems: [{ field: '', reason: 'must be an object' }] }),
  refusalPhrase({ kind: 'not-undoable', command: 'not a command' }),
  ...Object.values(FAULTS).map(faultPhrase),
  ...names.flatMap((name) => [commandPhrase(name), commandDonePhrase(name)]),
  ...statuses.map(statusPhrase),
  ...(['due', 'paid', 'waived', 'refunded'] as const).map(feeStatusPhrase),
  ...(['maintenance', 'diagnostic', 'repair', 'emergency'] as const).map(kindPhrase),
  ...(['standard', 'premium', 'fleet'] as const).map(tierPhrase),
  ...(['low', 'normal', 'high', 'urgent'] as const).map(priorityPhrase),
  ...(['electron', 'browser', 'cli', 'server', 'sample', 'test'] as const).map(hostPhrase),
  ...(Object.keys(entities) as EntityName[]).map(entityPhrase),
  ...Object.values(ROLE_PERMISSIONS).flat().map(permissionPhrase),
  ...(['outranked', 'no-free-time'] as const).map(excludedPhrase),
  ...(['outranked', 'no-free-time'] as const).map(leftOutPhrase),
  ...Object.values(REMEDIES).map(remedyPhrase),
  ...PROOFS.map(proofPhrase),
  ...(['same-technician', 'same-start', 'other-time', 'others-move', 'back-to-tray'] as const).map(freedomPhrase),
  ...(['gap-filled', 'pulled-forward'] as const).map(freedomPhrase),
  ...Object.values(WARNINGS).map(warningPhrase),
  ...(['waiting', 'offered', 'booked', 'withdrawn'] as const).map(waitlistPhrase),
  ...(['displaced', 'offer-declined', 'offer-expired', 'part-missed'] as const).map(cancelCausePhrase),
  ...(Object.keys(runs) as RunName[]).map(runPhrase),
  ...REPORT_NAMES.flatMap((name) => [reportPhrase(name), reportDefinitionPhrase(name)]),
  ...Object.values(TRAPS).flat().map(trapPhrase),
  undoPhrase(step),
  redoPhrase(step),
];

describe('the message catalogues', () => {
  it('have the same keys and parameters in every language', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(en as Catalogue)) {
      expect([key, unique(holes((de as Catalogue)[key] ?? ''))]).toEqual([key, unique(holes(text))]);
    }
  });

  it('come in pairs, the screen’s own ones too', () => {
    const folder = path.resolve(import.meta.dirname, '..', '..', 'resources', 'messages');
    const read = (name: string): Catalogue => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Catalogue;
    for (const name of readdirSync(folder).filter((one) => one.endsWith('en.json'))) {
      const [first, second] = [read(name), read(name.replace(/en\.json$/, 'de.json'))];
      const shape = (catalogue: Catalogue) =>
        Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, unique(holes(text))]));
      expect(shape(second)).toEqual(shape(first));
    }
  });

  it('never leave a template empty', () => {
    for (const [, catalogue] of LANGUAGES)
      for (const [key, text] of Object.entries(catalogue)) expect([key, text.trim() !== '']).toEqual([key, true]);
  });

  it('hold no key of the core that nothing says', () => {
    const said = new Set(EVERY.flatMap(flat).map((phrase) => phrase.key));
    const kept = /^(ui|time|number|list)\.|^refusal\.blocked\.choose$/;
    expect(Object.keys(en).filter((key) => !said.has(key) && !kept.test(key))).toEqual([]);
  });

  it.each(LANGUAGES)('have words in %s for every reason, fact, refusal, fault and name', (_name, catalogue) => {
    for (const one of EVERY.flatMap(flat)) {
      expect(Object.keys(catalogue)).toContain(one.key);
      const text = say(catalogue, one, OSLO);
      expect([one.key, text !== '']).toEqual([one.key, true]);
      expect(`${one.key}: ${text}`).not.toMatch(/: .*(?:[{}]|undefined|NaN|\[object)/);
    }
  });

  it('know every status the status machine knows', () => {
    expect(
      unique(statuses.flatMap(nextStatuses)).every((status) => (statuses as readonly string[]).includes(status)),
    ).toBe(true);
  });
});

describe('the words', () => {
  const english = (phrase: Phrase): string => say(en, phrase, OSLO);

  it('say a reason short and plain', () => {
    const [missing] = REASONS['skills.missing'];
    const [taken] = REASONS['bay-free.double-use'];
    const [off] = REASONS['on-shift.after-shift'];
    const [full] = REASONS['daily-maximum.reached'];
    if (missing === undefined || taken === undefined || off === undefined || full === undefined)
      throw new Error('none');
    expect(english(reasonPhrase(missing))).toBe('Mike Johnson has no Engine skill.');
    expect(english(shortReason(missing))).toBe('no Engine skill');
    expect(english(reasonPhrase(taken))).toBe('Bay 3 is taken by Gearbox noise until 13:30.');
    expect(english(shortReason(off))).toBe('off from 13:30');
    expect(english(shortReason(full))).toBe('6 of 6 jobs booked');
    expect(say(de, reasonPhrase(taken), OSLO)).toBe('Bay 3 ist bis 13:30 durch Gearbox noise belegt.');
  });

  it('say what to do next in a refusal', () => {
    expect(english(refusalPhrase(REFUSALS['invalid-input']))).toBe(
      'end must be after the start. Correct it and try again.',
    );
    expect(english(refusalPhrase(REFUSALS.blocked))).toBe(
      'Mike Johnson must not do this work. Mike Johnson has no Engine skill. Choose another time, technician or bay.',
    );
  });

  it('define each report in English as its answer does', () => {
    for (const name of REPORT_NAMES)
      expect([name, english(reportDefinitionPhrase(name))]).toEqual([name, REPORTS[name].definition]);
  });

  it('choose between one and many', () => {
    expect(english(refusalPhrase({ ...REFUSALS['in-use'], by: 1 }))).toContain('used by 1 appointment. Move it first.');
    expect(english(refusalPhrase(REFUSALS['in-use']))).toContain('used by 2 appointments. Move them first.');
  });

  it('name the step that undo would take back', () => {
    expect(english(undoPhrase(step))).toBe('Undo move · Gearbox noise');
  });
});
