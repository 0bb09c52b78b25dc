import { describe, expect, it } from 'vitest';
import { phrase, type Param } from '../../core/contract/phrases/phrase.ts';
import { say, type Setting } from '../../core/contract/say.ts';
import { instant, minutes } from '../../core/domain/time/instant.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import { zonesFrom, type ZoneId } from '../../core/domain/time/zones.ts';
import de from '../../resources/messages/de.json' with { type: 'json' };
import en from '../../resources/messages/en.json' with { type: 'json' };
import table from '../../resources/zones/zones.json' with { type: 'json' };

const zones = zonesFrom(table);
const at = (hour: number, minute = 0, day = 23) => instant(Date.UTC(2026, 10, day, hour, minute));
const oslo: Setting = { zones, zone: 'Europe/Oslo' as ZoneId };
const english = { ...en, test: '{x}' };
const german = { ...de, test: '{x}' };
const words = (x: Param, setting: Setting = oslo): string => say(english, phrase('test', { x }), setting);

describe('say', () => {
  it('reads times as the location does', () => {
    expect(words({ time: at(9) })).toBe('10:00');
    expect(words({ time: at(9) }, { zones, zone: 'America/Chicago' as ZoneId })).toBe('03:00');
  });

  it('names the day of a moment unless it is today', () => {
    expect(words({ moment: at(9) })).toBe('Mon 23 Nov, 10:00');
    expect(words({ moment: at(9) }, { ...oslo, now: at(20) })).toBe('10:00');
    // 23:30 UTC is already Tuesday in Oslo.
    expect(words({ moment: at(9) }, { ...oslo, now: at(23, 30) })).toBe('Mon 23 Nov, 10:00');
    expect(say(german, phrase('test', { x: { moment: at(9) } }), oslo)).toBe('Mo 23. Nov., 10:00');
  });

  it('writes durations the way people do', () => {
    expect(words({ duration: minutes(45) })).toBe('45 min');
    expect(words({ duration: minutes(90) })).toBe('1 h 30');
    expect(words({ duration: minutes(65) })).toBe('1 h 05');
    expect(words({ duration: minutes(120) })).toBe('2 h');
    expect(words({ duration: minutes(0) })).toBe('0 min');
    expect(words({ duration: minutes(-10) })).toBe('0 min');
  });

  it('writes a range with its days only where they are needed', () => {
    const today = { ...oslo, now: at(6) };
    expect(words({ range: { from: at(9), to: at(11) } }, today)).toBe('10:00 to 12:00');
    expect(words({ range: { from: at(9), to: at(11) } })).toBe('Mon 23 Nov, 10:00 to 12:00');
    expect(words({ range: { from: at(21), to: at(23) } }, today)).toBe('22:00 to 24:00');
    expect(words({ range: { from: at(21), to: at(5, 0, 24) } }, today)).toBe('22:00 to Tue 24 Nov, 06:00');
  });

  it('writes dates, shares and lists', () => {
    expect(words({ date: localDate('2026-03-05') })).toBe('Thu 5 Mar');
    expect(words({ day: at(23, 30) })).toBe('Tue 24 Nov');
    expect(words({ share: 0.846 })).toBe('85 %');
    const list = ['status.held', 'status.confirmed', 'status.completed'].map((key) => phrase(key));
    expect(words({ list })).toBe('held, confirmed and completed');
    expect(words({ list: list.slice(0, 1) })).toBe('held');
    expect(words({ list: [] })).toBe('');
  });

  it('never reads a person’s text as a template', () => {
    expect(words('{x} $& {time}')).toBe('{x} $& {time}');
    expect(say(english, phrase('undo.label', { command: '{subject}', subject: '$1' }), oslo)).toBe(
      'Undo {subject} · $1',
    );
  });

  it('shows a key that has no words as itself', () => {
    expect(say(en, phrase('toString'), oslo)).toBe('toString');
  });
});
