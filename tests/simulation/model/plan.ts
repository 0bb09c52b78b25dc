import { refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { cancel } from './happening.ts';
import { book, move } from './placing.ts';
import { changed, row, type AppointmentRow, type Model, type Rows } from './rows.ts';
import type { Site } from './site.ts';

type Asked = AskOf<'applyPlan'>;
type Line = Asked['args']['lines'][number];

interface Tried {
  readonly rows: Rows;
  readonly unfit: readonly { readonly line: Line; readonly kind: string }[];
}

/** The lines are one step. One that does not fit refuses them all, or is left out with what only fits in its wake. */
export function applyPlan(model: Model, site: Site, asked: Asked): Answer {
  const { args } = asked;
  const left: string[] = [];
  for (let lines: readonly Line[] = args.lines; lines.length > 0;) {
    const { unfit } = tryLines(model, site, asked, lines, '');
    if (unfit.length === 0) {
      const fitting = lines;
      const rows = (_chosen: unknown, id: string | null): Rows => tryLines(model, site, asked, fitting, id ?? '').rows;
      return { refused: null, partner: null, rows };
    }
    left.push(...unfit.map(({ kind }) => kind));
    if (args.skipUnfit !== true) break;
    lines = lines.filter((line) => unfit.every((one) => one.line !== line));
  }
  return refused(left.every((kind) => kind === 'needs-override') ? 'needs-override' : 'plan-unfit');
}

/** What moves leaves its place first, what is called off goes, and then each is judged on what the others leave. */
function tryLines(model: Model, site: Site, asked: Asked, lines: readonly Line[], fresh: string): Tried {
  const lifted = lines.flatMap((line) => {
    const one = line.does === 'move' ? row(model.rows, 'appointment', line.appointmentId) : undefined;
    return one?.state.status === 'confirmed' && one.segment === null ? [one] : [];
  });
  let rows = changed(
    model.rows,
    lifted.map((one): AppointmentRow => ({ ...one, claims: [] })),
  );
  const unfit: { line: Line; kind: string }[] = [];
  const isLast = (line: Line): boolean => line.does !== 'call-off';
  for (const line of [...lines.filter((one) => !isLast(one)), ...lines.filter(isLast)]) {
    const own = lifted.filter((one) => line.does === 'move' && one.id === line.appointmentId);
    const answer = answerTo({ ...model, rows: changed(rows, own) }, site, asked, line, fresh);
    if (answer.refused === null) rows = answer.rows(null, fresh, null);
    else unfit.push({ line, kind: answer.refused });
  }
  return { rows, unfit };
}

function answerTo(model: Model, site: Site, asked: Asked, line: Line, fresh: string): Answer {
  const { by, accept } = asked;
  switch (line.does) {
    case 'call-off': {
      const args = { id: line.appointmentId, reason: line.reason, charge: false, feeId: null };
      return cancel(model, { name: 'cancelAppointment', args, by, accept });
    }
    case 'move': {
      const { appointmentId: id, start, claims } = line;
      const one = row(model.rows, 'appointment', id);
      // The length stays when nothing is said of it.
      const end = line.end ?? start + (one === undefined ? 0 : one.end - one.start);
      return move(model, site, {
        name: 'moveAppointment',
        args: { id, start, end, claims, findPartner: false },
        by,
        accept,
      });
    }
    case 'book': {
      const order = row(model.rows, 'workOrder', line.workOrderId);
      if (order === undefined) return refused('not-found');
      const { serviceTypeId, customerId, unitId } = order;
      const own = {
        id: fresh,
        locationId: site.locationId,
        workOrderId: order.id,
        title: '',
        as: 'confirmed' as const,
      };
      const none = { participants: [], description: '', recording: false, reservationIds: ['any'] };
      const what = { serviceTypeId, customerId, unitId, start: line.start, end: line.end, claims: line.claims };
      return book(model, site, { name: 'bookAppointment', args: { ...own, ...none, ...what }, by, accept });
    }
  }
}
