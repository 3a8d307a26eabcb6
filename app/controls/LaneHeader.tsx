// The head of a lane's column: its name in its colour, and the two choices in which lanes differ.
import { useStore } from 'zustand';
import { laneLabel, scalings, type LanePatch } from '../../src/index.ts';
import './controls.css';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.tsx';
import { LaneMark } from './LaneMark.tsx';
import { LaneNotes } from './LaneNotes.tsx';
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
  const isBare = layers.length === 0 && lane.normalization !== 'input';
  const label = session.views[index]?.label ?? lane.id;
  // Its own settings have a line below; widths of its own may decide whether there is a norm at all.
  const hasLine = Object.keys(lane.overrides).length > 0 && lane.overrides.hidden === undefined;
  const name = hasLine
    ? laneLabel(session.store.getState().experiment, { ...lane, overrides: {} })
    : label;
  const scaling = scalings.has(lane.scaling) ? scalings.get(lane.scaling) : null;
  // Of inputs that stay as they are the formula says nothing.
  const formula = scaling && scaling.id !== 'none' ? ` ${scaling.formula}` : '';
  const scalingWords = scaling ? `${scaling.label}: ${scaling.blurb}${formula}` : '';
  const placement = placements.find(({ id }) => id === lane.normalization);
  const update = (change: Partial<LanePatch>) => {
    const { lanes } = session.store.getState().experiment;
    session.update({ lanes: editLane(lanes, index, change) });
  };
  return (
    <div className="lane-header">
      <div className="lane-title">
        <LaneMark index={index} />
        <h2
          className="lane-name"
          title={scalingWords}
          style={{ color: `var(--lane-${index + 1}-text)` }}
        >
          {name}
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
          meaning={`A lane is one training run; all lanes have the same samples and seed. Here is how this one’s inputs are prepared before the network sees them. ${scalingWords}`}
          value={lane.scaling}
          options={scalings.all}
          onChange={(id) => update({ scaling: id })}
          title={scalingWords}
        />
        <Select
          label="Norm"
          meaning={
            placement?.meaning ??
            'Batch norm and layer norm standardize numbers inside the network, at every hidden layer and in every step: they subtract a mean and divide by a standard deviation.'
          }
          value={lane.normalization}
          options={placements.filter(({ id, rare }) =>
            layers.length === 0 ? id === 'none' || rare : !rare || id === lane.normalization,
          )}
          onChange={(id) => {
            const chosen = placements.find((candidate) => candidate.id === id);
            if (chosen) update({ normalization: chosen.id });
          }}
          title={
            isBare ? 'It stands at hidden layers: choose some under Network.' : placement?.blurb
          }
          disabledReason={isBare ? 'needs a hidden layer' : undefined}
        />
      </div>
      <LaneNotes session={session} index={index} />
    </div>
  );
}
