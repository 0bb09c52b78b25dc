import type { z } from 'zod';
import { parse } from '../../contract/parse.ts';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { instanceForm, planForm, type InstanceFile, type PlanFile } from './instance-form.ts';
import { itsNames, misfitOf, type Misfit } from './instance-sense.ts';

/** An instance whose every field makes sense; a refusal names the file, the first wrong field and what it must be. */
export function readInstance(file: string, text: string): Outcome<InstanceFile, string> {
  const read = readForm(file, text, instanceForm);
  if (!read.ok) return read;
  const misfit = misfitOf(read.value);
  return misfit === undefined ? read : refuse(wrong(file, misfit));
}

/** A plan that names only what the instance has. */
export function readPlan(file: string, text: string, instance: InstanceFile): Outcome<PlanFile, string> {
  const read = readForm(file, text, planForm);
  if (!read.ok) return read;
  for (const [index, one] of read.value.assignments.entries())
    for (const misfit of itsNames(`assignments.${index}`, one, instance)) return refuse(wrong(file, misfit));
  return read;
}

/** A sentence about one field of a file. */
export function wrong(file: string, { field, reason }: Misfit): string {
  return `${file}: ${field === '' ? 'the whole' : field} ${reason}.`;
}

function readForm<S extends z.ZodType>(file: string, text: string, form: S): Outcome<z.output<S>, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(`${file} is not JSON.`);
  }
  const read = parse(form, value);
  if (read.ok) return accept(read.value);
  const [first] = read.refusal.kind === 'invalid-input' ? read.refusal.problems : [];
  return refuse(wrong(file, first ?? { field: '', reason: 'must have the form that the contract says' }));
}
