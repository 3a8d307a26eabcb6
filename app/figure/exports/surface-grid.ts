// The grids of the surfaces that are drawn.
import type { Surface } from '../../../src/index.ts';
import type { LaneView } from '../../session/types.ts';

export interface DrawnSurface {
  readonly id: string;
  readonly view: LaneView;
  readonly surface: Surface;
  /** The step whose parameters it goes through. */
  readonly iteration: number;
}

/** @throws {RangeError} before the first */
export function drawnSurfaces(views: readonly LaneView[]): DrawnSurface[] {
  const drawn = views.flatMap((view) =>
    view.surface
      ? [{ id: view.id, view, surface: view.surface, iteration: view.surfaceIteration }]
      : [],
  );
  if (drawn.length === 0) throw new RangeError('no surface has been computed yet');
  return drawn;
}

/** `[u, v, loss]` of every point, row by row from the least v. */
export function* gridPoints({ plane, columns, rows, heights }: Surface) {
  const [left, right, bottom, top] = plane.extent;
  for (let row = 0; row < rows; row++) {
    const v = bottom + ((top - bottom) * row) / (rows - 1);
    for (let column = 0; column < columns; column++) {
      const u = left + ((right - left) * column) / (columns - 1);
      yield [u, v, heights[row * columns + column] ?? Number.NaN] as const;
    }
  }
}
