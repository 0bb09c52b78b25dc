import { z } from 'zod';
import { alertQueries } from './alerts.ts';
import type { Needs } from '../views/needs-view.ts';
import type { PlacementContext } from '../../domain/board/placement-context.ts';
import { query } from '../define.ts';
import { dateValue, id, instantRange, minutesValue, text } from '../values.ts';
import { oversightQueries } from './oversight.ts';
import { peopleQueries } from './people.ts';
import { planningQueries } from './planning.ts';
import { reportQueries } from './reports.ts';
import { resourceQueries } from './resources.ts';
import { rulesQueries } from './rules.ts';
import { seriesQueries } from './series.ts';
import type { AbsenceImpact } from '../views/absence-view.ts';
import type { BoardView } from '../views/board-view.ts';
import type { AppointmentDetails, WorkOrderDetails } from '../views/details-view.ts';
import type { LogEntryView, UndoState } from '../views/log-view.ts';
import type { CustomerMatch, SearchHit } from '../views/search-view.ts';
import type { BackupView, IcsFile, SetupView, VerifyReport } from '../views/setup-view.ts';
import type { JobSheets } from '../views/sheet-view.ts';
import type { SuggestionAnswer } from '../views/suggestion-view.ts';
import { waitingQueries } from './waiting.ts';
import type { TrayView } from '../views/tray-view.ts';

const days = z.number().int().min(1, 'must be at least 1 day').max(42, 'must be at most 42 days');
const locationDays = z.strictObject({ locationId: id<'location'>(), date: dateValue, days });
/** What a slot is looked for: a work order, an appointment to be moved, or needs that are not written down yet. */
const work = z.union(
  [
    z.strictObject({ workOrderId: id<'work-order'>() }),
    z.strictObject({ appointmentId: id<'appointment'>() }),
    z.strictObject({
      serviceTypeId: id<'service-type'>(),
      locationId: id<'location'>(),
      customerId: id<'customer'>().nullable(),
    }),
  ],
  'must name a workOrderId, an appointmentId, or a serviceTypeId with locationId and customerId',
);

/** Every way to read anything. */
export const queries = {
  setup: query<SetupView>()({
    summary: 'The organization, its locations, people, service types and who is signed in',
    permission: 'read-board',
    input: z.strictObject({}),
  }),
  boardForRange: query<BoardView>()({
    summary: 'Lanes, shading and appointments of one location over whole local days',
    permission: 'read-board',
    input: locationDays,
  }),
  placementContext: query<PlacementContext>()({
    summary: 'The facts the booking rules look at, for a drag in the air',
    permission: 'read-board',
    input: locationDays,
  }),
  placementNeeds: query<Needs>()({
    summary: 'What a work order, an appointment or a service type asks of its place',
    permission: 'read-board',
    input: z.strictObject({ work }),
  }),
  tray: query<TrayView>()({
    summary: 'Unassigned work, holds, requests and promises at risk of one location',
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      tab: z.enum(['unassigned', 'held', 'requested', 'risk']),
      /** Matches title, number, customer, plate. */
      filter: text(200),
      /** Hides what is due later than so many days from now; null shows all. */
      dueWithinDays: z.number().int().min(0).max(365).nullable(),
    }),
  }),
  appointmentDetails: query<AppointmentDetails>()({
    summary: 'One appointment with customer, needs, verdict and history',
    permission: 'read-board',
    input: z.strictObject({ id: id<'appointment'>() }),
  }),
  workOrderDetails: query<WorkOrderDetails>()({
    summary: 'One work order with customer, needs, appointments and history',
    permission: 'read-board',
    input: z.strictObject({ id: id<'work-order'>() }),
  }),
  suggestSlots: query<SuggestionAnswer>()({
    summary: 'The best slots for one piece of work, with reasons, and why not the others',
    permission: 'read-board',
    input: z.strictObject({
      work,
      from: dateValue.nullable(),
      days: z.number().int().min(1).max(42),
      count: z.number().int().min(1).max(20),
      /** Only slots that start at or after this day's minute or in this range, when given. */
      within: instantRange.nullable(),
      duration: minutesValue(5, 60 * 24 * 14).nullable(),
      /** Where too few are free, those as well for which unlocked appointments move within their promised windows. */
      othersMove: z.boolean().default(false),
    }),
  }),
  absenceImpact: query<AbsenceImpact>()({
    summary: 'Appointments of a technician or bay in a stretch, each with its best alternatives',
    permission: 'read-board',
    input: z.strictObject({ resourceId: id<'resource'>(), range: instantRange }),
  }),
  search: query<readonly SearchHit[]>()({
    summary: 'Full-text search over customers, units, work orders and appointments',
    permission: 'read-customers',
    input: z.strictObject({
      text: text(200),
      kinds: z.array(z.enum(['customer', 'unit', 'workOrder', 'appointment'])).max(4),
      limit: z.number().int().min(1).max(100),
    }),
  }),
  customerMatches: query<readonly CustomerMatch[]>()({
    summary: 'Customers by name, phone or plate while typing, with their units',
    permission: 'read-customers',
    input: z.strictObject({ text: text(200), limit: z.number().int().min(1).max(50) }),
  }),
  history: query<readonly LogEntryView[]>()({
    summary: 'The command log, newest first, of everything or of one thing',
    permission: 'read-log',
    input: z.strictObject({
      entity: z.string().max(40).nullable(),
      id: z.string().max(60).nullable(),
      before: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
    }),
  }),
  undoState: query<UndoState>()({
    summary: 'What undo and redo would do now',
    permission: 'read-board',
    input: z.strictObject({}),
  }),
  jobSheets: query<JobSheets>()({
    summary: "A day's job sheets of a location: for all, or for the named technicians and bays",
    permission: 'read-board',
    input: z.strictObject({
      locationId: id<'location'>(),
      date: dateValue,
      /** Null prints every technician with work; an empty list prints every bay with work. */
      resourceIds: z.array(id<'resource'>()).max(500).nullable(),
    }),
  }),
  icsExport: query<IcsFile>()({
    summary: 'An iCalendar file of chosen appointments, or of one technician or bay on one day',
    permission: 'read-board',
    input: z.union(
      [
        z.strictObject({ appointmentIds: z.array(id<'appointment'>()).min(1).max(1000) }),
        z.strictObject({ resourceId: id<'resource'>(), date: dateValue, days }),
      ],
      'must name appointmentIds, or a resourceId with date and days',
    ),
  }),
  ...waitingQueries,
  ...seriesQueries,
  backups: query<readonly BackupView[]>()({
    summary: 'The backups there are, newest first',
    permission: 'maintain',
    input: z.strictObject({}),
  }),
  verify: query<VerifyReport>()({
    summary: 'Checks the database file: integrity, foreign keys, double use, log against rows',
    permission: 'maintain',
    input: z.strictObject({}),
  }),
  ...peopleQueries,
  ...planningQueries,
  ...oversightQueries,
  ...reportQueries,
  ...alertQueries,
  ...resourceQueries,
  ...rulesQueries,
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;
