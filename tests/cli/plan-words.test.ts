import { describe, expect, it } from 'vitest';
import { readTask } from '../../core/cli/task.ts';

const task = (words: string) => {
  const read = readTask(words.split(' '));
  return read.ok ? read.value.task : read.refusal;
};

describe('the words of laneway plan and laneway suggest', () => {
  it('searches 10 CPU seconds with seed 1 unless told otherwise', () => {
    expect(task('plan --instance day.json')).toMatchObject({ seconds: 10, seed: 1, iterations: undefined });
    expect(task('plan --instance day.json --seconds 0.3 --seed 7 --out plan.json')).toMatchObject({
      instance: 'day.json',
      seconds: 0.3,
      seed: 7,
      out: 'plan.json',
    });
  });

  it('has no limit of seconds when only rounds are given', () => {
    expect(task('plan --instance day.json --iterations 500')).toMatchObject({ seconds: undefined, iterations: 500 });
    expect(task('plan --instance a --iterations 500 --seconds 2')).toMatchObject({ seconds: 2, iterations: 500 });
  });

  it('proves for a minute, or as long as it is told to', () => {
    expect(task('plan --instance day.json')).toMatchObject({ prove: undefined });
    expect(task('plan --instance day.json --prove')).toMatchObject({ prove: 60 });
    expect(task('plan --instance day.json --prove 5 --out p')).toMatchObject({ prove: 5, out: 'p' });
  });

  it('offers three slots unless told otherwise', () => {
    expect(task('suggest --instance day.json --job 0')).toMatchObject({ job: 0, top: 3, plan: undefined });
    expect(task('suggest --instance day.json --plan p.json --job 4 --top 9')).toMatchObject({ plan: 'p.json', top: 9 });
  });

  it.each([
    ['plan', 'It goes: laneway plan --location NAME --date DATE'],
    ['suggest --job 1', '--instance is missing.'],
    ['plan now --instance a', 'It goes: laneway plan --instance FILE'],
    ['plan --instance a --seconds soon', '--seconds needs a number from 0.01 to 86400, not "soon".'],
    ['plan --instance a --seconds 0', '--seconds needs a number from 0.01 to 86400, not "0".'],
    ['plan --instance a --seed 1.5', '--seed needs a whole number from 0 to 2147483647, not "1.5".'],
    ['plan --instance a --iterations 0', '--iterations needs a whole number from 1 to 1000000000, not "0".'],
    ['suggest --instance a', '--job needs the id of a job'],
    ['suggest --instance a --job x', '--job needs a whole number from 0 to 1000000, not "x".'],
    ['suggest --instance a --job 1 --top 0', '--top needs a whole number from 1 to 1000, not "0".'],
    ['suggest --instance a --job 1 --seed 2', '--seed belongs to plan, not to suggest.'],
  ])('does not understand "%s"', (words, sentence) => {
    expect(task(words)).toContain(sentence);
  });
});
