import { bayCapable, bayClaimed } from './bay-capable.ts';
import { bayFree, bayTurnover } from './bay-free.ts';
import { bayOpen } from './bay-open.ts';
import type { BookingRule } from './booking-rule.ts';
import { dailyMaximum } from './daily-maximum.ts';
import { durationRange } from './duration-range.ts';
import { forbiddenTechnician } from './forbidden-technician.ts';
import { locationOpen } from './location-open.ts';
import { notPast } from './not-past.ts';
import { onShift } from './on-shift.ts';
import { partsThere } from './parts-there.ts';
import { promisedWindow } from './promised-window.ts';
import { skills } from './skills.ts';
import { technicianFree } from './technician-free.ts';
import { travelFits } from './travel-fits.ts';

/** Every booking rule, in the order in which reasons are told: who and where first, then when, then with what. */
export const RULEBOOK: readonly BookingRule[] = [
  forbiddenTechnician,
  skills,
  bayClaimed,
  bayCapable,
  notPast,
  promisedWindow,
  durationRange,
  locationOpen,
  onShift,
  technicianFree,
  dailyMaximum,
  travelFits,
  bayOpen,
  bayFree,
  bayTurnover,
  partsThere,
];
