// What the lanes would get: the samples as given, and as an input scaling passes them to the network.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { formatNumber, scalings, type ParsedTable, type TableChoice } from '../../../src/index.ts';
import { SampleScatter } from '../../plot/samples/SampleScatter.tsx';
import { columnRanges } from '../ranges-in-words.ts';
import type { SessionProps } from '../session-props.ts';

export interface TablePreviewProps extends SessionProps {
  readonly parsed: ParsedTable;
  readonly choice: TableChoice | null;
}

export function TablePreview({ session, parsed, choice }: TablePreviewProps) {
  const theme = useStore(session.store, (state) => state.theme);
  const lanes = useStore(session.store, (state) => state.experiment.lanes);
  const id = lanes.find(({ scaling }) => scaling !== 'none')?.scaling ?? 'standard';
  const scaling = scalings.get(id);
  const { samples, task } = parsed;
  const scaled = useMemo(
    () => ({ ...samples, inputs: scaling.fit(samples.inputs).apply(samples.inputs) }),
    [samples, scaling],
  );
  const titles = choice?.columns ?? ['first input', 'second input'];
  const pictures = [
    { name: 'As given, each input fitted', shown: samples, equal: false },
    { name: `${scaling.label}, equal units`, shown: scaled, equal: true },
  ];
  return (
    <div className="table-editor-preview">
      {pictures.map(({ name, shown, equal }) => (
        <figure key={equal ? 'scaled' : 'raw'}>
          <figcaption>{name}</figcaption>
          <div className="table-editor-picture">
            <SampleScatter
              samples={shown}
              task={task}
              titles={titles}
              equal={equal}
              theme={theme}
              label={`${name}: ${describe(shown.inputs, titles)}`}
            />
          </div>
        </figure>
      ))}
    </div>
  );
}

function describe(inputs: Float64Array, titles: readonly [string, string]): string {
  const ranges = columnRanges(inputs);
  if (ranges === null) return `${inputs.length / 2} samples`;
  const spans = ranges.map(
    ([low, high], k) =>
      `${titles[k === 0 ? 0 : 1]} from ${formatNumber(low)} to ${formatNumber(high)}`,
  );
  return `${inputs.length / 2} samples, ${spans.join(', ')}`;
}
