import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import type { Toast } from '../state/notices.ts';
import { useConsole, usePart, useWords } from '../state/use-console.ts';
import styles from './shell.module.css';

/** Bad news waits longer, because it is a sentence to be read. */
const STAYS: Readonly<Record<Toast['tone'], number>> = { ok: 5000, warn: 9000, bad: 12_000 };

function Note({ toast }: { readonly toast: Toast }) {
  const { notices } = useConsole();
  const words = useWords();
  useEffect(() => {
    const timer = setTimeout(() => notices.dismiss(toast.id), STAYS[toast.tone]);
    return () => clearTimeout(timer);
  }, [notices, toast]);
  const { action } = toast;
  return (
    <div className={styles['toast']} data-tone={toast.tone} role={toast.tone === 'ok' ? 'status' : 'alert'}>
      <p>{toast.text}</p>
      {action === undefined ? null : (
        <Button
          size="small"
          onClick={() => {
            notices.dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" look="quiet" label={words.ui('ui.dismiss')} onClick={() => notices.dismiss(toast.id)}>
        <X size={16} strokeWidth={1.5} />
      </IconButton>
    </div>
  );
}

export function Toasts() {
  const toasts = usePart(
    (console) => console.notices,
    (notices) => notices.toasts,
  );
  return (
    <div className={styles['toasts']}>
      {toasts.map((toast) => (
        <Note key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
