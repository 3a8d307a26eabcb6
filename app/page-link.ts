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
 * @param base where this is shown; empty where no such page is known, and the link is a query alone
 */
export function pageLink(experiment: Experiment, base: string = location.href): string {
  const shown = { ...experiment, autoplay: defaultExperiment().autoplay };
  if (base !== '') return withExperiment(new URL('./', base), shown);
  return withExperiment(new URL(nowhere), shown).slice(nowhere.length);
}

/** For a caption: a reader's own table is too long to be read in a picture, and is only hinted at. */
export function shortPageLink(experiment: Experiment, base?: string): string {
  const link = pageLink(experiment, base);
  return experiment.data.table === null ? link : `${link.replace(/#.*$/s, '')}#table=…`;
}

/** Stands for an address that is not known. */
const nowhere = 'http://nowhere.invalid/';

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
