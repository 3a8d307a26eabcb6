// What a reader's choice means for a running figure: a new run, another picture of the same run, or a look at it.
import {
  formatQuery,
  parseExperiment,
  runKey,
  sliceCodec,
  type Experiment,
} from '../../src/index.ts';
import type { FigureState } from './types.ts';

export interface Change {
  readonly experiment: Experiment;
  readonly notices: readonly string[];
  /** `run`: from step 0. `picture`: other planes or windows, the lanes stay where they are. `look`: no new surface. */
  readonly scope: 'run' | 'picture' | 'look';
}

/** Puts a choice through the same gate as a link: what does not go together is replaced, and said once. */
export function weighChange(
  { experiment: before, notices }: Pick<FigureState, 'experiment' | 'notices'>,
  choice: Partial<Experiment>,
): Change {
  const checked = throughLink({ ...before, ...choice });
  const { experiment } = checked;
  // What was said of the experiment as it was need not be said again.
  const said = new Set([...notices, ...throughLink(before).notices]);
  const fresh = checked.notices.filter((notice) => !said.has(notice));
  return {
    experiment,
    notices: fresh.length > 0 ? [...notices, ...fresh] : notices,
    scope: scopeOf(before, experiment),
  };
}

/** A reader's own table goes beside the link: it may be too long for one. */
const throughLink = (experiment: Experiment) =>
  parseExperiment(formatQuery(experiment), experiment.data.table);

function scopeOf(before: Experiment, after: Experiment): Change['scope'] {
  if (runKey(after) !== runKey(before)) return 'run';
  const samePlanes =
    after.axes === before.axes &&
    after.statistics === before.statistics &&
    after.around === before.around &&
    sliceCodec.write(after.slice) === sliceCodec.write(before.slice);
  return samePlanes ? 'look' : 'picture';
}
