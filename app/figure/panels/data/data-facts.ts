// What the picture of a lane's samples shows, in words and in numbers.
import { formatNumber, type Lane } from '../../../../src/index.ts';
import { columnRanges } from '../../../controls/ranges-in-words.ts';
import { at } from '../../../plot/numeric.ts';
import { spreadIndices } from '../../../plot/table-rows.ts';
import type { TableContent } from '../../../plot/TableTwin.tsx';
import { outputsOfSamples } from './output-grid.ts';

type Shown = Pick<
  Lane,
  'objective' | 'theta' | 'features' | 'patch' | 'rawSamples' | 'samples' | 'iteration'
>;

const isClasses = ({ objective }: Pick<Lane, 'objective'>) => objective.spec.loss === 'bce';

/** What the two inputs are called where the network meets them. */
export function seenTitles({
  features,
  patch,
}: Pick<Lane, 'features' | 'patch'>): [string, string] {
  if (patch.scaling === 'none') return [...features];
  if (patch.scaling === 'pca') return ['component 1', 'component 2'];
  return [`scaled ${features[0]}`, `scaled ${features[1]}`];
}

/** How well the outputs meet the targets, as a share: of rows on their side of the border, or of the targets' variance. */
export function fit(outputs: ArrayLike<number>, targets: Float64Array, classes: boolean): number {
  if (classes) {
    const met = targets.filter((target, row) => at(outputs, row) >= 0.5 === target >= 0.5);
    return met.length / targets.length;
  }
  const mean = targets.reduce((sum, value) => sum + value, 0) / targets.length;
  let [left, whole] = [0, 0];
  targets.forEach((target, row) => {
    left += (target - at(outputs, row)) ** 2;
    whole += (target - mean) ** 2;
  });
  return 1 - left / whole;
}

/** One sentence that is worth reading again as the run goes on. */
export function fitInWords(lane: Shown): string {
  const { samples } = lane;
  const classes = isClasses(lane);
  const share = fit(outputsOfSamples(lane), samples.targets, classes);
  if (classes) {
    return `${Math.round(share * samples.count)} of ${samples.count} samples lie on their side of the border.`;
  }
  if (!Number.isFinite(share)) return 'The targets do not vary, or the outputs are not finite.';
  return share > 0
    ? `The output accounts for ${formatNumber(100 * share, 3)} % of the targets’ variance.`
    : 'The output is no closer to the targets than their mean is.';
}

export function describeData(label: string, lane: Shown): string {
  const { rawSamples, samples, features } = lane;
  const sentences = [
    `${label}: ${samples.count} samples over the output after step ${lane.iteration}.`,
  ];
  const said = (inputs: Float64Array, titles: readonly string[]) =>
    columnRanges(inputs)
      ?.map(([low, high], k) => `${titles[k]} from ${formatNumber(low)} to ${formatNumber(high)}`)
      .join(', ');
  const given = said(rawSamples.inputs, features);
  const seen = said(samples.inputs, seenTitles(lane));
  if (given) sentences.push(`As given: ${given}.`);
  if (seen) sentences.push(`As the network sees them: ${seen}.`);
  return [...sentences, fitInWords(lane)].join(' ');
}

export function dataTable(lane: Shown): TableContent {
  const { rawSamples, samples, features } = lane;
  const outputs = outputsOfSamples(lane);
  const seen = lane.patch.scaling === 'none' ? [] : seenTitles(lane);
  return {
    columns: ['row', ...features, ...seen, 'target', isClasses(lane) ? 'probability' : 'output'],
    rows: spreadIndices(samples.count).map((row) => [
      String(row + 1),
      ...[0, 1].map((column) => formatNumber(at(rawSamples.inputs, 2 * row + column), 4)),
      ...seen.map((_, column) => formatNumber(at(samples.inputs, 2 * row + column), 4)),
      formatNumber(at(samples.targets, row), 4),
      formatNumber(at(outputs, row), 4),
    ]),
  };
}
