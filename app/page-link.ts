// The address of the page with every control, at one experiment.
import { datasets, defaultExperiment, formatExperiment, type Experiment } from '../src/index.ts';

/**
 * The page stands in the same folder as an embed. Whether a figure starts by itself says nothing of the experiment.
 *
 * @param base where this is shown
 */
export function pageLink(experiment: Experiment, base: string = location.href): string {
  const address = new URL('./', base);
  address.search = formatExperiment({ ...experiment, autoplay: defaultExperiment().autoplay });
  return address.href;
}

/** What the data set is called. */
export function dataName({ data }: Pick<Experiment, 'data'>): string {
  return datasets.has(data.id) ? datasets.get(data.id).label : data.id;
}
