/** A stack of whole numbers that keeps its memory: clearing a plain array gives it back each time. */
export interface IntStack {
  items: Int32Array;
  size: number;
}

export function intStack(): IntStack {
  return { items: new Int32Array(256), size: 0 };
}

export function push(stack: IntStack, item: number): void {
  if (stack.size === stack.items.length) {
    const items = new Int32Array(2 * stack.size);
    items.set(stack.items);
    stack.items = items;
  }
  stack.items[stack.size] = item;
  stack.size += 1;
}

/** Of a stack that is not empty. */
export function pop(stack: IntStack): number {
  stack.size -= 1;
  return stack.items[stack.size] as number;
}
