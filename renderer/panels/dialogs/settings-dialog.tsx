import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { LANE_HEIGHTS, STEPS, type LaneHeight, type Language, type Theme } from '../../state/session.ts';
import { useConsole, useSession, useSetup, useWords } from '../../state/use-console.ts';
import { hostPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import { Pairs, Section } from '../shared/section.tsx';
import { Backups } from './backups.tsx';
import form from '../shared/field.module.css';
import styles from './dialogs.module.css';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const LANGUAGES: readonly Language[] = ['en', 'de'];
const HEIGHTS: readonly LaneHeight[] = ['fit', ...LANE_HEIGHTS];

/** How this person wants to see it; kept on this machine. */
function Look() {
  const { session } = useConsole();
  const words = useWords();
  const now = useSession((one) => one);
  return (
    <div className={styles['settings']}>
      <span>{words.ui('ui.view.colours')}</span>
      <Segmented
        label={words.ui('ui.view.colours')}
        value={now.theme}
        options={THEMES.map((theme) => ({ value: theme, label: words.ui(`ui.settings.theme.${theme}`) }))}
        onChange={(theme) => session.setState({ theme })}
      />
      <span>{words.ui('ui.view.language')}</span>
      <Segmented
        label={words.ui('ui.view.language')}
        value={now.language}
        options={LANGUAGES.map((language) => ({ value: language, label: words.ui(`ui.language.${language}`) }))}
        onChange={(language) => session.setState({ language })}
      />
      <span>{words.ui('ui.settings.density')}</span>
      <Segmented
        label={words.ui('ui.settings.density')}
        value={String(now.laneHeight)}
        options={HEIGHTS.map((height) => ({
          value: String(height),
          label: height === 'fit' ? words.ui('ui.settings.fit') : words.ui('ui.settings.pixels', { pixels: height }),
        }))}
        onChange={(value) => {
          const laneHeight = HEIGHTS.find((height) => String(height) === value);
          if (laneHeight !== undefined) session.setState({ laneHeight });
        }}
      />
      <span>{words.ui('ui.view.step')}</span>
      <Segmented
        label={words.ui('ui.view.step')}
        value={String(now.step)}
        options={STEPS.map((step) => ({
          value: String(step),
          label: words.ui('ui.settings.minutes', { minutes: step }),
        }))}
        onChange={(value) => {
          const step = STEPS.find((one) => String(one) === value);
          if (step !== undefined) session.setState({ step });
        }}
      />
    </div>
  );
}

function About() {
  const words = useWords();
  const setup = useSetup().value;
  if (setup === undefined) return null;
  return (
    <Section title={words.ui('ui.settings.about')}>
      <Pairs
        wide
        pairs={[
          { key: 'version', name: 'Laneway', value: setup.version },
          { key: 'zones', name: words.ui('ui.settings.zones'), value: setup.zoneTable },
          { key: 'host', name: words.ui('ui.settings.host'), value: words.say(hostPhrase(setup.host)) },
          { key: 'actor', name: words.ui('ui.settings.actor'), value: `${setup.actor.name}, ${setup.actor.role}` },
          { key: 'sequence', name: words.ui('ui.settings.sequence'), value: setup.sequence },
        ]}
      />
    </Section>
  );
}

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={words.ui('ui.settings')} width={560}>
      <Look />
      <Backups />
      <About />
      <div className={form['end']}>
        <Button look="primary" onClick={onClose}>
          {words.ui('ui.close')}
        </Button>
      </div>
    </Dialog>
  );
}
