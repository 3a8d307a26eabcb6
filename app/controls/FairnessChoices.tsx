// What makes lanes comparable: where they start, and which learning rate each of them gets.
import { useStore } from 'zustand';
import { rateOptions, rateRule } from './rate-rules.ts';
import { Segmented } from './Segmented.tsx';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';

const starts = [
  {
    id: 'same-numbers',
    label: 'same numbers',
    title: 'Every lane starts with the same weights, which mean something else on other inputs.',
  },
  {
    id: 'same-function',
    label: 'same function',
    title: 'Every lane starts by computing what the first lane computes with its drawn weights.',
  },
] as const;

export function FairnessChoices({ session }: SessionProps) {
  const start = useStore(session.store, (state) => state.experiment.start);
  const rate = useStore(session.store, (state) => state.experiment.rate);
  return (
    <>
      <Segmented
        label="Start"
        meaning="Lanes with other inputs can begin with the same weights or with the same outputs, but hardly with both."
        value={start}
        options={starts}
        onChange={(id) => session.update({ start: id })}
      />
      <Select
        label="Rate"
        meaning="A lane’s limit is 2/λmax, two over the largest curvature at its start: beyond it, gradient descent climbs."
        value={rate.kind}
        options={rateOptions(rate)}
        onChange={(kind) => session.update({ rate: rateRule(kind, rate) })}
      />
    </>
  );
}
