import { describe, expect, it } from 'vitest';
import { minutes } from '../../../core/domain/time/instant.ts';
import { askOf, refusedQuery } from '../../builders/ask.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { lead } from '../../builders/world.ts';

const of = (stage: Stage, more: object = {}) => askOf(stage, 'atRisk', { locationId: stage.world.locationId, ...more });

describe('promises at risk', () => {
  it('are none while everything goes as planned', async () => {
    const stage = await openStage();
    await stage.bookWork({ start: at(8) });
    await stage.bookWork({ start: at(10) });
    expect(await of(stage)).toEqual({ asOf: at(7), late: [], warnings: [] });
  });

  it('are told with how late they will be, when work before them overruns', async () => {
    const stage = await openStage();
    const long = await stage.bookWork({ start: at(8) });
    const next = await stage.bookWork({ start: at(9.25) });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: long, at: at(8) });
    stage.clock.set(at(9.5));
    const view = await of(stage);
    expect(view.late).toMatchObject([
      { id: long, delay: 30, broken: [] },
      { id: next, delay: 15, because: { id: long }, broken: [{ promise: 'start', late: 15 }] },
    ]);
  });

  it('are told for what is only known to come', async () => {
    const stage = await openStage();
    const first = await stage.bookWork({ start: at(8) });
    const next = await stage.bookWork({ start: at(9.25) });
    const suppose = [{ appointmentId: first, lateStart: minutes(20), overrun: minutes(25) }];
    const view = await of(stage, { suppose });
    expect(view.late.map(({ id, delay }) => [id, delay])).toEqual([
      [first, 45],
      [next, 30],
    ]);
  });

  it('are warned of ahead: what starts soon while the work before it is still underway', async () => {
    const stage = await openStage();
    const first = await stage.bookWork({ start: at(8) });
    const next = await stage.bookWork({ start: at(9.25) });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: first, at: at(8) });
    stage.clock.set(at(8.75));
    const previous = { id: first, title: 'Replace thermostat', expectedEnd: at(9) };
    expect((await of(stage)).warnings).toEqual([
      {
        warning: 'previous-underway',
        appointmentId: next,
        title: 'Replace thermostat',
        customer: 'Ola',
        start: at(9.25),
        startsIn: 30,
        previous,
      },
    ]);
    expect((await of(stage, { ahead: 20 })).warnings).toEqual([]);
  });

  it('are not warned of for work on other hands and bays', async () => {
    const stage = await openStage();
    const first = await stage.book({ start: at(8), end: at(9) });
    await stage.book({ start: at(9.25), end: at(10), claims: [lead(stage.world.bo)] });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id: first, at: at(8) });
    stage.clock.set(at(8.75));
    expect((await of(stage)).warnings).toEqual([]);
  });

  it('are warned of when nobody has started work ten minutes after its time', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ start: at(8) });
    stage.clock.set(at(8.15));
    expect((await of(stage)).warnings).toEqual([]);
    stage.clock.set(at(8.2));
    expect((await of(stage)).warnings).toMatchObject([{ warning: 'not-started', appointmentId: id, startsIn: -12 }]);
  });

  it('refuse a place or an appointment that is not there, with the field', async () => {
    const stage = await openStage();
    const locationId = '018bcfe5-6800-7000-8000-00000000ffff';
    expect(await refusedQuery(stage, 'atRisk', { locationId })).toMatchObject({ field: 'locationId' });
    const suppose = [{ appointmentId: locationId, lateStart: 0, overrun: 5 }];
    const input = { locationId: stage.world.locationId, suppose };
    expect(await refusedQuery(stage, 'atRisk', input)).toMatchObject({ field: 'suppose.0.appointmentId' });
  });
});
