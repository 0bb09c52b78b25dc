import type { Import } from './imports.ts';

/** Import cycles, each as the files along it. Tarjan's strongly connected components, without recursion limits in mind. */
export function importCycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, file } of imports) {
    if (file === undefined) continue;
    next.set(from, [...(next.get(from) ?? []), file]);
  }
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();

  const enter = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    stack.push(file);
    onStack.add(file);
    for (const other of next.get(file) ?? []) {
      if (!order.has(other)) {
        enter(other);
        lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(other) ?? 0));
      } else if (onStack.has(other)) {
        lowest.set(file, Math.min(lowest.get(file) ?? 0, order.get(other) ?? 0));
      }
    }
    if (lowest.get(file) !== order.get(file)) return;
    const component = stack.splice(stack.indexOf(file));
    for (const member of component) onStack.delete(member);
    const toItself = next.get(file)?.includes(file) === true;
    if (component.length > 1 || toItself) found.push(component.toSorted());
  };
  for (const file of next.keys()) if (!order.has(file)) enter(file);
  return found;
}
