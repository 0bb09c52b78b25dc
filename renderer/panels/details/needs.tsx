import type { PartLine } from '../../../core/contract/views/details-view.ts';
import type { PlacementNeeds } from '../../../core/domain/board/placement.ts';
import { Chip } from '../../design/chip.tsx';
import { useWords } from '../../state/use-console.ts';
import type { Words } from '../../words/words.ts';
import { partTone } from '../shared/placement-words.ts';
import { Pairs, Section, type Pair } from '../shared/section.tsx';

function durationText(words: Words, needs: PlacementNeeds): string {
  const { duration, before, after } = needs;
  const buffers = [
    ...(before > 0 ? [words.ui('ui.needs.before', { length: { duration: before } })] : []),
    ...(after > 0 ? [words.ui('ui.needs.after', { length: { duration: after } })] : []),
  ];
  return [words.duration(duration), ...buffers].join(' + ');
}

function stockText(words: Words, part: PartLine): string {
  if (part.inStock >= part.quantity) return words.ui('ui.needs.inStock', { count: part.inStock });
  if (part.arrivesAt !== null) return words.ui('ui.needs.arrives', { when: { moment: part.arrivesAt } });
  return words.ui('ui.needs.missing', { count: part.inStock });
}

/** A list under one name: the name stands once. */
function lines(name: string, key: string, values: readonly Pair['value'][]): readonly Pair[] {
  return values.map((value, index) => ({ key: `${key}-${index}`, name: index === 0 ? name : '', value }));
}

interface NeedsProps {
  readonly needs: PlacementNeeds;
  readonly parts: readonly PartLine[];
  /** True beside an appointment, whose place and promise stand above already. */
  readonly placed?: boolean;
}

/** What the work asks of its place, with the parts as they lie there now. */
export function Needs({ needs, parts, placed = false }: NeedsProps) {
  const words = useWords();
  const pairs: readonly Pair[] = [
    { key: 'duration', name: words.ui('ui.needs.duration'), value: durationText(words, needs) },
    ...lines(
      words.ui('ui.needs.skill'),
      'skill',
      needs.skills.map((one) => words.ui('ui.needs.level', { skill: one.skill, level: one.level })),
    ),
    {
      key: 'bay',
      name: words.ui('ui.needs.bay'),
      value:
        needs.capabilities === null
          ? words.ui('ui.needs.noBay')
          : needs.capabilities.length === 0
            ? words.ui('ui.needs.anyBay')
            : needs.capabilities.join(', '),
    },
    ...lines(
      words.ui('ui.needs.parts'),
      'part',
      parts.map((part) => (
        <>
          {words.ui('ui.needs.part', { name: part.name, quantity: part.quantity, measure: part.measure })}{' '}
          <Chip tone={partTone(part)}>{stockText(words, part)}</Chip>
        </>
      )),
    ),
    ...lines(
      words.ui('ui.needs.start'),
      'window',
      needs.windows.map((window) => words.range(window)),
    ),
    ...(needs.due === null || placed
      ? []
      : [
          {
            key: 'due',
            name: words.ui('ui.needs.promised'),
            value: words.ui('ui.needs.by', { when: { moment: needs.due } }),
          },
        ]),
    ...(needs.place === null || needs.place.address === '' || placed
      ? []
      : [{ key: 'place', name: words.ui('ui.needs.where'), value: needs.place.address }]),
  ];
  return (
    <Section title={words.ui('ui.needs')}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
