import { Fragment } from 'react';
import { tierPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { Customer, Unit } from '../../../core/domain/work/customer.ts';
import { Chip } from '../../design/chip.tsx';
import { useWords } from '../../state/use-console.ts';
import styles from '../shared/panel.module.css';
import { Pairs, Section, type Pair } from '../shared/section.tsx';

export function Phone({ number }: { readonly number: string }) {
  return (
    <a className={styles['link']} href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>
      {number}
    </a>
  );
}

/** `Rosa Lindqvist · Volvo FH16, 84-KLM-2 · Fleet`, under a title. */
export function CustomerLine({ customer, unit }: { readonly customer: Customer | null; readonly unit: Unit | null }) {
  const words = useWords();
  const unitText = unit === null ? null : [unit.name, unit.plate].filter((one) => one !== '').join(', ');
  const names = [customer?.name ?? null, unitText].filter((one) => one !== null);
  if (names.length === 0) return null;
  return (
    <div className={styles['muted']}>
      {names.map((name, index) => (
        <Fragment key={name}>
          {index === 0 ? null : ' · '}
          <span className={styles['whole']}>{name}</span>
        </Fragment>
      ))}
      {customer === null || customer.tier === 'standard' ? null : (
        <>
          {' · '}
          <Chip>{words.say(tierPhrase(customer.tier))}</Chip>
        </>
      )}
    </div>
  );
}

/** How to reach who is served. */
export function CustomerSection({ customer, unit }: { readonly customer: Customer; readonly unit: Unit | null }) {
  const words = useWords();
  const pairs: readonly (Pair | null)[] = [
    { key: 'name', name: words.ui('ui.customer.name'), value: customer.name },
    customer.phone === ''
      ? null
      : { key: 'phone', name: words.ui('ui.customer.phone'), value: <Phone number={customer.phone} /> },
    customer.email === ''
      ? null
      : {
          key: 'email',
          name: words.ui('ui.customer.email'),
          value: (
            <a className={styles['link']} href={`mailto:${customer.email}`}>
              {customer.email}
            </a>
          ),
        },
    customer.address === '' ? null : { key: 'address', name: words.ui('ui.customer.address'), value: customer.address },
    ...customer.contacts.map((one, index) => ({
      key: `contact-${index}`,
      name: index === 0 ? words.ui('ui.customer.contacts') : '',
      value: (
        <>
          {[one.name, one.role].filter((part) => part !== '').join(', ')}{' '}
          {one.phone === '' ? null : <Phone number={one.phone} />}
        </>
      ),
    })),
    unit === null || unit.details === ''
      ? null
      : { key: 'unit', name: words.ui('ui.customer.unit'), value: unit.details },
    customer.notes === '' ? null : { key: 'notes', name: words.ui('ui.customer.notes'), value: customer.notes },
  ];
  return (
    <Section title={words.ui('ui.customer')}>
      <Pairs pairs={pairs.filter((pair) => pair !== null)} />
    </Section>
  );
}
