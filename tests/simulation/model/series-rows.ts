import type { Series } from '../../../core/domain/series/series.ts';

/** What the model keeps of a series. */
export interface SeriesRow extends Pick<
  Series,
  | 'id'
  | 'name'
  | 'start'
  | 'duration'
  | 'before'
  | 'after'
  | 'rule'
  | 'exceptions'
  | 'claims'
  | 'serviceTypeId'
  | 'customerId'
  | 'priority'
  | 'splitFrom'
  | 'active'
> {
  readonly entity: 'series';
}
