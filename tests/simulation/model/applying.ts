import { asId } from '../../../core/kernel/id.ts';
import { refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { cancel } from './happening.ts';
import { book, move } from './placing.ts';
import { changed, row, type AppointmentRow, type Model, type Rows } from './rows.ts';
import type { Site } from './site.ts';

type Plan = AskOf<'applyPlan'>;
type Line = Plan['args']['lines'][number];

interface Played {
  readonly rows: Rows;
  readonly unfit: readonly { readonly line: Line; readonly because: string }[];
}

/** All lines are one step. What moves or goes leaves its place first, then one after the other takes its own. */
export function applyPlan(model: Model, site: Site, asked: Plan): Answer {
  const left: string[] = [];
  let { lines } = asked.args;
  for (;;) {
    const standing = lines;
    const { unfit } = play(model, site, asked, standing, '');
    if (unfit.length === 0)
      return { refused: null, partner: null, rows: (_, id) => play(model, site, asked, standing, id ?? '').rows };
    left.push(...unfit.map((one) => one.because));
    lines = lines.filter((line) => unfit.every((one) => one.line !== line));
    if (asked.args.skipUnfit !== true || lines.length === 0)
      return refused(left.every((one) => one === 'needs-override') ? 'needs-override' : 'plan-unfit');
  }
}

/** `id` is that of the one appointment that is new. */
function play(model: Model, site: Site, asked: Plan, lines: readonly Line[], id: string): Played {
  const lifted = new Map<string, AppointmentRow>();
  for (const line of lines) {
    const one = line.does === 'move' ? row(model.rows, 'appointment', line.appointmentId) : undefined;
    if (one?.state.status === 'confirmed' && one.segment === null) lifted.set(one.id, one);
  }
  const start: Played = {
    rows: changed(
      model.rows,
      [...lifted.values()].map((one) => ({ ...one, claims: [] })),
    ),
    unfit: [],
  };
  const givenUp = lines.filter((line) => line.does === 'call-off');
  const placed = [...givenUp, ...lines.filter((line) => line.does !== 'call-off')].reduce((sofar, line) => {
    const own = line.does === 'book' ? undefined : lifted.get(line.appointmentId);
    const now = { ...model, rows: own === undefined ? sofar.rows : changed(sofar.rows, [own]) };
    const answer = answerTo(now, site, asked, line, id);
    if (answer.refused !== null) return { ...sofar, unfit: [...sofar.unfit, { line, because: answer.refused }] };
    return { ...sofar, rows: answer.rows(null, id, null) };
  }, start);
  return placed;
}

function answerTo(model: Model, site: Site, { by, accept }: Plan, line: Line, id: string): Answer {
  const sent = { by, accept };
  switch (line.does) {
    case 'book': {
      const order = row(model.rows, 'workOrder', line.workOrderId);
      if (order === undefined) return refused('not-found');
      const { start, end, claims } = line;
      const none = { unitId: null, participants: [], description: '', recording: false };
      const ids = order.parts.map(() => asId<'reservation'>('any'));
      const work = { workOrderId: order.id, serviceTypeId: order.serviceTypeId, customerId: order.customerId };
      const args = { id, locationId: site.locationId, title: '', start, end, claims, as: 'confirmed' as const };
      return book(model, site, {
        name: 'bookAppointment',
        args: { ...args, ...work, ...none, reservationIds: ids },
        ...sent,
      });
    }
    case 'move': {
      const { appointmentId, start, end, claims } = line;
      const args = { id: appointmentId, start, end, claims, findPartner: false };
      return move(model, site, { name: 'moveAppointment', args, ...sent });
    }
    case 'call-off': {
      const args = { id: line.appointmentId, reason: line.reason, charge: false };
      return cancel(model, { name: 'cancelAppointment', args, ...sent });
    }
  }
}
