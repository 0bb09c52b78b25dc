import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

const NOTHING: Viewport = { width: 0, height: 0 };

/** The inner size of an element, followed as it changes. */
export function useViewport(host: RefObject<HTMLElement | null>): Viewport {
  const [size, setSize] = useState(NOTHING);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  return size;
}
