import { ContextMenu as Radix } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';
import { Kbd } from './kbd.tsx';
import type { MenuSection } from './menu.tsx';

interface ContextMenuProps {
  readonly sections: readonly MenuSection[];
  /** What is clicked with the right button; must take a ref. */
  readonly children: ReactNode;
}

/** The menu of a right click, or of the keyboard's menu key. */
export function ContextMenu({ sections, children }: ContextMenuProps) {
  const filled = sections.filter((section) => section.items.length > 0);
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content collisionPadding={8} className={classNames(styles['panel'], styles['menu'])}>
          {filled.map((section, index) => (
            <Fragment key={section.items[0]?.id}>
              {index === 0 ? null : <Radix.Separator className={styles['separator']} />}
              {section.label === undefined ? null : (
                <Radix.Label className={styles['label']}>{section.label}</Radix.Label>
              )}
              {section.items.map((item) => (
                <Radix.Item
                  key={item.id}
                  className={styles['item']}
                  disabled={item.disabled === true}
                  data-tone={item.tone}
                  onSelect={item.onSelect}
                >
                  <span className={styles['grow']}>{item.label}</span>
                  {item.shortcut === undefined ? null : <Kbd>{item.shortcut}</Kbd>}
                </Radix.Item>
              ))}
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
