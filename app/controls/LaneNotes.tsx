// What sets a lane apart besides its two choices: settings of its own, and the learning rate it was given.
import { useStore } from 'zustand';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.tsx';
import { laneOverrides } from './lane-overrides.ts';
import { editLane } from './lanes.ts';
import { rateInWords } from './rate-rules.ts';
import type { SessionProps } from './session-props.ts';

export interface LaneNotesProps extends SessionProps {
  /** Place among the lanes, 0 to 3. */
  readonly index: number;
}

export function LaneNotes({ session, index }: LaneNotesProps) {
  const patch = useStore(session.store, (state) => state.experiment.lanes[index]);
  const rule = useStore(session.store, (state) => state.experiment.rate);
  // A new generation has new lanes, and with them new rates.
  useStore(session.store, (state) => state.generation);
  const overrides = laneOverrides(patch?.overrides ?? {});
  const lane = session.views[index]?.lane;
  const rate = lane ? rateInWords(rule, lane) : null;
  if (overrides.length === 0 && rate === null) return null;
  return (
    <ul className="lane-notes" aria-label="Settings of this lane alone">
      {rate === null ? null : <li>{rate}</li>}
      {overrides.map(({ text, without }) => (
        <li key={text}>
          {text}
          <IconButton
            name={`Drop ${text} and do as the other lanes`}
            icon={closeIcon}
            onClick={() => {
              const { lanes } = session.store.getState().experiment;
              session.update({ lanes: editLane(lanes, index, { overrides: without }) });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
