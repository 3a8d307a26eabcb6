// What is written along the three axes, and from where: the box's edges and the ends of their tick marks. Pure.
import type { CameraPose } from '../session/types.ts';
import { axisEdges, tickLength, type AxisTicks } from './axes.ts';
import { boxHeight } from './box.ts';

type Corner = readonly [number, number, number];

export interface TextAxis {
  readonly title: string;
  readonly texts: readonly string[];
  /** In box coordinates along the axis. */
  readonly places: readonly number[];
  readonly ends: readonly [number, number];
  /** What stands at the ends, where there is no room for the ticks. */
  readonly endTexts: readonly [string, string];
  readonly titlePlace: number;
  /** From a place along the axis to the point there, and to the end of a tick mark there. */
  readonly at: (place: number) => Corner;
  readonly outside: (place: number) => Corner;
  /** The title stands above this point instead of beside the axis, where no tick can be. */
  readonly above?: Corner;
}

/** The axes of u, v and, unless it would point at the reader, loss. */
export function textAxes(
  pose: CameraPose,
  ticks: AxisTicks,
  [uName, vName]: readonly [string, string],
): TextAxis[] {
  const { uSide, vSide, corner, left, upright } = axisEdges(pose);
  const [x, y] = corner;
  const out = 1 + tickLength;
  const floor = { ends: [-1, 1], titlePlace: 0 } as const;
  const axes: TextAxis[] = [
    {
      ...floor,
      title: uName,
      texts: ticks.u.ticks.texts,
      endTexts: ticks.u.ticks.ends,
      places: ticks.u.places,
      at: (u) => [u, uSide, 0],
      outside: (u) => [u, uSide * out, 0],
    },
    {
      ...floor,
      title: vName,
      texts: ticks.v.ticks.texts,
      endTexts: ticks.v.ticks.ends,
      places: ticks.v.places,
      at: (v) => [vSide, v, 0],
      outside: (v) => [vSide * out, v, 0],
    },
  ];
  if (upright) {
    axes.push({
      title: 'loss',
      texts: ticks.loss.ticks.texts,
      endTexts: ticks.loss.ticks.ends,
      places: ticks.loss.places,
      ends: [0, boxHeight],
      titlePlace: boxHeight,
      at: (z) => [x, y, z],
      outside: (z) => [x + left[0] * tickLength, y + left[1] * tickLength, z],
      above: [x, y, boxHeight],
    });
  }
  return axes;
}
