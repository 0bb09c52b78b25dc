import { describe, expect, it } from 'vitest';
import { insert, invert, remove, update, type OpOn } from '../../../core/domain/ops/op.ts';
import { rewound } from '../../../core/domain/ops/rewind.ts';
import type { Unit } from '../../../core/domain/work/customer.ts';
import { customer, unit } from '../../store/sample-rows.ts';

describe('a row rewound', () => {
  const first: Unit = unit(51, customer(50).id);
  const second: Unit = { ...first, name: 'Lorry' };
  const renamed = update('unit', first, second);

  it('is gone before it was made, and there before it was removed', () => {
    expect(rewound(first, [insert('unit', first)])).toBeUndefined();
    expect(rewound<'unit'>(undefined, [remove('unit', first)])).toEqual(first);
  });

  it('has the fields from before each change, newest change first', () => {
    if (renamed === null) throw new Error('Nothing differs');
    expect(rewound(second, [renamed])).toEqual(first);
    expect(rewound<'unit'>(undefined, [remove('unit', second), renamed])).toEqual(first);
    expect(rewound<'unit'>(undefined, [remove('unit', second), renamed, insert('unit', first)])).toBeUndefined();
  });

  it('is as it was after a change and its inverse', () => {
    if (renamed === null) throw new Error('Nothing differs');
    expect(rewound(first, [invert(renamed) as OpOn<'unit'>, renamed])).toEqual(first);
  });
});
