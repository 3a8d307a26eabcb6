// The recorded steps behind a contour plot as a table: one lane's, or those of all lanes whose paths it shows.
import { formatNumber } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { at } from './numeric.ts';
import { spreadIndices } from './table-rows.ts';
import type { TableContent } from './TableTwin.tsx';

const absent = '–';

/** @param companions lanes whose columns follow those of the first */
export function pathTable(view: LaneView, companions: readonly LaneView[] = []): TableContent {
  const [first, second] = view.surface?.plane.labels ?? ['first coordinate', 'second coordinate'];
  const all = [view, ...companions];
  const titles = all.flatMap(({ label }) =>
    [first, second, 'loss'].map((title) => (all.length > 1 ? `${label}: ${title}` : title)),
  );
  // A lane that has diverged has recorded fewer steps than the others.
  const longest = all.reduce((most, each) => (countOf(each) > countOf(most) ? each : most), view);
  return {
    columns: ['step', ...titles],
    rows: spreadIndices(countOf(longest)).map((k) => {
      const step = at(longest.lane.trajectory.iterations, k);
      return [String(step), ...all.flatMap((each) => cells(each, k, step))];
    }),
  };
}

const countOf = ({ path, lane }: LaneView) => Math.min(path.count, lane.trajectory.count);

function cells(view: LaneView, k: number, step: number): string[] {
  const { points } = view.path;
  const { iterations, losses } = view.lane.trajectory;
  if (k >= countOf(view) || at(iterations, k) !== step) return [absent, absent, absent];
  return [at(points, 3 * k), at(points, 3 * k + 1), at(losses, k)].map((value) =>
    formatNumber(value),
  );
}
