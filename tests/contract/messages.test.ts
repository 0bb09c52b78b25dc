import { describe, expect, it } from 'vitest';
import { readMessage } from '../../core/contract/messages/read-message.ts';
import { alertMessage, decisionMessage } from '../builders/messages.ts';

type Message = ReturnType<typeof alertMessage>;

function problems(message: Message): readonly string[] {
  const read = readMessage(message);
  return read.ok ? [] : read.refusal.map(({ field, reason }) => `${field} ${reason}`);
}

function without(field: string): Message {
  return Object.fromEntries(Object.entries(alertMessage('a')).filter(([name]) => name !== field));
}

describe('a message', () => {
  it('is read with its names, its moment and its hints', () => {
    const read = readMessage(alertMessage('a', { due: '2026-11-24T10:00:00+01:00', location: 'Harbour' }));
    expect(read).toMatchObject({
      ok: true,
      value: {
        name: 'alert.created',
        version: 1,
        messageId: 'a',
        occurredAt: Date.UTC(2026, 10, 23, 6, 55),
        severity: 'critical',
        unit: { text: 'AB 12345', id: null, externalId: null, plate: null },
        service: { id: null, name: 'Engine repair', kind: null },
        location: 'Harbour',
        due: Date.UTC(2026, 10, 24, 9),
        wantsService: true,
        about: null,
      },
    });
  });

  it('may carry fields that nobody here knows', () => {
    expect(problems(alertMessage('a', { sensor: { celsius: 118 }, tags: ['hot'] }))).toEqual([]);
  });

  it.each([
    ['polish', 'polish'],
    [' repair ', 'repair'],
    ['', null],
    [null, null],
    [7, '7'],
    [{ code: 'x' }, '{"code":"x"}'],
    ['x'.repeat(500), 'x'.repeat(60)],
  ])('is not lost for a kind that nobody knows: %j', (kind, read) => {
    expect(readMessage(alertMessage('a', { service: { kind } }))).toMatchObject({
      ok: true,
      value: { service: { kind: read } },
    });
  });

  it('of an agent wants service only when the agent decided so', () => {
    expect(readMessage(decisionMessage('a'))).toMatchObject({ value: { wantsService: true } });
    expect(readMessage(decisionMessage('a', { decision: 'watch', alertId: 'b' }))).toMatchObject({
      value: { wantsService: false, about: 'b' },
    });
  });

  it.each([
    [{ externalId: 'V001' }, { externalId: { source: null, id: 'V001' } }],
    [{ externalId: { source: 'fleet', id: 'V001' } }, { externalId: { source: 'fleet', id: 'V001' } }],
    [{ plate: 'AB 12345' }, { plate: 'AB 12345' }],
    [{ id: 'abc' }, { id: 'abc' }],
  ])('names its unit by %j', (unit, read) => {
    expect(readMessage(alertMessage('a', { unit }))).toMatchObject({ value: { unit: read } });
  });
});

describe('what is not understood is refused by field', () => {
  it.each([
    [{ name: 'alert.closed' }, 'name must be alert.created or agent.decision.made'],
    [{ version: 2 }, 'version must be 1 for alert.created'],
    [{ severity: 'bad' }, 'severity must be low, medium, high, critical or emergency'],
    [{ occurredAt: 'yesterday' }, 'occurredAt must be a moment like 2026-11-23T08:24:00Z, with its offset'],
    [{ occurredAt: '2026-11-23T08:24:00' }, 'occurredAt must be a moment like 2026-11-23T08:24:00Z, with its offset'],
    [{ due: 17 }, 'due must be a moment like 2026-11-23T08:24:00Z, with its offset'],
    [{ unit: {} }, 'unit must name the unit by text, or by id, externalId or plate'],
    [{ unit: 12 }, 'unit must name the unit by text, or by id, externalId or plate'],
    [{ summary: '' }, 'summary must not be empty'],
    [{ id: '' }, 'id must not be empty'],
    [{ service: { name: 7 } }, 'service.name must be text'],
    [{ location: 5 }, 'location must be text'],
  ])('%j', (more, sentence) => {
    expect(problems(alertMessage('a', more))).toEqual([sentence]);
  });

  it.each(['id', 'occurredAt', 'severity', 'unit', 'summary'])('a message without %s', (field) => {
    expect(problems(without(field)).map((sentence) => sentence.split(' ')[0])).toEqual([field]);
  });

  it('a decision without what was decided', () => {
    const { decision: _, ...rest } = decisionMessage('a');
    expect(problems(rest)).toEqual(['decision must be service, watch or none']);
    expect(problems(decisionMessage('a', { confidence: 2 }))).toEqual(['confidence must be at most 1']);
  });

  it('every wrong field at once', () => {
    expect(problems(alertMessage('a', { severity: 'bad', unit: '' })).length).toBe(2);
  });
});
