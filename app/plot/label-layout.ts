// Labels in a column that must not cover each other.

/**
 * Moves positions apart until neighbours are at least `gap` from each other, as little as that takes, and keeps
 * them between `low` and `high` while there is room for all. Order is kept.
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  low: number,
  high: number,
): number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // Groups of labels that touch: each stands centred on the mean of what its members wanted.
  const groups: { members: number[]; middle: number }[] = [];
  const extent = (size: number) => ((size - 1) * gap) / 2;
  const fit = (middle: number, size: number) =>
    Math.max(low + extent(size), Math.min(high - extent(size), middle));
  for (const index of order) {
    let group = { members: [index], middle: fit(wanted[index] ?? 0, 1) };
    let above = groups[groups.length - 1];
    while (
      above &&
      group.middle - extent(group.members.length) - above.middle - extent(above.members.length) <
        gap
    ) {
      groups.pop();
      const members = [...above.members, ...group.members];
      const mean = members.reduce((sum, k) => sum + (wanted[k] ?? 0), 0) / members.length;
      group = { members, middle: fit(mean, members.length) };
      above = groups[groups.length - 1];
    }
    groups.push(group);
  }
  const placed = Array.from({ length: wanted.length }, () => 0);
  for (const { members, middle } of groups) {
    members.forEach((index, k) => {
      placed[index] = middle - extent(members.length) + k * gap;
    });
  }
  return placed;
}
