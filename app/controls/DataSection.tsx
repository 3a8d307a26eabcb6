// The data that every lane trains on: which set, at which scale, how many rows, how noisy.
import { useStore } from 'zustand';
import { dataFor, datasets, type Dataset, type Experiment, type Range } from '../../src/index.ts';
import { countKnob, noiseKnob } from './knobs.ts';
import { RangeField } from './RangeField.tsx';
import { Section } from './Section.tsx';
import { Select, type OptionGroup } from './Select.tsx';
import { Slider } from './Slider.tsx';
import { TableColumns } from './TableColumns.tsx';
import type { SessionProps } from './session-props.ts';

export function DataSection({ session }: SessionProps) {
  const data = useStore(session.store, (state) => state.experiment.data);
  if (!datasets.has(data.id)) return null;
  const dataset = datasets.get(data.id);
  const update = (change: Partial<Experiment['data']>) =>
    session.update({ data: { ...session.store.getState().experiment.data, ...change } });
  const isNoisy = dataset.task === 'regression';
  const sizedLabel = isNoisy ? 'Samples, noise' : 'Samples';
  const sized = (
    <>
      <Slider knob={countKnob} value={data.count} onChange={(count) => update({ count })} />
      {isNoisy ? (
        <Slider
          knob={noiseKnob}
          value={data.noise}
          onChange={(noise) => update({ noise })}
          title="Standard deviation of the noise on the target."
        />
      ) : null}
    </>
  );
  return (
    <Section title="Data" more={dataset.table ? null : { label: sizedLabel, controls: sized }}>
      <Select
        label="Data set"
        value={data.id}
        options={[]}
        groups={groups()}
        onChange={(id) => update(ownChoices(id))}
        title={dataset.blurb}
      />
      <p className="blurb">{dataset.blurb}</p>
      {dataset.ranges ? (
        <div className="ranges">
          <p className="range-heads" aria-hidden="true">
            <span>from</span>
            <span>to</span>
            <span>width</span>
          </p>
          {dataset.features.map((feature, column) => (
            <RangeField
              key={feature}
              label={feature}
              value={data.ranges[column === 0 ? 0 : 1]}
              onChange={(range) => {
                const { ranges } = session.store.getState().experiment.data;
                const next: readonly [Range, Range] =
                  column === 0 ? [range, ranges[1]] : [ranges[0], range];
                update({ ranges: next });
              }}
            />
          ))}
        </div>
      ) : null}
      {dataset.table ? <TableColumns dataset={dataset} data={data} onChange={update} /> : null}
      {dataset.credit ? <p className="credit">{dataset.credit}</p> : null}
    </Section>
  );
}

/** Another set brings its own ranges and columns; how many rows and how much noise stay as they were. */
function ownChoices(id: string): Partial<Experiment['data']> {
  const { ranges, columns, target } = dataFor(id);
  return { id, ranges, columns, target };
}

function groups(): readonly OptionGroup[] {
  const made = (task: Dataset['task']) =>
    datasets.all.filter((dataset) => !dataset.table && dataset.task === task);
  return [
    { label: 'Predict a number', options: made('regression') },
    { label: 'Tell two classes apart', options: made('classification') },
    { label: 'Real tables', options: datasets.all.filter((dataset) => dataset.table) },
  ].filter(({ options }) => options.length > 0);
}
