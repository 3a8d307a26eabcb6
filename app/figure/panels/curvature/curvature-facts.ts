// What the curvature panel shows of the lanes: series over the run, limits, spectra, and all of it in words.
import {
  formatFactor,
  formatNumber,
  largestCurvatureSize,
  schedules,
  stabilityRule,
  stableSharpness,
  formatCount,
} from '../../../../src/index.ts';
import type { LaneView } from '../../../session/types.ts';

/** Numbers against steps, as the loss plot draws them. */
export interface Series {
  readonly count: number;
  readonly iterations: ArrayLike<number>;
  readonly losses: ArrayLike<number>;
}

export interface CurvatureLine extends Series {
  readonly label: string;
  readonly index: number;
}

/** One quantity of every lane over the run; steps at which it is not known, or not above 0, are left out. */
export function linesOf(
  views: readonly LaneView[],
  quantity: 'sharpness' | 'conditionNumber',
): CurvatureLine[] {
  return views.map(({ label, index, curvatures, lane }) => {
    const known = curvatures.entries.filter(
      (entry) =>
        entry.iteration <= lane.iteration && entry[quantity] > 0 && entry[quantity] < Infinity,
    );
    return {
      label,
      index,
      count: known.length,
      iterations: known.map(({ iteration }) => iteration),
      losses: known.map((entry) => entry[quantity]),
    };
  });
}

/** The greatest stable curvature at each step of the axis, as the schedule has it; null where there is no limit. */
export function limitLine(view: LaneView, end: number, points = 120): Series | null {
  const { settings } = view.lane;
  const { factor } = schedules.get(settings.schedule);
  const iterations: number[] = [];
  const losses: number[] = [];
  for (let k = 0; k <= points; k++) {
    const step = Math.round((k * end) / points);
    const rate = settings.learningRate * factor(step + 1, settings.knobs);
    const limit = rate > 0 ? stableSharpness(settings, rate) : Infinity;
    if (limit === null) return null;
    if (limit > 0 && limit < Infinity) {
      iterations.push(step);
      losses.push(limit);
    }
  }
  return { count: iterations.length, iterations, losses };
}

/** The limits of all lanes that have one, each different one once. */
export function distinctLimits(
  views: readonly LaneView[],
  end: number,
): { readonly index: number | null; readonly series: Series }[] {
  const found: { index: number | null; series: Series; key: string }[] = [];
  for (const view of views) {
    const series = limitLine(view, end);
    if (!series) continue;
    const key = Array.from(series.losses).join();
    const same = found.find((other) => other.key === key);
    // A limit that lanes share has no lane's colour.
    if (same) same.index = null;
    else found.push({ index: view.index, series, key });
  }
  return found;
}

/** What the line of limits is, or why there is none: a sentence for each kind of optimizer that the lanes have. */
export function limitNotes(views: readonly LaneView[]): string[] {
  const notes = views.flatMap(({ lane: { settings } }) => {
    const { formula, caution } = stabilityRule(settings);
    const line =
      formula === null ? '' : `Stable below ${formula}: where λmax is above that line, steps grow.`;
    return [line, caution].filter((text) => text !== '');
  });
  const isLarge = views.some(({ lane }) => lane.objective.size > largestCurvatureSize);
  const large = `Above ${largestCurvatureSize} weights only the largest eigenvalue is computed, and no condition number.`;
  const known = views.flatMap(({ curvature }) => (curvature ? [curvature] : []));
  const condition = known.some(({ conditionNumber }) => !Number.isNaN(conditionNumber))
    ? 'κ: how many times more the loss curves along its steepest direction than along its flattest; 1 is a round bowl.'
    : '';
  const saddle = known.some(({ negative }) => negative > 0)
    ? 'A saddle curves upwards along some directions and downwards along others.'
    : '';
  const sentences = [...notes, condition, saddle, isLarge ? large : ''];
  return [...new Set(sentences.filter((text) => text !== ''))];
}

/** The sentence beside the picture. */
export function describeCurvature(views: readonly LaneView[]): string {
  const sentences = views.map(({ label, curvature, curvatureIteration, lane }) => {
    if (!curvature) return `${label}: not known yet.`;
    const limit = stableSharpness(lane.settings, lane.currentRate);
    const against = limit === null ? '' : `, of ${formatNumber(limit)} that is stable`;
    const condition = Number.isNaN(curvature.conditionNumber)
      ? ''
      : `, condition number ${formatFactor(curvature.conditionNumber)}`;
    const down = curvature.negative > 0 ? `, ${curvature.negative} directions curve downwards` : '';
    const at = formatCount(curvatureIteration);
    return `${label} at step ${at}: sharpness ${formatNumber(curvature.sharpness)}${against}${condition}${down}.`;
  });
  return [...sentences, ...limitNotes(views)].join(' ');
}
