import type { JobSheet } from '../../core/contract/views/sheet-view.ts';
import { hatch } from './hatch.ts';
import { textWidth, type Paper } from './paper.ts';
import type { Press } from './sheet-words.ts';
import styles from './sheet.module.css';
import { labelLines } from './strip-label.ts';
import { stripOf, type Share } from './strip.ts';

/** Millimetres. */
const HEIGHT = 9;
/** The break's word may come nearer to its frame than a title. */
const SLACK = 0.8;
/** Lower edge of the strip, where the drives run. */
const DRIVE_AT = HEIGHT - 1.25;

/** The day as a picture: jobs as blocks, breaks hatched, drives dashed, the shift as a heavy base line. */
export function DayStrip({
  sheet,
  press,
  paper,
}: {
  readonly sheet: JobSheet;
  readonly press: Press;
  readonly paper: Paper;
}) {
  const { zones, sheets, words } = press;
  const width = textWidth(paper);
  const strip = stripOf(sheet, { zones, zone: sheets.location.zone, day: sheets.day });
  const wide = ({ from, to }: Share): number => (to - from) * width;
  return (
    <div className={styles['strip']}>
      <div className={styles['band']}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {strip.breaks.map((pause) => (
            <g key={pause.from} fill="none" stroke="#000">
              <path d={hatch(pause.from * width, pause.to * width, HEIGHT)} strokeWidth={0.16} />
              <rect x={pause.from * width} y={0} width={wide(pause)} height={HEIGHT} strokeWidth={0.18} />
            </g>
          ))}
          {strip.drives.map((drive) => (
            <path
              key={drive.from}
              d={`M${drive.from * width} ${DRIVE_AT}H${drive.to * width}`}
              stroke="#000"
              strokeWidth={1.9}
              strokeDasharray="0.4 0.6"
            />
          ))}
          {strip.blocks.map((block) => (
            <rect
              key={block.id}
              x={block.from * width}
              y={(block.row / block.rows) * HEIGHT}
              width={wide(block)}
              height={HEIGHT / block.rows}
              fill="#fff"
              stroke="#000"
              strokeWidth={0.25}
            />
          ))}
          <rect x={0} y={0} width={width} height={HEIGHT} fill="none" stroke="#000" strokeWidth={0.25} />
          {strip.shifts.map((shift) => (
            <path
              key={shift.from}
              d={`M${shift.from * width} ${HEIGHT}H${shift.to * width}`}
              stroke="#000"
              strokeWidth={0.8}
            />
          ))}
        </svg>
        {strip.breaks.map((pause) => (
          <span key={pause.from} className={styles['label']} style={place(pause)}>
            {labelLines(words.ui('ui.sheet.break'), wide(pause) + SLACK, 1)
              .filter((text) => !text.endsWith('…'))
              .map((text) => (
                <b key={text}>{text}</b>
              ))}
          </span>
        ))}
        {strip.blocks.map((block) => (
          <span key={block.id} className={styles['label']} style={place(block, block.row, block.rows)} data-label="">
            {block.rows > 2
              ? null
              : labelLines(block.title, wide(block), block.rows === 1 ? 2 : 1).map((text) => <i key={text}>{text}</i>)}
          </span>
        ))}
      </div>
      <div className={styles['hours']}>
        {strip.hours.map(({ at, hour }) => (
          <span key={at} style={{ left: `${at * 100}%` }}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  );
}

function place({ from, to }: Share, row = 0, rows = 1) {
  return {
    left: `${from * 100}%`,
    width: `${(to - from) * 100}%`,
    top: `${(row / rows) * 100}%`,
    height: `${100 / rows}%`,
  };
}
