import { bayCapable, bayClaimed } from './bay-capable.ts';
import { bayFree, bayTurnover } from './bay-free.ts';
import { bayOpen } from './bay-open.ts';
import type { BookingRule } from './booking-rule.ts';
import { bayLimit, capacityLimit, resourceLimit, technicianLimit } from './capacity-limit.ts';
import { dailyMaximum } from './daily-maximum.ts';
import { durationRange } from './duration-range.ts';
import { forbiddenTechnician } from './forbidden-technician.ts';
import { locationOpen } from './location-open.ts';
import { notPast } from './not-past.ts';
import { onShift } from './on-shift.ts';
import { partsThere } from './parts-there.ts';
import { partsWanted } from './parts-wanted.ts';
import { promisedWindow } from './promised-window.ts';
import { resourceFree, teamSpares } from './resource-free.ts';
import { resourceOpen } from './resource-open.ts';
import { serviceOpen } from './service-open.ts';
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
  serviceOpen,
  capacityLimit,
  onShift,
  technicianFree,
  teamSpares,
  dailyMaximum,
  technicianLimit,
  travelFits,
  bayOpen,
  bayFree,
  bayTurnover,
  bayLimit,
  resourceOpen,
  resourceFree,
  resourceLimit,
  partsThere,
  partsWanted,
];
