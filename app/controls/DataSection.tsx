// The data that every lane trains on: which set, at which scale, how many rows, how noisy.
import { useState } from 'react';
import { useStore } from 'zustand';
import {
  dataFor,
  datasetOf,
  datasets,
  ownTableId,
  targetScalings,
  type Dataset,
  type Experiment,
} from '../../src/index.ts';
import { countKnob, noiseKnob, splitKnob } from './knobs.ts';
import { Ranges } from './Ranges.tsx';
import { columnRanges, rowsInWords } from './ranges-in-words.ts';
import { Section } from './Section.tsx';
import { Select, type OptionGroup } from './Select.tsx';
import { Slider } from './Slider.tsx';
import { OwnTable } from './table-editor/OwnTable.tsx';
import { TableColumns } from './TableColumns.tsx';
import type { SessionProps } from './session-props.ts';
import { usesNoise } from './uses-noise.ts';

type Data = Experiment['data'];

interface DataProps {
  readonly dataset: Dataset;
  readonly data: Data;
  readonly onChange: (change: Partial<Data>) => void;
}

export function DataSection({ session }: SessionProps) {
  const data = useStore(session.store, (state) => state.experiment.data);
  // A new generation may have new samples.
  useStore(session.store, (state) => state.generation);
  const [editing, setEditing] = useState(false);
  // The last table of the reader's own comes back when another data set was looked at in between.
  const [own, setOwn] = useState<Data | null>(null);
  if (data.table !== null && data !== own) setOwn(data);
  const dataset = datasetOf(data);
  const update = (change: Partial<Data>) =>
    session.update({ data: { ...session.store.getState().experiment.data, ...change } });
  const [view] = session.views;
  const measured = view ? columnRanges(view.lane.rawSamples.inputs) : null;
  return (
    <Section
      title="Data"
      action={
        <button type="button" className="text-button" onClick={() => setEditing(true)}>
          {data.table === null ? 'Use your own table…' : 'Edit your table…'}
        </button>
      }
      more={{
        label: moreLabel(dataset),
        controls: <RareChoices dataset={dataset} data={data} onChange={update} />,
      }}
    >
      <Select
        label="Data set"
        value={data.id}
        options={[]}
        groups={groups()}
        onChange={(id) => {
          if (id !== ownTableId) update(ownChoices(id));
          else if (own) update(own);
          else setEditing(true);
        }}
        title={dataset.blurb}
      />
      {dataset.ranges ? (
        <Ranges dataset={dataset} ranges={data.ranges} onChange={(ranges) => update({ ranges })} />
      ) : null}
      {dataset.knobs?.map((knob) => (
        <Slider
          key={knob.id}
          knob={knob}
          value={data.knobs[knob.id] ?? knob.initial}
          onChange={(value) =>
            update({
              knobs: { ...session.store.getState().experiment.data.knobs, [knob.id]: value },
            })
          }
        />
      ))}
      {dataset.table ? <TableColumns dataset={dataset} data={data} onChange={update} /> : null}
      {dataset.table && view && measured ? (
        <p className="blurb">
          {rowsInWords(view.lane.features, view.lane.rawSamples.inputs, measured)}
        </p>
      ) : null}
      <OwnTable session={session} editing={editing} onEditing={setEditing} />
      {dataset.credit ? <p className="credit">{dataset.credit}</p> : null}
    </Section>
  );
}

const isRegression = (dataset: Dataset) => dataset.task === 'regression';

function moreLabel(dataset: Dataset): string {
  const names = [
    ...(dataset.table ? ['About'] : ['Samples']),
    ...(usesNoise(dataset) ? ['noise'] : []),
    'test rows',
    ...(isRegression(dataset) ? ['target'] : []),
  ];
  return names.join(', ');
}

function RareChoices({ dataset, data, onChange }: DataProps) {
  const scaling = targetScalings.get(data.targetScaling);
  return (
    <>
      <p className="blurb">{dataset.blurb}</p>
      {dataset.table ? null : (
        <Slider knob={countKnob} value={data.count} onChange={(count) => onChange({ count })} />
      )}
      {usesNoise(dataset) ? (
        <Slider
          knob={noiseKnob}
          value={data.noise}
          onChange={(noise) => onChange({ noise })}
          title={
            isRegression(dataset)
              ? 'Standard deviation of the noise on the target.'
              : 'How blurred the border between the classes is; 1 is half a range.'
          }
        />
      ) : null}
      <Slider
        knob={splitKnob}
        value={data.split}
        onChange={(split) => onChange({ split })}
        meaning="This part of the rows is not trained on: neither the network nor the scaling has seen it when it is tested."
      />
      {isRegression(dataset) ? (
        <Select
          label="Target scaling"
          value={scaling.id}
          options={targetScalings.all}
          onChange={(targetScaling) => onChange({ targetScaling })}
          title={`${scaling.blurb} ${scaling.formula}`}
        />
      ) : null}
    </>
  );
}

/** Another set brings its own ranges, knobs and columns; how many rows and how much noise stay as they were. */
function ownChoices(id: string): Partial<Data> {
  const { table, ranges, columns, target, knobs } = dataFor(id);
  return { id, table, ranges, columns, target, knobs };
}

function groups(): readonly OptionGroup[] {
  const made = (task: Dataset['task']) =>
    datasets.all.filter((dataset) => !dataset.table && dataset.task === task);
  return [
    { label: 'Predict a number', options: made('regression') },
    { label: 'Tell two classes apart', options: made('classification') },
    { label: 'Tables', options: datasets.all.filter((dataset) => dataset.table) },
    { label: 'Your own', options: [{ id: ownTableId, label: 'Your table' }] },
  ].filter(({ options }) => options.length > 0);
}
