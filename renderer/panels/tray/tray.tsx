import { useEffect, useState } from 'react';
import { TabPanel, Tabs } from '../../design/tabs.tsx';
import type { TrayTab } from '../../state/surfaces.ts';
import { useConsole, useLocation, usePart, useQuery, useWords } from '../../state/use-console.ts';
import { Gate } from '../shared/gate.tsx';
import { useKept, useSettled } from '../shared/settled.ts';
import { NO_FILTER, TrayFilterField } from './tray-filter.tsx';
import { focusCard, TrayList } from './tray-list.tsx';
import styles from './tray.module.css';

const TABS: readonly TrayTab[] = ['unassigned', 'held', 'requested', 'risk'];

/** Work that waits for a place, and promises that need an eye. */
export function Tray() {
  const words = useWords();
  const { notices, surfaces } = useConsole();
  const location = useLocation();
  const tab = usePart(
    (one) => one.surfaces,
    ({ trayTab }) => trayTab,
  );
  const [filter, setFilter] = useState(NO_FILTER);
  const text = useSettled(filter.text.trim());
  const answer = useQuery(
    'tray',
    location === undefined ? null : { locationId: location.id, tab, filter: text, dueWithinDays: filter.days },
  );
  const kept = useKept(answer);
  const counts = kept.value?.counts;
  const found = answer.value?.items.length;
  const filtered = text !== '' || filter.days !== null;
  useEffect(() => {
    if (filtered && found !== undefined) notices.announce(words.ui('ui.tray.found', { count: found }));
  }, [filtered, found, notices, words]);
  if (location === undefined) return null;
  return (
    <Tabs
      label={words.ui('ui.region.tray')}
      value={tab}
      onChange={(trayTab) => surfaces.setState({ trayTab })}
      className={styles['tray']}
      tabs={TABS.map((one) => ({
        value: one,
        label: words.ui(`ui.tray.tab.${one}`),
        count: counts?.[one],
        ...(one === 'risk' && (counts?.risk ?? 0) > 0 ? { tone: 'bad' as const } : {}),
      }))}
    >
      <TabPanel value={tab}>
        <TrayFilterField
          filter={filter}
          hidden={kept.value?.hidden ?? 0}
          onChange={setFilter}
          onEnterList={() => focusCard()}
        />
        <Gate state={kept} lines={5}>
          {(tray) =>
            tray.items.length === 0 ? (
              <p className={styles['empty']}>
                {words.ui(filtered && tray.hidden > 0 ? 'ui.tray.none' : `ui.tray.empty.${tab}`)}
              </p>
            ) : (
              <TrayList items={tray.items} tab={tab} label={words.ui(`ui.tray.tab.${tab}`)} />
            )
          }
        </Gate>
      </TabPanel>
    </Tabs>
  );
}
