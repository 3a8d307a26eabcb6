// Beside the learning rate of all lanes: which of them have one of their own, which nothing here changes.
import { useStore } from 'zustand';
import { formatNumber } from '../../src/index.ts';
import { editLane } from './lanes.ts';
import type { SessionProps } from './session-props.ts';

export function OwnRates({ session }: SessionProps) {
  const lanes = useStore(session.store, (state) => state.experiment.lanes);
  // A new generation has other names.
  useStore(session.store, (state) => state.generation);
  return lanes.map(({ id, overrides }, index) => {
    const { learningRate, ...others } = overrides;
    if (learningRate === undefined) return null;
    return (
      <p className="blurb" key={id}>
        {session.views[index]?.label} keeps its own rate {formatNumber(learningRate, 12)}.{' '}
        <button
          type="button"
          className="remedy"
          onClick={() => session.update({ lanes: editLane(lanes, index, { overrides: others }) })}
        >
          Let it follow
        </button>
      </p>
    );
  });
}
