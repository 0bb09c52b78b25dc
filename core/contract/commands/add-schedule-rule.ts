import { command } from '../define.ts';
import { scheduleRuleFields } from '../fields/schedule-rule-fields.ts';

export const addScheduleRule = command({
  summary: 'Add a schedule rule: availability, blackout, auto-approval, require-approval or capacity-limit',
  permission: 'edit-rules',
  args: scheduleRuleFields,
});
