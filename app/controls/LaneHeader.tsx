// The head of a lane's column: its name in its colour, and the two choices in which lanes differ.
import { useStore } from 'zustand';
import { scalings } from '../../src/index.ts';
import type { LanePatch } from '../../src/index.ts';
import './controls.css';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.tsx';
import { LaneMark } from './LaneMark.tsx';
import { editLane, placements, removeLane } from './lanes.ts';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';

export interface LaneHeaderProps extends SessionProps {
  /** Place among the lanes, 0 to 3. */
  readonly index: number;
}

export function LaneHeader({ session, index }: LaneHeaderProps) {
  const lane = useStore(session.store, (state) => state.experiment.lanes[index]);
  const alone = useStore(session.store, (state) => state.experiment.lanes.length < 2);
  const hidden = useStore(session.store, (state) => state.experiment.settings.hidden);
  // A new generation has new views, and with them new labels.
  useStore(session.store, (state) => state.generation);
  if (!lane) return null;

  const layers = lane.overrides.hidden ?? hidden;
  const label = session.views[index]?.label ?? lane.id;
  const scaling = scalings.has(lane.scaling) ? scalings.get(lane.scaling) : null;
  const placement = placements.find(({ id }) => id === lane.normalization);
  const update = (change: Partial<LanePatch>) => {
    const { lanes } = session.store.getState().experiment;
    session.update({ lanes: editLane(lanes, index, change) });
  };
  return (
    <div className="lane-header">
      <div className="lane-title">
        <LaneMark index={index} />
        <h2 className="lane-name" style={{ color: `var(--lane-${index + 1}-text)` }}>
          {label}
        </h2>
        {alone ? null : (
          <IconButton
            name={`Remove the lane ${label}`}
            icon={closeIcon}
            onClick={() => {
              const { lanes } = session.store.getState().experiment;
              session.update({ lanes: removeLane(lanes, index) });
            }}
          />
        )}
      </div>
      <div className="lane-choices">
        <Select
          label="Inputs"
          value={lane.scaling}
          options={scalings.all}
          onChange={(id) => update({ scaling: id })}
          title={scaling ? `${scaling.blurb} ${scaling.formula}` : undefined}
        />
        <Select
          label="Batch norm"
          value={lane.normalization}
          options={placements.filter(({ id, rare }) => !rare || id === lane.normalization)}
          onChange={(id) => {
            const chosen = placements.find((candidate) => candidate.id === id);
            if (chosen) update({ normalization: chosen.id });
          }}
          title={
            layers.length === 0
              ? 'Batch norm stands at hidden layers: choose some under Network.'
              : placement?.blurb
          }
          disabledReason={layers.length === 0 ? 'needs a hidden layer' : undefined}
        />
      </div>
    </div>
  );
}
