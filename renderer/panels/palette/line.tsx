import { CalendarClock, ChevronRight, ClipboardList, Command, Phone, Thermometer, Truck, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { statusPhrase, tierPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { SearchHit, SearchKind } from '../../../core/contract/views/search-view.ts';
import { Chip } from '../../design/chip.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { useWords } from '../../state/use-console.ts';
import type { PaletteLine } from './palette-lines.ts';
import styles from './palette.module.css';

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

const ICONS: Readonly<Record<SearchKind, ReactNode>> = {
  customer: <User {...ICON} />,
  unit: <Truck {...ICON} />,
  workOrder: <ClipboardList {...ICON} />,
  appointment: <CalendarClock {...ICON} />,
};

function HitSide({ hit }: { readonly hit: SearchHit }) {
  const words = useWords();
  switch (hit.kind) {
    case 'customer':
      return (
        <>
          {hit.tier === 'standard' ? null : <Chip>{words.say(tierPhrase(hit.tier))}</Chip>} {hit.phone}
        </>
      );
    case 'unit':
      return hit.plate;
    case 'workOrder':
      return words.ui(hit.open ? 'ui.palette.open' : 'ui.palette.closed', { number: hit.number });
    case 'appointment':
      return (
        <>
          {words.moment(hit.start)} <Chip>{words.say(statusPhrase(hit.status))}</Chip>
        </>
      );
  }
}

function Text({ title, detail }: { readonly title: string; readonly detail: string }) {
  return (
    <span className={styles['main']}>
      {title}
      {detail === '' ? null : <span className={styles['detail']}>{detail}</span>}
    </span>
  );
}

/** What stands in one line of the palette. */
export function LineBody({ line }: { readonly line: PaletteLine }) {
  const words = useWords();
  switch (line.kind) {
    case 'command':
      return (
        <>
          <Command {...ICON} />
          <Text title={line.face.label} detail="" />
          {line.face.shortcut === undefined ? null : <Kbd>{line.face.shortcut}</Kbd>}
        </>
      );
    case 'sick':
      return (
        <>
          <Thermometer {...ICON} />
          <Text title={words.ui('ui.absence.of', { name: line.name })} detail="" />
        </>
      );
    case 'call':
      return (
        <>
          <Phone {...ICON} />
          <Text title={words.ui('ui.details.callFor', { name: line.name })} detail="" />
        </>
      );
    case 'hit':
      return (
        <>
          {ICONS[line.hit.kind]}
          <Text title={line.hit.title} detail={line.hit.detail} />
          <span className={styles['side']}>
            <HitSide hit={line.hit} />
          </span>
          {line.hit.kind === 'customer' || line.hit.kind === 'unit' ? <ChevronRight {...ICON} /> : null}
        </>
      );
    case 'recent':
      return (
        <>
          {ICONS[line.item.kind]}
          <Text title={line.item.title} detail={line.item.detail} />
        </>
      );
  }
}
