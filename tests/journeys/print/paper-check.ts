import type { Page } from 'playwright/test';

/** Every box and every line of text on paper that leaves its page, is cut, runs into the foot, or is too pale. */
export async function flawsOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const flaws = await page.evaluate(() => {
    const found: string[] = [];
    const mm = 96 / 25.4;
    // Hour figures stand astride the frame of the strip, so the sides have a little play.
    const side = 11.5 * mm;
    const shades = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((one) => Number(one) / 255);
      const linear = (one: number): number => (one <= 0.040_45 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    for (const article of document.querySelectorAll('[data-paper="print"] article')) {
      const frame = article.getBoundingClientRect();
      const name = article.getAttribute('aria-label') ?? '';
      const inside = (what: string, box: DOMRect): void => {
        if (
          box.left < frame.left + side ||
          box.right > frame.right - side ||
          box.top < frame.top + 12 * mm ||
          box.bottom > frame.bottom - 10 * mm
        )
          found.push(`${name}: ${what} leaves the page`);
      };
      const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        const node = texts.currentNode;
        const words = (node.textContent ?? '').trim();
        const parent = node.parentElement;
        if (words === '' || parent === null) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) inside(`“${words.slice(0, 40)}”`, box);
        const label = parent.closest('[data-label]')?.getBoundingClientRect();
        const wide = range.getBoundingClientRect();
        if (label !== undefined && (wide.left < label.left || wide.right > label.right))
          found.push(`${name}: “${words}” is wider than its block`);
        if (1.05 / (shades(getComputedStyle(parent).color) + 0.05) < 7) found.push(`${name}: “${words}” is pale`);
      }
      for (const element of article.querySelectorAll('*:not(svg *)')) {
        inside(element.tagName, element.getBoundingClientRect());
        if (
          element.clientWidth > 0 &&
          element.scrollWidth > element.clientWidth + 1 &&
          !element.matches('[data-label], [data-label] *')
        )
          if (getComputedStyle(element).overflow !== 'visible') found.push(`${name}: ${element.tagName} is cut`);
      }
      const blocks = Array.from(article.children, (child) => child.getBoundingClientRect());
      blocks.forEach((box, index) => {
        const next = blocks[index + 1];
        if (next !== undefined && box.bottom > next.top + 0.5) found.push(`${name}: block ${index} runs into the next`);
      });
    }
    return found;
  });
  await page.emulateMedia({ media: null });
  return flaws;
}
