// The ranges of both inputs, how unlike they are in words, and the posing of the problem by one press.
import type { Dataset, Experiment, Range } from '../../src/index.ts';
import { RangeField } from './RangeField.tsx';
import { withWidth } from './range.ts';
import { rangesInWords } from './ranges-in-words.ts';
import { Segmented } from './Segmented.tsx';

export interface RangesProps {
  readonly dataset: Dataset;
  readonly ranges: Experiment['data']['ranges'];
  readonly onChange: (ranges: Experiment['data']['ranges']) => void;
}

const factors = ['1', '10', '100', '1000'] as const;

export function Ranges({ dataset, ranges, onChange }: RangesProps) {
  const [first, second] = ranges;
  const [, name] = dataset.features;
  const widest = first[1] - first[0];
  const factor = String(Number((widest / (second[1] - second[0])).toPrecision(6)));
  return (
    <div className="ranges">
      <p className="blurb">{rangesInWords(dataset.features, ranges)}</p>
      <p className="range-heads" aria-hidden="true">
        <span>from</span>
        <span>to</span>
        <span>width</span>
      </p>
      {dataset.features.map((feature, column) => (
        <RangeField
          key={feature}
          label={feature}
          value={column === 0 ? first : second}
          onChange={(range: Range) => onChange(column === 0 ? [range, second] : [first, range])}
        />
      ))}
      <Segmented
        label={`${name} smaller by`}
        value={factor}
        options={factors.map((id) => ({
          id,
          label: id,
          title:
            id === '1'
              ? 'Both inputs are equally wide.'
              : `${name} gets a range ${id} times narrower than the other.`,
        }))}
        onChange={(id) => onChange([first, withWidth(second, widest / Number(id))])}
      />
    </div>
  );
}
