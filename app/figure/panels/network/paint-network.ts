// Keeps the diagram of a network true to its lane: widths, colours and numbers, written past React as they change.
import { formatReading, tighten } from '../../../../src/index.ts';
import type { FigureSession, LaneView } from '../../../session/types.ts';
import type { NetworkGeometry } from './geometry.ts';
import type { NetworkGraph, Unit } from './graph.ts';
import { scaleEnd, strokeStyle } from './weight-scale.ts';
import { itemWords, type Measured } from './words.ts';

export interface NetworkParts {
  /** What the strokes, numbers and cells are found in. */
  readonly root: HTMLElement;
  readonly graph: NetworkGraph;
  readonly geometry: NetworkGeometry;
  /** The item that is pointed at, or has the focus. */
  readonly active: () => string | null;
}

/** While training runs, numbers of batch norm take a sweep over all rows: no more often than this, in milliseconds. */
const measuringPace = 100;
/** Smaller numbers are written as 0. */
const rounding = 1e-12;

/** The largest size that any lane's diagram draws, rounded up. */
export function commonEnd(session: FigureSession): number {
  return scaleEnd(
    (function* () {
      for (const { lane } of session.views) {
        for (const { weights, units, inputs, bias } of lane.objective.layout.layers) {
          yield* lane.theta.subarray(weights, weights + units * inputs);
          if (bias !== null) yield* lane.theta.subarray(bias, bias + units);
        }
      }
    })(),
  );
}

/** @returns stops painting */
export function paintNetwork(
  session: FigureSession,
  view: LaneView,
  { root, graph, geometry, active }: NetworkParts,
): () => void {
  const { lane } = view;
  const find = (attribute: string, value: string) =>
    root.querySelector<HTMLElement | SVGElement>(`[${attribute}="${value}"]`);
  const lines = geometry.strokes.map(({ parameter }) => ({
    parameter,
    line: find('data-item', parameter.name),
    look: '',
  }));
  const measuredCells = graph.units.flatMap((unit) =>
    unit.normalization
      ? [
          {
            unit,
            cells: [
              [find('data-mean', unit.id), (m: Measured | null) => m?.mean],
              [find('data-deviation', unit.id), (m: Measured | null) => m?.deviation],
            ] as const,
            learned: [unit.normalization.gamma, unit.normalization.beta].flatMap((parameter) =>
              parameter ? [{ parameter, cell: find('data-learned', parameter.name) }] : [],
            ),
          },
        ]
      : [],
  );
  const detail = root.querySelector('[data-network-detail]');
  const legend = root.querySelector('[data-network-end]');
  const hasStatistics = lane.objective.layout.normalizedUnits > 0;
  let statistics = hasStatistics ? lane.objective.batchStatistics(lane.theta) : null;
  const measured = (unit: Unit): Measured | null => {
    const place = unit.normalization?.statistics ?? null;
    if (!statistics || place === null) return null;
    const { mean, variance } = statistics;
    return { mean: mean[place] ?? NaN, deviation: Math.sqrt(variance[place] ?? NaN) };
  };

  const write = (target: Element | null, text: string) => {
    if (target && target.textContent !== text) target.textContent = text;
  };
  const writeNumber = (
    target: HTMLElement | SVGElement | null,
    value: number | undefined,
    digits = 3,
  ) => {
    if (!target) return;
    // What is left of a mean of 0 by rounding would look like a number.
    write(target, tighten(formatReading(Math.abs(value ?? 1) < rounding ? 0 : value, digits)));
    target.dataset['value'] = String(value ?? '');
  };

  let seen = '';
  let measuredAt = Number.NEGATIVE_INFINITY;
  let measuredOf = '';
  return session.onFrame(() => {
    const end = commonEnd(session);
    const now = `${lane.iteration} ${lane.trajectory.revision}`;
    const numbers = root.querySelectorAll('[data-number]:empty').length;
    const state = `${now} ${end} ${active() ?? ''} ${measuredOf}`;
    const isRunning = session.store.getState().status === 'running';
    const time = performance.now();
    const isDue = measuredOf !== now && (!isRunning || time - measuredAt >= measuringPace);
    if (state === seen && !isDue && numbers === 0) return;
    for (const each of lines) {
      const value = lane.theta[each.parameter.index] ?? NaN;
      const { sign, strength } = strokeStyle(value, end);
      const look = `${sign} ${strength}`;
      if (look !== each.look && each.line) {
        each.look = look;
        each.line.dataset['sign'] = sign;
        each.line.style.setProperty('--strength', strength.toFixed(3));
      }
    }
    // Where not all of them have room they come and go.
    for (const number of root.querySelectorAll<SVGElement>('[data-number]')) {
      const parameter = graph.parameters.get(number.dataset['number'] ?? '');
      if (parameter) writeNumber(number, lane.theta[parameter.index], 2);
    }
    if (isDue) {
      measuredAt = time;
      measuredOf = now;
      if (hasStatistics) statistics = lane.objective.batchStatistics(lane.theta);
      for (const { unit, cells, learned } of measuredCells) {
        const numbers = measured(unit);
        for (const [cell, value] of cells) writeNumber(cell, value(numbers));
        for (const { parameter, cell } of learned) {
          writeNumber(cell, lane.theta[parameter.index]);
        }
      }
    }
    write(legend, formatReading(end, 1));
    const item = active();
    write(detail, item === null ? '' : itemWords(item, graph, lane, measured));
    seen = `${now} ${end} ${item ?? ''} ${measuredOf}`;
  });
}
