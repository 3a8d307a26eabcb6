// Which two directions the surfaces are drawn over: a menu of slices, and what the chosen one needs to know.
import { useStore } from 'zustand';
import { slices, type Knob, type SliceChoice } from '../../src/index.ts';
import { NumberField } from './NumberField.tsx';
import { commonLabel } from '../session/parameter-label.ts';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';
import { commonParameters } from './surroundings.ts';

const meaning =
  'A surface has room for two directions, but a network has many parameters: this chooses which two are drawn.';

const seedKnob: Knob = {
  ...{ id: 'slice-seed', label: 'Seed of the directions', min: 0, max: 2 ** 32 - 1 },
  ...{ initial: 1, scale: 'linear', integer: true },
};

/** The first two input weights, which every network has. */
const usual = ['W1[0][0]', 'W1[0][1]'] as const;

function choiceOf(kind: string): SliceChoice {
  if (kind === 'random') return { kind, seed: 1 };
  if (kind === 'pca' || kind === 'pca-all' || kind === 'hessian' || kind === 'three') {
    return { kind };
  }
  return { kind: 'weights', names: usual };
}

export function SliceChoices({ session }: SessionProps) {
  const slice = useStore(session.store, (state) => state.experiment.slice);
  // A new generation may have other networks.
  useStore(session.store, (state) => state.generation);
  const layouts = session.views.map(({ lane }) => lane.objective.layout.names);
  const names = commonParameters(layouts);
  const choose = (next: SliceChoice) => session.update({ slice: next, from: null });
  const known = slices.all.filter(({ id }) => id !== 'three' || layouts.length > 1);
  const options = names.map((name) => ({
    id: name,
    label: commonLabel(
      name,
      session.views.map(({ lane }) => lane),
    ),
  }));
  return (
    <>
      <Select
        label="Slice"
        meaning={meaning}
        value={slice.kind}
        options={known}
        title={slices.get(slice.kind).blurb}
        onChange={(kind) => choose(choiceOf(kind))}
      />
      {slice.kind === 'weights' && names.length > 2 && (
        <>
          {([0, 1] as const).map((axis) => (
            <Select
              key={axis}
              label={axis === 0 ? 'Along' : 'and'}
              value={slice.names[axis]}
              options={options.filter(({ id }) => id !== slice.names[axis === 0 ? 1 : 0])}
              onChange={(name) =>
                choose({
                  kind: 'weights',
                  names: axis === 0 ? [name, slice.names[1]] : [slice.names[0], name],
                })
              }
            />
          ))}
        </>
      )}
      {slice.kind === 'random' && (
        <NumberField
          label="Seed of the directions"
          meaning="The same number draws the same two random directions; another number, another slice."
          value={slice.seed}
          knob={seedKnob}
          onChange={(seed) => choose({ kind: 'random', seed })}
        />
      )}
      {slice.kind !== 'weights' && <p className="blurb">{slices.get(slice.kind).blurb}</p>}
    </>
  );
}
