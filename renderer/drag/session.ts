import { judgeLanes, type LaneVerdict } from '../../core/domain/rules/lanes-verdict.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { Console } from '../state/console.ts';
import {
  subjectTitle,
  type Drag,
  type DragHandle,
  type DragMode,
  type DragSubject,
  type GhostPlace,
} from '../state/drag-state.ts';
import { sendDrop } from './drop.ts';
import { verdictWords } from './explain.ts';
import { loadFacts } from './facts.ts';

export interface DragStart extends GhostPlace {
  readonly subject: DragSubject;
  readonly mode: DragMode;
  readonly by: Drag['by'];
}

const NO_VERDICTS: ReadonlyMap<ResourceId, LaneVerdict> = new Map();

function judgeAll(drag: Drag, place: GhostPlace): ReadonlyMap<ResourceId, LaneVerdict> {
  if (drag.facts === null) return NO_VERDICTS;
  const { index, needs } = drag.facts;
  const own = drag.subject.kind === 'appointment' ? drag.subject.appointment : null;
  // Work that has begun keeps its start, which lies in the past by nature.
  const recording = own !== null && own.state.status === 'in-progress' && own.start === place.start;
  const all = judgeLanes(index, needs, place, own?.claims ?? [], { recording });
  return new Map(all.map((one) => [one.resourceId, one]));
}

export function beginDrag(console: Console, start: DragStart): DragHandle {
  const { drag: store, notices } = console;
  const title = subjectTitle(start.subject);
  let live = true;
  const current = (): Drag | null => (live ? store.getState().drag : null);
  const say = (drag: Drag): void => {
    if (drag.by !== 'keyboard' || drag.laneId === null) return;
    const words = console.words().on(drag.start);
    const lane = drag.facts?.index.lanes.get(drag.laneId)?.facts.name ?? '';
    const times = words.times({ from: drag.start, to: drag.end });
    notices.announce(
      words.ui('ui.drag.at', { times, lane, verdict: verdictWords(words, drag.verdicts.get(drag.laneId)) }),
    );
  };
  const put = (drag: Drag): void => {
    store.setState({ drag });
    say(drag);
  };
  store.setState({ refused: null, drag: { ...start, facts: null, verdicts: NO_VERDICTS } });
  void loadFacts(console, start.subject).then((facts) => {
    const drag = current();
    if (drag === null || facts === null) return;
    const ready: Drag = { ...drag, facts };
    put({ ...ready, verdicts: judgeAll(ready, ready) });
  });
  const end = (): Drag | null => {
    const drag = current();
    live = false;
    store.setState({ drag: null, handle: null });
    return drag;
  };
  const handle: DragHandle = {
    current,
    place: (place) => {
      const drag = current();
      if (drag === null) return;
      const sameTime = drag.start === place.start && drag.end === place.end;
      if (sameTime && drag.laneId === place.laneId) return;
      put({ ...drag, ...place, verdicts: sameTime ? drag.verdicts : judgeAll(drag, place) });
    },
    drop: async () => {
      const drag = end();
      if (drag !== null) await sendDrop(console, drag);
    },
    cancel: () => {
      if (end() !== null) notices.announce(console.words().ui('ui.drag.back', { title }));
    },
  };
  store.setState({ handle });
  return handle;
}
