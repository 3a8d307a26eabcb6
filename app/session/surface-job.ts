// One surface in the making: cut into bands of rows that may be computed anywhere and in any order, then put together.
import {
  bandsOf,
  finishSurface,
  partSize,
  placeLosses,
  pointsBetween,
  spreadHeights,
  strideLength,
  wholeGrid,
  type GridPart,
  type Plane,
} from '../../src/index.ts';
import type { Lowest, Piece, PieceReply, SurfaceReply, SurfaceTask } from './work-messages.ts';
import type { WorkJob } from './work-job.ts';

/** A band takes no longer than this, in milliseconds: then newer work gets its turn. */
const bandTime = 4;
/**
 * Bands are made of tiles of about this much work, in milliseconds of an ordinary machine. Where tiles begin does not
 * depend on time: single precision may choose another last digit for another set of points, and the same surface should
 * have the same bits on every machine, with however many workers.
 */
const tileTime = 1;

export interface SurfaceJobOptions {
  readonly task: SurfaceTask;
  /** Milliseconds a point as measured here; null before the first. */
  measuredCost(): number | null;
  /** Somewhere to write, of at least this length; it is given back with the answer. */
  buffer(length: number): Float32Array;
}

const holds = ([left, right, bottom, top]: Plane['extent'], [a, b]: Lowest['point']) =>
  a >= left && a <= right && b >= bottom && b <= top;

/**
 * Whether no grid point shows a minimum to be a dip among others, which the picture must not call the least. Grids are of
 * single precision: a point may come out lower by 5e-6 of its loss, and by the rounding of much larger terms.
 *
 * @param min the lowest point of the grid
 * @param max the highest
 */
export const isLeast = (loss: number, min: number, max: number): boolean =>
  loss <= min + 1e-5 * min + 1e-7 * (max - min);

function tilesOf(grid: number, refines: boolean, ordinaryCost: number): GridPart[] {
  const parts = refines ? pointsBetween(grid, grid) : [wholeGrid(grid, grid)];
  return parts.flatMap((part) => {
    const points = Math.max(1, tileTime / ordinaryCost);
    return bandsOf(part, points / Math.max(1, strideLength(part.columns)));
  });
}

export function createSurfaceJob(options: SurfaceJobOptions): WorkJob {
  const { task, measuredCost, buffer } = options;
  const { ordinaryCost, searches: searchIsWanted = true } = task;
  const { plane, statistics = null, grid, coarser, generation, lane, start, iteration } = task;
  const common = { generation, lane, plane, statistics };
  const heights = coarser
    ? spreadHeights(coarser.heights, coarser.grid, coarser.grid)
    : new Float32Array(grid * grid);
  const surface = { plane, columns: grid, rows: grid, heights };
  const waiting = tilesOf(grid, coarser !== undefined, ordinaryCost);
  let left = waiting.length;
  // Searched for once in each plane.
  const isKnown = coarser?.searched ?? false;
  const isSearched = isKnown || searchIsWanted;
  let searches = searchIsWanted && !isKnown;
  let isComplete = !searches;
  let lowest = coarser?.lowest ?? null;
  let points = 0;
  let took = 0;

  /** Milliseconds. A machine that has not been measured may be slow; and a clock may be coarser than a band is long. */
  const pointTime = () => Math.max(measuredCost() ?? 2 * ordinaryCost, ordinaryCost / 4);

  const finish = (): SurfaceReply => {
    const { min, max } = finishSurface(surface);
    const least = lowest && isLeast(lowest.loss, min, max) ? lowest : null;
    const inWindow = least !== null && holds(plane.extent, least.point);
    return {
      ...{ kind: 'surface', generation, lane, plane, grid, heights, min, max, lowest, iteration },
      searched: isSearched,
      ...{ minimum: least?.point ?? null, floor: inWindow ? least.loss : Infinity },
      ...{ points, perPoint: took / Math.max(1, points) },
    };
  };

  return {
    // What refines a picture that is there already waits for those that are not.
    isPatient: coarser !== undefined,
    isLong: false,
    next() {
      if (waiting.length > 0) {
        const most = bandTime / pointTime();
        const parts: GridPart[] = [];
        let size = 0;
        for (let [tile] = waiting; tile; [tile] = waiting) {
          const more = size + partSize(tile);
          if (parts.length > 0 && more > most) break;
          parts.push(tile);
          waiting.shift();
          size = more;
        }
        const band = { columns: grid, rows: grid, parts, points: size, heights: buffer(size) };
        return { kind: 'band', ...common, ...band };
      }
      if (!searches) return null;
      searches = false;
      return { kind: 'minimum', ...common, start };
    },
    timeOf: (piece) => (piece.kind === 'band' ? piece.points * pointTime() : bandTime),
    giveBack(piece) {
      if (piece.kind === 'band') waiting.unshift(...piece.parts);
      else searches = true;
    },
    accept(piece: Piece, reply: PieceReply) {
      if (reply.kind === 'minimum') {
        isComplete = true;
        ({ lowest } = reply);
      } else if (reply.kind === 'band' && piece.kind === 'band') {
        let at = 0;
        for (const part of piece.parts) {
          const size = partSize(part);
          placeLosses(surface, part, reply.heights.subarray(at, at + size));
          at += size;
        }
        left -= piece.parts.length;
        points += at;
        took += reply.took;
      }
      return left === 0 && isComplete ? finish() : null;
    },
  };
}
