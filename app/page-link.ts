// The address of the page with every control, at one experiment.
import {
  datasetOf,
  datasets,
  defaultExperiment,
  formatQuery,
  linkTable,
  ownTableId,
  type Experiment,
} from '../src/index.ts';

/**
 * The page stands in the same folder as an embed. Whether a figure starts by itself says nothing of the experiment.
 *
 * @param base where this is shown
 */
export function pageLink(experiment: Experiment, base: string = location.href): string {
  return withExperiment(new URL('./', base), {
    ...experiment,
    autoplay: defaultExperiment().autoplay,
  });
}

/** For a caption: a reader's own table is too long to be read in a picture, and is only hinted at. */
export function shortPageLink(experiment: Experiment, base?: string): string {
  const link = pageLink(experiment, base);
  return experiment.data.table === null ? link : `${link.replace(/#.*$/s, '')}#table=…`;
}

/** This address at the experiment: its query, and behind the `#` the reader's own table, where it is not too long. */
export function withExperiment(address: URL, experiment: Experiment): string {
  const { hash, fits } = linkTable(experiment);
  const at = new URL(address);
  at.search = formatQuery(experiment);
  at.hash = fits ? hash : '';
  return at.href;
}

/** What the data set is called. */
export function dataName({ data }: Pick<Experiment, 'data'>): string {
  return data.id === ownTableId || datasets.has(data.id) ? datasetOf(data).label : data.id;
}
