// What some data need that is fetched when it is first wanted: the rows of real tables, and the packer of a reader's own.
import {
  datasets,
  defaultExperiment,
  hasTablePacker,
  hasTableText,
  loadTablePacker,
  loadTableText,
  ownTableId,
  parseExperiment,
  tableText,
  type Experiment,
  type ParsedExperiment,
} from '../../src/index.ts';

type WithData = Pick<Experiment, 'data'>;

/** Whether an experiment's samples can be drawn, and its link written, at once. */
export const isDataHere = ({ data }: WithData): boolean =>
  hasTableText(data.id) && (data.table === null || hasTablePacker());

/** Resolves when the data are here; at once for most. Rejects if they cannot be fetched. */
export async function fetchData({ data }: WithData): Promise<void> {
  await loadTableText(data.id);
  if (data.table !== null) await loadTablePacker();
}

/** Browsers do not ask twice for a module that has failed. */
const later = 'the connection may be down. Reload the page to try again.';

export const missingData = ({ data }: WithData): string =>
  data.id === ownTableId
    ? `Your table could not be used, because a part of this page could not be fetched: ${later}`
    : `The rows of “${datasets.get(data.id).label}” could not be fetched: ${later}`;

/** Waits for the data of choices that are made one after the other: of several that wait only the latest is heard of. */
export function createDataGate(): {
  /** Whether the choice must wait; one of the two is called when its data are here, or cannot be had. */
  wait(choice: Partial<WithData>, here: () => void, missing: (why: string) => void): boolean;
  dispose(): void;
} {
  let latest = 0;
  return {
    wait({ data }, here, missing) {
      if (!data) return false;
      const number = ++latest;
      if (isDataHere({ data })) return false;
      const ifWanted = (then: () => void) => () => {
        if (number === latest) then();
      };
      fetchData({ data }).then(
        ifWanted(here),
        ifWanted(() => missing(missingData({ data }))),
      );
      return true;
    },
    dispose() {
      latest++;
    },
  };
}

/** What a worker must be told to draw the same samples; null where it can by itself. */
export const rowsOf = ({ data }: WithData): string | null =>
  datasets.has(data.id) && datasets.get(data.id).table ? tableText(data.id) : null;

/** Whether a link brings a table, which it takes the packer to read. */
export const holdsTable = (link: string): boolean => /#(.*&)?table=/.test(link);

/**
 * The experiment of an address once its data are here, or the standard one with a notice where they cannot be had.
 * @param link as `parseExperiment` takes it
 */
export async function fetchExperiment(link: string): Promise<ParsedExperiment> {
  try {
    if (holdsTable(link)) await loadTablePacker();
  } catch {
    return {
      experiment: defaultExperiment(),
      notices: [
        `The link’s table could not be read, because a part of this page could not be fetched: ${later}`,
      ],
    };
  }
  const parsed = parseExperiment(link);
  const { experiment, notices } = parsed;
  try {
    await fetchData(experiment);
    return parsed;
  } catch {
    return { experiment: defaultExperiment(), notices: [...notices, missingData(experiment)] };
  }
}
