import { instanceFaults, instanceSlots, planInstance } from '../planning/plan/instance-planner.ts';

/** The planner for files of the form "tbs-1", for the command line. */
export const instancePlanner = { plan: planInstance, faults: instanceFaults, slots: instanceSlots };
