/** One report in one sentence, with the unit of each of its columns. The same sentence stands in the message catalogues. */
export interface ReportSpec {
  readonly definition: string;
  /** Columns of its rows and totals that are numbers: what they count. */
  readonly units: Readonly<Record<string, ReportUnit>>;
}

/** `share` is 0 to 1; `days` and `hours` may have fractions. */
export type ReportUnit = 'minutes' | 'hours' | 'count' | 'share' | 'index';

/** Every report there is. Title and definition in all languages: `report.<name>` and `report.<name>.definition`. */
export const REPORTS = {
  utilisation: {
    definition:
      'Booked minutes (held, confirmed, running and completed work and occurrences of series that are not over, buffers left out, times the units claimed) as a share of open minutes (hours less breaks, absences and closures, times the capacity), per resource and local day; in the total a team’s open minutes are those of its members, once.',
    units: { bookedMinutes: 'minutes', openMinutes: 'minutes', share: 'share' },
  },
  bookingSuccess: {
    definition:
      'Work orders opened in the range, cancelled ones left out, that have an appointment which is confirmed, running, completed or missed, as a share of all of them, per priority.',
    units: { opened: 'count', cancelled: 'count', booked: 'count', share: 'share' },
  },
  recommendedShare: {
    definition:
      'Work (with a work order or a service type) that starts in the range and was booked into a slot that had been suggested, as a share of all such work, per rank of the suggestion; requests and cancellations left out.',
    units: { appointments: 'count', share: 'share' },
  },
  waitByUrgency: {
    definition:
      'Hours from the opening of a work order to the start (the actual one where it is known) of its first appointment that is confirmed, running or completed, per priority; a work order counts once, in the range in which that appointment is planned to start.',
    units: { workOrders: 'count', meanHours: 'hours', medianHours: 'hours', longestHours: 'hours' },
  },
  noShowAndLateCancel: {
    definition:
      'Appointments that start in the range and still stood when calling off was no longer free: those to which nobody came, and those cancelled too late, each as a share of all of them, per location.',
    units: {
      appointments: 'count',
      noShows: 'count',
      lateCancellations: 'count',
      noShowShare: 'share',
      lateCancelShare: 'share',
    },
  },
  travelShare: {
    definition:
      'Drive minutes of a technician (from home, between places, back home) as a share of drive and work minutes together, over held, confirmed, running and completed work.',
    units: { driveMinutes: 'minutes', workMinutes: 'minutes', share: 'share' },
  },
  overtime: {
    definition:
      'Minutes of a technician’s confirmed, running and completed work (actual times where they are known, overlaps counted once) that lie outside every shift.',
    units: { workMinutes: 'minutes', overtimeMinutes: 'minutes', share: 'share' },
  },
  fairness: {
    definition:
      'Gini index of booked minutes over the active technicians that have open minutes in the range: 0 when all have the same, towards 1 when one has everything.',
    units: { bookedMinutes: 'minutes', openMinutes: 'minutes', share: 'share', gini: 'index' },
  },
  demand: {
    definition:
      'Work (with a work order or a service type) whatever became of it, counted by local weekday (1 is Monday) and local hour of its planned start.',
    units: { weekday: 'index', hour: 'index', appointments: 'count' },
  },
  plannedVersusActual: {
    definition:
      'Planned and actual minutes of completed work that starts in the range, per service type; the suggested duration is the median of the actual ones, rounded up to 5 minutes, from three pieces of work on.',
    units: {
      completed: 'count',
      meanPlannedMinutes: 'minutes',
      meanActualMinutes: 'minutes',
      medianActualMinutes: 'minutes',
      standardMinutes: 'minutes',
      suggestedMinutes: 'minutes',
    },
  },
} as const satisfies Readonly<Record<string, ReportSpec>>;

export type ReportName = keyof typeof REPORTS;

export const REPORT_NAMES = Object.keys(REPORTS) as readonly ReportName[];
