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
  /** The middle of its number. */
  readonly label: Point;
  /** Whether all numbers of the diagram have room; else only that of a line that is asked for is written. */
  readonly hasRoom: boolean;
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
/** What a number takes, in pixels: up to seven characters and their halo. */
export const numberBox = { width: 50, height: 13 };

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
    const [a, b] = [place(layer - 1, input), place(layer, unit)];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along = (t: number): Point => ({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
    return {
      parameter,
      from: along(radius / length),
      to: along(1 - radius / length),
      ...{ label: along(0.5), hasRoom: false },
    };
  });
  const stub = Math.min(13, spacing / 2 - radius + 2);
  for (const { unit, x, y } of nodes) {
    if (!unit.bias) continue;
    const to = { x, y: y + radius };
    // That of the output stands at the right edge.
    const labelX = unit.layer === sizes.length - 1 ? width - numberBox.width / 2 : x;
    const label = { x: labelX, y: to.y + stub + 6 };
    strokes.push({ parameter: unit.bias, from: { x, y: to.y + stub }, to, label, hasRoom: false });
  }
  const labels = placeNumbers(strokes, nodes, radius);
  const all = labels
    ? strokes.map((stroke, k) => ({ ...stroke, label: labels[k] ?? stroke.label, hasRoom: true }))
    : strokes;
  return { width, height, radius, columns, strokes: all, nodes };
}

/** Parts of a weight's line at which its number may stand, the best first. */
const parts = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.8];

/** A place for every number, on no other and on no unit; null where some have none. */
function placeNumbers(
  strokes: readonly Stroke[],
  nodes: readonly Node[],
  radius: number,
): Point[] | null {
  const { width, height } = numberBox;
  const placed = new Map<Stroke, Point>();
  const isFree = ({ x, y }: Point) =>
    [...placed.values()].every(
      (each) => Math.abs(each.x - x) >= width || Math.abs(each.y - y) >= height,
    ) &&
    nodes.every(
      (node) =>
        Math.abs(node.x - x) >= width / 2 + radius || Math.abs(node.y - y) >= height / 2 + radius,
    );
  const isBias = ({ parameter }: Stroke) => parameter.kind === 'bias';
  // Those of biases have but one place each.
  for (const stroke of [...strokes].sort((a, b) => Number(isBias(b)) - Number(isBias(a)))) {
    const { from, to, label } = stroke;
    const along = (t: number) => ({
      x: from.x + t * (to.x - from.x),
      y: from.y + t * (to.y - from.y),
    });
    const place = (isBias(stroke) ? [label] : parts.map(along)).find(isFree);
    if (!place) return null;
    placed.set(stroke, place);
  }
  return strokes.map((stroke) => placed.get(stroke) ?? stroke.label);
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
