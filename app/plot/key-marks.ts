// What the marks of a plot mean, each with the function that draws it there.
import type { Experiment } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { bandStyles } from '../color-map.ts';
import { drawArrow, drawCross } from './draw-minimum.ts';
import { drawCurrent, drawExit, drawRing } from './draw-path.ts';
import { drawCurvature, drawStep } from './draw-point-marks.ts';
import { drawRays } from './draw-rays.ts';

export interface KeyMark {
  readonly id: string;
  readonly text: string;
  /** A sentence or two for those who ask. */
  readonly meaning: string;
  /** Of the sign, in pixels; every one is as high as the others. */
  readonly width: number;
  draw(context: CanvasRenderingContext2D): void;
  /** Told to those who ask alone: the line has no room for all. */
  readonly onlyAsked?: boolean;
  /** Whether the figure's pictures have it. */
  isIn(
    experiment: Pick<Experiment, 'panels' | 'marks'>,
    views: readonly Pick<LaneView, 'scaleInvariant'>[],
  ): boolean;
}

export const keyHeight = 16;
const middle = keyHeight / 2;

/** Paths have the colours of their lanes, which the key of all of them cannot have. */
const path = { color: '#3d3d3d', casing: '#ffffff', diverged: false };

const inPanels =
  (...ids: readonly string[]) =>
  ({ panels }: Pick<Experiment, 'panels'>) =>
    ids.some((id) => panels.includes(id));
const everywhere = inPanels('surface', 'contour', 'common');
const inPlots = inPanels('contour', 'common');
/** The marks of a point: where several paths stand in one plot there are none. */
const atPoints = ({ panels, marks }: Pick<Experiment, 'panels' | 'marks'>) =>
  marks && panels.includes('contour');

export const keyMarks: readonly KeyMark[] = [
  {
    id: 'start',
    text: 'start',
    meaning:
      'Where a lane began. A path has the colour of its lane; steps that belong to earlier maps fade.',
    width: 18,
    draw: (context) => drawRing(context, [9, middle], path),
    isIn: everywhere,
  },
  {
    id: 'now',
    text: 'now',
    meaning: 'Where a lane is after its latest step; a cross if it has diverged.',
    width: 18,
    draw: (context) => drawCurrent(context, [9, middle], [9, middle], path),
    isIn: everywhere,
  },
  {
    id: 'gap',
    text: 'gap to surface',
    meaning:
      'In 3D: from a step’s own loss to the surface there, which moves as parameters that are not on the axes learn. They show how far a path is above the surface or under it. What the surface hides is faint.',
    width: 24,
    draw: drawGap,
    isIn: inPanels('surface'),
  },
  {
    id: 'outside',
    text: 'leaves the window',
    meaning: 'Here the path has left the window.',
    width: 16,
    draw: (context) => drawExit(context, [13, middle], [20, middle], path),
    isIn: inPlots,
  },
  {
    id: 'gradient-step',
    text: 'a gradient step',
    meaning:
      'Where one step down the gradient of all rows would lead at the lane’s learning rate. The arrow is as long as that step; one too short to be seen is not drawn. The optimizer’s way is the coloured path.',
    width: 28,
    draw: (context) =>
      drawStep(context, [-3, middle], [26, middle], { left: -9, top: 0, width: 60, height: 16 }),
    isIn: atPoints,
  },
  {
    id: 'curvature',
    text: 'curvature (equal loss)',
    meaning:
      'Along the ellipse the loss would be the same if it curved everywhere as at its middle: long where it is flat, short where it is steep; where it is nearly flat, its sides are two lines. A saddle has its axes alone, the one along which the loss curves downwards in short strokes.',
    width: 54,
    draw: drawCurvatures,
    isIn: atPoints,
  },
  {
    id: 'least',
    text: 'least loss',
    meaning:
      'The least loss in the slice that is drawn, which moves as the weights that are not on the axes learn. Where none is found there is no cross.',
    width: 18,
    draw: (context) => drawCross(context, 9, middle),
    isIn: everywhere,
  },
  {
    id: 'least-outside',
    text: 'it lies outside',
    meaning:
      'The least loss lies outside the window, this way; its distance from the current point is in units of the weights.',
    width: 24,
    onlyAsked: true,
    draw: (context) => drawArrow(context, [20, middle], [1, 0]),
    isIn: inPlots,
  },
  {
    id: 'rays',
    text: 'ray of one loss',
    meaning:
      'Batch norm takes the length of these two weights away: along each ray from 0 the loss is the same. 0 may lie outside the window.',
    width: 24,
    draw: (context) =>
      drawRays(context, { x: () => 0, y: () => middle, left: 0, top: 0, width: 24, height: 16 }),
    onlyAsked: true,
    isIn: (experiment, views) =>
      inPlots(experiment) && views.some(({ scaleInvariant }) => scaleInvariant),
  },
  {
    id: 'target',
    text: 'target loss',
    meaning: 'On the colours: the loss at which a lane has learned its task.',
    width: 16,
    draw: drawTarget,
    isIn: inPlots,
  },
];

/** What most marks stand on in a plot: the colour of losses a little below the middle. */
export const keyGround = bandStyles(14)[5] ?? 'none';

/** The ellipse, and beside it what is seen of a long one. */
function drawCurvatures(context: CanvasRenderingContext2D): void {
  const draw = (x: number, across: number, upright: number) => {
    const ends = [
      [across, 0],
      [0, upright],
    ] as const;
    drawCurvature(context, [x, middle], ends, [true, true]);
  };
  draw(16, 13, 5.5);
  draw(44, 5, 500);
}

/** As on the legend: a stroke across the strip of colours, with a rim of paper. */
function drawTarget(context: CanvasRenderingContext2D): void {
  const { canvas } = context;
  const token = (name: string) => getComputedStyle(canvas).getPropertyValue(name).trim();
  context.clearRect(0, 0, 16, keyHeight);
  bandStyles(4).forEach((style, k) => {
    context.fillStyle = style;
    context.fillRect(3, keyHeight - 4 * (k + 1), 9, 4);
  });
  context.fillStyle = token('--paper');
  context.fillRect(0, middle - 2, 15, 4);
  context.fillStyle = token('--ink');
  context.fillRect(1, middle - 1, 13, 2);
}

/** As in 3D: a path above its surface, with lines down to it. */
function drawGap(context: CanvasRenderingContext2D): void {
  const line = (
    style: string,
    width: number,
    ...points: readonly (readonly [number, number])[]
  ) => {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.beginPath();
    for (const point of points) context.lineTo(...point);
    context.stroke();
  };
  for (const [style, more] of [
    [path.casing, 2],
    [path.color, 0],
  ] as const) {
    for (const x of [4, 12, 20]) line(style, 1.2 + more, [x, 4], [x, keyHeight]);
    line(style, 2.2 + more, [1, 4], [23, 4]);
  }
}
