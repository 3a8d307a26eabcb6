// Where units stand and weights run in the diagram of a network, in pixels; and what lies under a pointer.
import type { NetworkGraph, Parameter, Unit } from './graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A parameter as a line: a weight between two units, or a bias as a short stub below its own. */
export interface Stroke {
  readonly parameter: Parameter;
  readonly from: Point;
  readonly to: Point;
  /** The middle of its number; null where there is no room for one. */
  readonly label: Point | null;
}

export interface Node extends Point {
  readonly unit: Unit;
}

export interface NetworkGeometry {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** The middle of each layer, from left to right. */
  readonly columns: readonly number[];
  readonly strokes: readonly Stroke[];
  readonly nodes: readonly Node[];
}

/** Room above the units for a line of words, and below them for the number of a bias. */
const headRoom = 24;
const footRoom = 16;
/** Rows of so many units stand this far apart, in pixels. */
const rowSpacings = [
  { units: 2, spacing: 58 },
  { units: 4, spacing: 46 },
  { units: 8, spacing: 34 },
  { units: Infinity, spacing: 22 },
];
/** Numbers stand on the weights of a layer that has no more than these, with so much room between its columns. */
const mostLabelled = 8;
const labelRoom = 84;

export function networkGeometry(graph: NetworkGraph, width: number): NetworkGeometry {
  const { sizes } = graph;
  const most = Math.max(...sizes);
  const spacing = rowSpacings.find(({ units }) => most <= units)?.spacing ?? 22;
  const height = headRoom + most * spacing + footRoom;
  const widest = width / (sizes.length + 0.5);
  const radius = Math.min(10, 0.24 * spacing, 0.2 * widest);
  const margin = radius + 5;
  const gap = (width - 2 * margin) / (sizes.length - 1);
  const columns = sizes.map((_, layer) => margin + layer * gap);
  const middle = headRoom + (most * spacing) / 2;
  const place = (layer: number, unit: number): Point => {
    const units = sizes[layer] ?? 1;
    // Few units in a high diagram spread out a little, so that their weights do not lie on each other.
    const apart = Math.min(1.6 * spacing, (most * spacing) / units);
    return { x: columns[layer] ?? 0, y: middle + (unit - (units - 1) / 2) * apart };
  };
  const nodes = graph.units.map((unit) => ({ unit, ...place(unit.layer, unit.unit) }));

  const strokes = graph.weights.map((parameter): Stroke => {
    const { layer, unit, input } = parameter;
    const [inputs = 0, units = 0] = [sizes[layer - 1], sizes[layer]];
    const [a, b] = [place(layer - 1, input), place(layer, unit)];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along = (t: number): Point => ({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
    const isLabelled = inputs * units <= mostLabelled && gap >= labelRoom;
    // Staggered, since weights into one unit meet at its end.
    const t = inputs === 1 ? 0.5 : 0.36 + (0.26 * input) / (inputs - 1);
    return {
      parameter,
      from: along(radius / length),
      to: along(1 - radius / length),
      label: isLabelled ? along(t) : null,
    };
  });
  const stub = Math.min(13, spacing / 2 - radius + 2);
  for (const { unit, x, y } of nodes) {
    if (!unit.bias) continue;
    const to = { x, y: y + radius };
    const label = spacing >= 46 && gap >= labelRoom ? { x, y: to.y + stub + 7 } : null;
    strokes.push({ parameter: unit.bias, from: { x, y: to.y + stub }, to, label });
  }
  return { width, height, radius, columns, strokes, nodes };
}

/** How far a point is from a segment, in pixels. */
export function distanceTo({ x, y }: Point, { from, to }: Pick<Stroke, 'from' | 'to'>): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy || 1;
  const t = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / squared));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}

/**
 * The item under a point: a unit's id, or the name of the nearest parameter; null for none.
 * @param reach a line may be so far away, in pixels: more for a finger
 */
export function itemAt(
  { nodes, strokes, radius }: NetworkGeometry,
  point: Point,
  reach: number,
): string | null {
  const node = nodes.find(({ x, y }) => Math.hypot(point.x - x, point.y - y) <= radius);
  if (node) return node.unit.id;
  let best: string | null = null;
  let least = reach;
  for (const stroke of strokes) {
    const distance = distanceTo(point, stroke);
    if (distance > least) continue;
    least = distance;
    best = stroke.parameter.name;
  }
  return best;
}
