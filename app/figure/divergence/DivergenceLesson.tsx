// What a lane that has diverged can be learned from: the step at which it became unstable, and buttons that repair it.
import { useEffect, useState } from 'react';
import {
  findRepairs,
  isPlainDescent,
  unstableSince,
  type Lane,
  type Repair,
  formatCount,
} from '../../../src/index.ts';
import type { FigureSession, LaneView } from '../../session/types.ts';
import { lowerRates } from '../safe-rate.ts';
import './divergence.css';
import { inTurns } from './in-turns.ts';
import { largestSearched } from './unstable-search.ts';

interface Divergence {
  readonly lane: Lane;
  readonly sentence: string;
  /** Null while they are looked for. */
  readonly repairs: readonly Repair[] | null;
}

/** When the rate was found to be above 2 / lambda max, in words; null where it is not known. */
function unstableWhen({ lane, curvatures }: LaneView): string | null {
  const isSmall = lane.objective.size <= largestSearched;
  // The start is looked at in any case: the first measurement of a larger network may have come some steps later.
  const since = unstableSince(lane, isSmall ? undefined : 1);
  if (since !== null)
    return since === 0 ? 'was above the largest safe rate from the start' : passed('at', since);
  if (isSmall || !isPlainDescent(lane.settings)) return null;
  const first = curvatures.entries.findIndex(
    ({ sharpness }) => sharpness * lane.settings.learningRate > 2,
  );
  const step = curvatures.entries[first]?.iteration;
  if (step === undefined) return null;
  const isNext = curvatures.entries[first - 1]?.iteration === step - 1;
  return passed(isNext ? 'at' : 'by', step);
}

const passed = (when: string, step: number) =>
  `passed the largest safe rate ${when} step ${formatCount(step)}`;

function sentenceOf(view: LaneView): string {
  const { divergedAt } = view.lane;
  const when = unstableWhen(view);
  const end = `Stopped at step ${formatCount(divergedAt ?? 0)}`;
  return when === null
    ? `${end}, before its numbers grew beyond what can be computed.`
    : `${end}: its learning rate ${when}, so each step overshot further.`;
}

export interface DivergenceLessonProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function DivergenceLesson({ session, view }: DivergenceLessonProps) {
  const [divergence, setDivergence] = useState<Divergence | null>(null);
  useEffect(() => {
    const { lane, index } = view;
    let isDiverged = false;
    let giveUp = () => {};
    const stop = session.onFrame(() => {
      // Seldom: when it diverges, and when it is scrubbed back from there.
      if ((lane.status === 'diverged') === isDiverged) return;
      isDiverged = !isDiverged;
      giveUp();
      if (!isDiverged) {
        setDivergence(null);
        return;
      }
      const sentence = sentenceOf(view);
      setDivergence({ lane, sentence, repairs: null });
      const { experiment } = session.store.getState();
      giveUp = inTurns(findRepairs(experiment, index, lane), (repairs) => {
        // The readout of the largest safe rate tells of its trial.
        lowerRates.set(lane, repairs.find(({ kind }) => kind === 'rate') ?? null);
        setDivergence({ lane, sentence, repairs });
        session.invalidate();
      });
    });
    return () => {
      stop();
      giveUp();
    };
  }, [session, view]);

  if (!divergence || divergence.lane !== view.lane) return null;
  const { sentence, repairs } = divergence;
  const repair = (lanes: Repair['lanes']) => {
    session.update({ lanes });
    session.play();
  };
  return (
    <div className="divergence" data-divergence="">
      <p>{sentence}</p>
      {repairs === null && <p>Looking for what would repair it …</p>}
      {repairs?.length === 0 && (
        <p>Neither scaled inputs nor a lower rate alone repairs this lane.</p>
      )}
      {repairs?.map(({ kind, label, lanes, trial = '' }) => (
        <button
          type="button"
          className="remedy"
          data-repair={kind}
          key={kind}
          title={`${trial} Changes this lane alone, and runs again from step 0.`}
          onClick={() => repair(lanes)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
