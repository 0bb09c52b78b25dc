import { useState } from 'react';
import type { LocationId } from '../../core/domain/organization/location.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { useSetup, useWords } from '../state/use-console.ts';
import styles from './print.module.css';

interface ResourceTicksProps {
  readonly locationId: LocationId;
  readonly chosen: readonly ResourceId[];
  readonly onChosen: (chosen: readonly ResourceId[]) => void;
}

/** Above this many names one looks for them by typing. */
const MANY = 12;

/** The location's technicians and bays with boxes to tick. */
export function ResourceTicks({ locationId, chosen, onChosen }: ResourceTicksProps) {
  const words = useWords();
  const [find, setFind] = useState('');
  const setup = useSetup().value;
  const all = (setup?.resources ?? [])
    .filter((one) => one.active && one.locationId === locationId)
    .toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, words.language));
  const shown = all.filter((one) => one.name.toLocaleLowerCase().includes(find.trim().toLocaleLowerCase()));
  const toggle = (id: ResourceId): void =>
    onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className={styles['ticks']}>
      {all.length > MANY ? (
        <input
          type="search"
          className={styles['input']}
          aria-label={words.ui('ui.printing.find')}
          placeholder={words.ui('ui.printing.find')}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          // Enter looks for a name; it does not print.
          onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
        />
      ) : null}
      {/* The list scrolls, so the keyboard must reach it; its boxes do that. */}
      <div className={styles['list']}>
        {shown.length === 0 ? <p className={styles['hint']}>{words.ui('ui.printing.nobodyFound')}</p> : null}
        {(['technician', 'bay'] as const).map((kind) => {
          const some = shown.filter((one) => one.kind === kind);
          return some.length === 0 ? null : (
            <fieldset key={kind}>
              <legend className={styles['caption']}>{words.ui(`ui.printing.list.${kind}`)}</legend>
              {some.map((one) => (
                <label key={one.id} className={styles['choice']}>
                  <input type="checkbox" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} />
                  <span>{one.name}</span>
                </label>
              ))}
            </fieldset>
          );
        })}
      </div>
    </div>
  );
}
