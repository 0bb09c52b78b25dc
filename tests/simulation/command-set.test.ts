import { describe, expect, it } from 'vitest';
import { commands } from '../../core/contract/commands/index.ts';
import { NAMES } from './model/answers.ts';
import { PLAYED_BY } from './model/command-set.ts';
import { SORTS } from './model/say-as-command.ts';

const ALL = Object.keys(commands).toSorted();

describe('the commands that the model plays', () => {
  it('are those of the contract, none forgotten', () => {
    expect(Object.keys(PLAYED_BY).toSorted()).toEqual(ALL);
  });

  it('are understood by the model', () => {
    expect(Object.keys(PLAYED_BY).toSorted()).toEqual([...NAMES].toSorted());
  });

  it('are said by steps that are played', () => {
    expect([...new Set(Object.values(PLAYED_BY).flatMap((sorts) => sorts.split(', ')))].toSorted()).toEqual(
      [...SORTS].toSorted(),
    );
  });
});
