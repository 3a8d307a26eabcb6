// The button that adds the lane most worth comparing next.
import { useStore } from 'zustand';
import { maximumLanes, scalings } from '../../src/index.ts';
import './controls.css';
import { IconButton } from './IconButton.tsx';
import { plusIcon } from './icons.tsx';
import { addLane, proposeLane, type LaneChoice } from './lanes.ts';
import type { SessionProps } from './session-props.ts';

export function AddLane({ session }: SessionProps) {
  const lanes = useStore(session.store, (state) => state.experiment.lanes);
  const hidden = useStore(session.store, (state) => state.experiment.settings.hidden);
  const choice = proposeLane(lanes, hidden.length > 0, scalings.ids);
  const words = choice ? describe(choice) : '';
  return (
    <IconButton
      className="add-lane"
      name={
        choice ? `Add lane: ${words}` : `Add lane: no more than ${maximumLanes} can be compared`
      }
      icon={plusIcon}
      text={
        choice ? (
          <>
            Add lane: <span className="quiet">{words}</span>
          </>
        ) : (
          'Add lane'
        )
      }
      disabled={choice === null}
      onClick={() => {
        if (choice) session.update({ lanes: addLane(lanes, choice) });
      }}
    />
  );
}

function describe({ scaling, normalization }: LaneChoice): string {
  const { label } = scalings.get(scaling);
  const words = label.charAt(0).toLowerCase() + label.slice(1);
  return normalization === 'none' ? words : `${words}, batch norm`;
}
