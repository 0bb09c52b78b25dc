import { alertTopic } from './alert-steps.ts';
import { catalogueTopic } from './catalogue-steps.ts';
import { holdTopic } from './hold-steps.ts';
import { keepingTopic } from './keeping-steps.ts';
import { ruleTopic } from './rule-steps.ts';
import { laneTopic } from './lane-steps.ts';
import { orderTopic } from './order-steps.ts';
import { shownTopic } from './shown-steps.ts';
import { allowTopic } from './allow-steps.ts';
import { longTopic } from './long-work-steps.ts';
import { seriesTopic } from './series-steps.ts';
import { planTopic } from './plan-steps.ts';
import type { Topic } from './topic.ts';
import { visitTopic } from './visit-steps.ts';

/** Everything that is played. */
export const TOPICS: readonly Topic[] = [
  seriesTopic,
  longTopic,
  allowTopic,
  ruleTopic,
  visitTopic,
  holdTopic,
  keepingTopic,
  catalogueTopic,
  laneTopic,
  orderTopic,
  shownTopic,
  alertTopic,
  planTopic,
];
