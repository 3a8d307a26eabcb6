// Panels of lanes that stand side by side begin at one height, however many lines a name or settings of its own take.
import { useEffect } from 'react';

/** @param lanes what holds the lanes */
export function useAlignedHeads(lanes: HTMLElement | null): void {
  // After every rendering: another lane, or a line more in a head, is something else to watch.
  useEffect(() => {
    if (!lanes) return undefined;
    const heads = [...lanes.querySelectorAll<HTMLElement>('.lane-header')];
    const observer = new ResizeObserver(() => alignHeads(heads));
    // A head that has been given a height tells nothing any more; its lines do.
    for (const head of heads) for (const line of head.children) observer.observe(line);
    return () => observer.disconnect();
  });
}

function alignHeads(heads: readonly HTMLElement[]): void {
  for (const head of heads) head.style.minHeight = '';
  const boxes = heads.map((head) => ({
    row: head.offsetTop,
    height: Number.parseFloat(getComputedStyle(head).height),
  }));
  heads.forEach((head, k) => {
    const heights = boxes.flatMap(({ row, height }) => (row === boxes[k]?.row ? [height] : []));
    head.style.minHeight = `${Math.max(...heights)}px`;
  });
}
