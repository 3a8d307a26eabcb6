// How every lane trains: by which rule, at which rate, on how many rows at once.
import { useStore } from 'zustand';
import { optimizers, type Settings } from '../../src/index.ts';
import { batchKnob, learningRateKnob, normalizedBatchKnob } from './knobs.ts';
import { Section } from './Section.tsx';
import { Segmented } from './Segmented.tsx';
import { Select } from './Select.tsx';
import { Slider } from './Slider.tsx';
import type { SessionProps } from './session-props.ts';

const batchKinds = [
  { id: 'full', label: 'all rows', title: 'Every step uses every row: no noise.' },
  { id: 'mini', label: 'some rows', title: 'Every step draws its rows anew: quick and noisy.' },
] as const;

export function TrainingSection({ session }: SessionProps) {
  const settings = useStore(session.store, (state) => state.experiment.settings);
  const update = (change: Partial<Settings>) =>
    session.update({ settings: { ...session.store.getState().experiment.settings, ...change } });
  // Batch norm needs two rows to measure a variance.
  const normalized = useStore(session.store, (state) =>
    state.experiment.lanes.some(({ normalization }) => normalization !== 'none'),
  );
  const rows = normalized ? normalizedBatchKnob : batchKnob;
  const optimizer = optimizers.get(settings.optimizer);
  return (
    <Section
      title="Training"
      more={{
        label: 'Mini-batches',
        controls: (
          <>
            <Segmented
              label="Each step"
              value={settings.batch === 0 ? 'full' : 'mini'}
              options={batchKinds}
              onChange={(kind) => update({ batch: kind === 'full' ? 0 : batchKnob.initial })}
            />
            {settings.batch === 0 ? null : (
              <Slider knob={rows} value={settings.batch} onChange={(batch) => update({ batch })} />
            )}
          </>
        ),
      }}
    >
      <Slider
        knob={learningRateKnob}
        value={settings.learningRate}
        onChange={(learningRate) => update({ learningRate })}
        title="How far a step goes along the gradient; the same in every lane."
      />
      <Select
        label="Optimizer"
        value={optimizer.id}
        options={optimizers.all}
        onChange={(id) => update({ optimizer: id })}
        title={`${optimizer.blurb} ${optimizer.formula}`}
      />
    </Section>
  );
}
