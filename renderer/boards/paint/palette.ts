const NAMES = [
  'surface',
  'sunken',
  'line',
  'line-strong',
  'off',
  'off-line',
  'pause',
  'hatch',
  'ink-2',
  'ink-3',
  'bg',
  'ok',
  'ok-soft',
  'warn',
  'warn-soft',
  'bad',
  'accent',
] as const;

export type ColourName = (typeof NAMES)[number];
export type Palette = Readonly<Record<ColourName, string>>;

/** The tokens as a canvas understands them: the browser resolves light-dark() and forced colours for us. */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const colour = (name: ColourName): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = Object.fromEntries(NAMES.map((name) => [name, colour(name)])) as Record<ColourName, string>;
  probe.remove();
  return palette;
}
