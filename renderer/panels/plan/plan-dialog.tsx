import { useState } from 'react';
import { Dialog } from '../../design/dialog.tsx';
import { useConsole, useSession, useWords } from '../../state/use-console.ts';
import { PLANNED_DAYS, type PlanDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanProgress } from './plan-progress.tsx';
import { PlanResult } from './plan-result.tsx';
import { usePlanRun } from './use-plan-run.ts';

/** A plan for the days in sight: asked for, watched while it is searched for, read, and taken whole or in part. */
export function PlanDialog({ onClose }: { readonly onClose: () => void }) {
  const console = useConsole();
  const words = useWords();
  const shownDays = useSession((one) => one.days);
  const run = usePlanRun();
  const [draft, setDraft] = useState<PlanDraft>(() => ({
    date: console.date(),
    days: PLANNED_DAYS.find((days) => days === shownDays) ?? 1,
    seconds: 5,
    mayMove: false,
    overtime: false,
    prove: false,
  }));
  const { now } = run;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={words.ui('ui.plan')} width={860}>
      {now.stage === 'asking' ? (
        <PlanForm
          draft={draft}
          refused={now.refused}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          onSearch={run.search}
          onClose={onClose}
        />
      ) : null}
      {now.stage === 'searching' ? <PlanProgress share={now.share} found={now.found} onStop={run.stop} /> : null}
      {now.stage === 'found' ? (
        <PlanResult view={now.view} overtime={draft.overtime} onAgain={run.again} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}
