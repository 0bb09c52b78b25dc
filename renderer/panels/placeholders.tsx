/** Stands in until printing is built. */
export function PrintDialog() {
  return null;
}
