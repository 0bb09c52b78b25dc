import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { useConsole, useSession, useWords } from '../state/use-console.ts';
import { Axis, NowLine } from './axis.tsx';
import { Backdrop } from './backdrop.tsx';
import { barId } from './bar.tsx';
import type { BoardFrame } from './board-frame.ts';
import { BoardMenu } from './board-menu.tsx';
import styles from './frame.module.css';
import { Ghosts } from './ghosts.tsx';
import { GroupRow } from './group-row.tsx';
import { HoverCard } from './hover-card.tsx';
import { headId } from './lane-head.tsx';
import { Lane } from './lane.tsx';
import { AXIS_HEIGHT, fitHourWidth, fitLaneHeight, workingWindow } from './layout/fit.ts';
import type { BoardData } from './layout/lane-data.ts';
import { heightOf, rowLayout, rowsOf } from './layout/rows.ts';
import { hourTicks, timeScale } from './layout/time-scale.ts';
import type { Texts } from './texts.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardPointer } from './use-board-pointer.ts';
import { useColumns } from './use-columns.ts';
import { useGeometry } from './use-geometry.ts';
import { usePaintedMark } from './use-painted-mark.ts';
import { useStretch } from './use-stretch.ts';
import { useViewport } from './use-viewport.ts';

const OVERSCAN = 6;
const WIDE_SIDE = 212;
const NARROW_SIDE = 150;
const NARROW_BOARD = 900;

interface BoardGridProps {
  readonly data: BoardData;
  readonly texts: Texts;
}

/** The scrolling board: mounted are the lanes in sight and a few more, and of those the bars in sight. */
export function BoardGrid({ data, texts }: BoardGridProps) {
  const console = useConsole();
  const words = useWords();
  const { view } = data;
  const scroller = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scroller);
  const wishedHeight = useSession((session) => session.laneHeight);
  const wishedWidth = useSession((session) => session.hourWidth);

  const side = viewport.width < NARROW_BOARD ? NARROW_SIDE : WIDE_SIDE;
  const timeline = Math.max(100, viewport.width - side);
  const rows = useMemo(() => rowsOf(data.lanes), [data.lanes]);
  const groups = rows.length - data.lanes.length;
  const laneHeight = fitLaneHeight(wishedHeight, data.lanes.length, groups, viewport.height - AXIS_HEIGHT);
  const layout = useMemo(() => rowLayout(rows, laneHeight), [rows, laneHeight]);
  const first = view.days[0]?.range.from ?? view.now;
  const last = view.days.at(-1)?.range.to ?? view.now;
  const { from, to } = workingWindow(view);
  const hourWidth = wishedWidth === 'fit' ? fitHourWidth({ from, to }, timeline) : wishedWidth;
  const scale = useMemo(() => timeScale({ from: first, to: last }, hourWidth), [first, last, hourWidth]);
  const ticks = useMemo(
    () => hourTicks(console.zones, view.location.zone, scale.range),
    [console, view.location.zone, scale],
  );
  const scene = useMemo(
    () => ({ layout, scale, ticks, midnights: view.days.slice(1).map((day) => day.range.from) }),
    [layout, scale, ticks, view.days],
  );
  const resources = console.setup()?.resources;
  const names = useMemo(
    () => new Map<ResourceId, string>([...(resources ?? []), ...view.lanes].map((one) => [one.id, one.name])),
    [resources, view.lanes],
  );
  const nameOf = useCallback((id: ResourceId): string => names.get(id) ?? '', [names]);
  const frame = useMemo<BoardFrame>(
    () => ({ scale, words, texts, side, laneHeight, nameOf }),
    [scale, words, texts, side, laneHeight, nameOf],
  );

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? laneHeight : heightOf(row, laneHeight);
    },
    overscan: OVERSCAN,
    paddingStart: AXIS_HEIGHT,
    getItemKey: (index) => {
      const row = rows[index];
      return row?.row === 'lane' ? row.data.lane.id : (row?.kind ?? index);
    },
  });
  useLayoutEffect(() => virtual.measure(), [virtual, laneHeight, rows]);

  const columns = useColumns(scroller, timeline);
  useGeometry(scroller, { frame, layout });
  useEffect(() => console.shown.setState({ hourWidth, laneHeight }), [console, hourWidth, laneHeight]);

  useStretch(scroller, { scale, timeline, from, fit: wishedWidth === 'fit', place: view.location.id });

  usePaintedMark(viewport.width > 0);
  const keys = useBoardKeys(data);
  const pointer = useBoardPointer(data, keys.setCursor);
  const { cursor } = keys;
  const active =
    cursor === null || !data.byLane.has(cursor.laneId)
      ? undefined
      : cursor.appointmentId === null
        ? headId(cursor.laneId)
        : barId(cursor.laneId, { id: cursor.appointmentId });
  const tall = Math.max(layout.tops.at(-1) ?? 0, viewport.height - AXIS_HEIGHT);
  const label = words.ui('ui.board.label', {
    location: view.location.name,
    date: view.days[0] === undefined ? '' : words.longDate(view.days[0].date),
  });
  return (
    <>
      <BoardMenu data={data} cursor={cursor}>
        <div
          ref={scroller}
          className={styles['scroller']}
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length}
          aria-multiselectable="true"
          aria-activedescendant={active}
          tabIndex={0}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          {...pointer}
        >
          <div
            className={styles['content']}
            role="presentation"
            style={{ width: side + scale.width, height: tall + AXIS_HEIGHT }}
          >
            <Axis frame={frame} ticks={ticks} days={view.days} />
            <div className={styles['sideFill']} style={{ width: side, height: tall, marginBottom: -tall }} />
            <Backdrop scene={scene} scroller={scroller} side={side} top={AXIS_HEIGHT} viewport={viewport} />
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const top = AXIS_HEIGHT + (layout.tops[item.index] ?? 0);
              if (row.row === 'group')
                return (
                  <GroupRow
                    key={row.kind}
                    kind={row.kind}
                    lanes={row.lanes}
                    frame={frame}
                    top={top}
                    rowIndex={item.index + 1}
                  />
                );
              const { id } = row.data.lane;
              return (
                <Lane
                  key={id}
                  data={row.data}
                  frame={frame}
                  top={top}
                  rowIndex={item.index + 1}
                  from={scale.at(columns.from)}
                  to={scale.at(columns.to)}
                  cursor={cursor?.laneId === id ? (cursor.appointmentId ?? '') : null}
                />
              );
            })}
            <NowLine frame={frame} top={AXIS_HEIGHT} height={tall} />
            <Ghosts frame={frame} layout={layout} top={AXIS_HEIGHT} />
          </div>
        </div>
      </BoardMenu>
      <HoverCard scroller={scroller} data={data} frame={frame} />
    </>
  );
}
