import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { MINUTE } from '../../core/domain/time/instant.ts';
import { companions } from '../drag/index.ts';
import { subjectHue, subjectTitle } from '../state/drag-state.ts';
import { useConsole, usePart } from '../state/use-console.ts';
import type { BoardFrame } from './board-frame.ts';
import around from './frame.module.css';
import styles from './ghosts.module.css';
import { barGap, type RowLayout } from './layout/rows.ts';

interface GhostsProps {
  readonly frame: BoardFrame;
  readonly layout: RowLayout;
  readonly top: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ frame, layout }: GhostsProps, laneId: ResourceId, start: number, end: number): Box | null {
  const top = layout.topOf.get(laneId);
  if (top === undefined) return null;
  const gap = barGap(frame.laneHeight);
  return {
    x: frame.scale.x(start),
    y: top + gap,
    width: frame.scale.length(end - start) - 2,
    height: frame.laneHeight - 2 * gap,
  };
}

function styleOf({ x, y, width, height }: Box) {
  return { transform: `translate(${x}px, ${y}px)`, width, height };
}

/** The bar in the air at its snapped place, and its partner on the other lane. Moved by transform alone. */
function DragGhost(props: GhostsProps) {
  const { frame } = props;
  const console = useConsole();
  const drag = usePart(
    (console) => console.drag,
    (state) => state.drag,
  );
  if (drag === null || drag.laneId === null) return null;
  const box = boxOf(props, drag.laneId, drag.start, drag.end);
  if (box === null) return null;
  const verdict = drag.verdicts.get(drag.laneId);
  const blocked = verdict?.verdict.level === 'block';
  const partner = verdict?.partner ?? null;
  const partnerBox = partner === null || blocked ? null : boxOf(props, partner, drag.start, drag.end);
  const times = frame.words.times({ from: drag.start, to: drag.end });
  const note = partner === null ? times : `${times} · ${frame.nameOf(partner)}`;
  const after = drag.facts?.needs.after ?? 0;
  const room = box.width - 16;
  const offset = drag.subject.kind === 'appointment' ? drag.start - drag.subject.appointment.start : 0;
  const along = companions(console, drag).flatMap((one) =>
    one.claims.flatMap(({ resourceId }) => {
      const there = boxOf(props, resourceId, one.start + offset, one.end + offset);
      return there === null ? [] : [{ key: `${one.id} ${resourceId}`, box: there }];
    }),
  );
  return (
    <>
      <div
        className={styles['ghost']}
        data-hue={subjectHue(drag.subject) ?? undefined}
        data-level={verdict?.verdict.level}
        style={styleOf(box)}
      >
        <b>{frame.texts.title.cut(subjectTitle(drag.subject), room)}</b>
        {box.height < 30 ? null : <i>{frame.texts.note.cut(note, room)}</i>}
        {after > 0 ? (
          <span className={styles['buffer']} style={{ width: Math.max(2, frame.scale.length(after * MINUTE) - 4) }} />
        ) : null}
      </div>
      {along.map((one) => (
        <div key={one.key} className={styles['partner']} style={styleOf(one.box)} />
      ))}
      {partnerBox === null ? null : (
        <div className={styles['partner']} style={styleOf(partnerBox)}>
          {frame.texts.title.cut(frame.words.ui('ui.drag.with', { name: frame.nameOf(drag.laneId) }), room)}
        </div>
      )}
    </>
  );
}

/** The slots of the suggestions list, where they would be. */
function Offers(props: GhostsProps) {
  const { ghosts, hotGhost } = usePart(
    (console) => console.selection,
    (selection) => selection,
  );
  const { from, to } = props.frame.scale.range;
  return ghosts.flatMap((slot, index) =>
    [slot.technician?.id, slot.bay?.id].flatMap((laneId) => {
      const box =
        laneId === undefined || slot.end <= from || slot.start >= to
          ? null
          : boxOf(props, laneId, slot.start, slot.end);
      return box === null ? (
        []
      ) : (
        <div
          key={`${index} ${laneId}`}
          className={styles['offer']}
          data-hot={index === hotGhost || undefined}
          style={styleOf(box)}
        >
          {index + 1}
        </div>
      );
    }),
  );
}

/** Everything that floats over the bars; nothing of it takes the pointer. */
export function Ghosts(props: GhostsProps) {
  const { frame, layout, top } = props;
  const style = { left: frame.side, top, width: frame.scale.width, height: layout.tops.at(-1) ?? 0 };
  return (
    <div className={around['layer']} style={style} aria-hidden="true">
      <Offers {...props} />
      <DragGhost {...props} />
    </div>
  );
}
