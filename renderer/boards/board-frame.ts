import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { Words } from '../words/words.ts';
import type { TimeScale } from './layout/time-scale.ts';
import type { Texts } from './texts.ts';

/** What every lane and bar is drawn by. Changes with zoom, words and fonts alone, so that memo holds in between. */
export interface BoardFrame {
  readonly scale: TimeScale;
  readonly words: Words;
  readonly texts: Texts;
  readonly side: number;
  readonly laneHeight: number;
  readonly nameOf: (id: ResourceId) => string;
}
