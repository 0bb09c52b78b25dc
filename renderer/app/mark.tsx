/** Three bars on three lanes. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="3" width="11" height="4" rx="1.5" fill="var(--accent)" />
      <rect x="6" y="8.5" width="13" height="4" rx="1.5" fill="var(--repair)" />
      <rect x="3" y="14" width="8" height="4" rx="1.5" fill="var(--diagnostic)" />
    </svg>
  );
}
