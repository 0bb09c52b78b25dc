import { command } from '../define.ts';
import { scheduleRuleFields } from '../fields/schedule-rule-fields.ts';

export const updateScheduleRule = command({
  summary: 'Change a schedule rule; all fields are given',
  permission: 'edit-rules',
  args: scheduleRuleFields,
});
