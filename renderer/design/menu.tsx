import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';
import { Kbd } from './kbd.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  /** Set for choices: draws a tick and says so to a screen reader. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly tone?: 'bad';
  readonly onSelect: () => void;
}

export interface MenuSection {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  readonly trigger: ReactNode;
  readonly sections: readonly MenuSection[];
  readonly align?: 'start' | 'end';
}

function Item({ item }: { readonly item: MenuItem }) {
  const inside = (
    <>
      <span className={styles['mark']}>
        {item.checked === true ? <Check size={16} strokeWidth={1.5} /> : item.icon}
      </span>
      <span className={styles['grow']}>{item.label}</span>
      {item.shortcut === undefined ? null : <Kbd>{item.shortcut}</Kbd>}
    </>
  );
  const shared = {
    className: styles['item'],
    disabled: item.disabled === true,
    'data-tone': item.tone,
    onSelect: item.onSelect,
  };
  if (item.checked === undefined) return <DropdownMenu.Item {...shared}>{inside}</DropdownMenu.Item>;
  return (
    <DropdownMenu.CheckboxItem {...shared} checked={item.checked}>
      {inside}
    </DropdownMenu.CheckboxItem>
  );
}

/** A drop-down menu of commands or choices. The trigger must take a ref. */
export function Menu({ trigger, sections, align = 'start' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(styles['panel'], styles['menu'])}
        >
          {sections.map((section, index) => (
            <Fragment key={section.label ?? section.items[0]?.id ?? index}>
              {index === 0 ? null : <DropdownMenu.Separator className={styles['separator']} />}
              {section.label === undefined ? null : (
                <DropdownMenu.Label className={styles['label']}>{section.label}</DropdownMenu.Label>
              )}
              {section.items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
