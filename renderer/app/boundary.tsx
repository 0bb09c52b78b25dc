import { Component, type ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { useWords } from '../state/use-console.ts';
import styles from './shell.module.css';

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
}

function Failed({ again }: { readonly again: () => void }) {
  const words = useWords();
  return (
    <div className={styles['state']} role="alert">
      <p>{words.ui('ui.state.defect')}</p>
      <Button onClick={again}>{words.ui('ui.state.again')}</Button>
    </div>
  );
}

/** A defect in one part of the screen stays in that part. React offers this as a class alone. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override render(): ReactNode {
    if (this.state.failed) return <Failed again={() => this.setState({ failed: false })} />;
    return this.props.children;
  }
}
