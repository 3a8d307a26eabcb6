// The fine print of a training step: the optimizer's own numbers, rows, schedule, decay and clipping.
import { useStore } from 'zustand';
import { schedules, settableKnobs, trainingRule } from '../../src/index.ts';
import { batchKnob, clipKnob, decayKnob, normalizedBatchKnob } from './knobs.ts';
import { Segmented } from './Segmented.tsx';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';
import { Slider } from './Slider.tsx';
import { useSettings } from './use-settings.ts';

const batchKinds = [
  { id: 'full', label: 'all rows', title: 'Every step uses every row: no noise.' },
  { id: 'mini', label: 'some rows', title: 'Every step draws its rows anew: quick and noisy.' },
] as const;
const clipKinds = [
  { id: 'free', label: 'as it is', title: 'Gradients of any length are followed.' },
  { id: 'clipped', label: 'clipped', title: 'Longer gradients are shortened to a longest one.' },
] as const;

export function StepChoices({ session }: SessionProps) {
  const [settings, update] = useSettings(session);
  // Batch norm needs two rows to measure a variance.
  const hasBatchNorm = useStore(session.store, (state) =>
    state.experiment.lanes.some(({ normalization: id }) => id !== 'none' && id !== 'layer'),
  );
  const rows = hasBatchNorm ? normalizedBatchKnob : batchKnob;
  const schedule = schedules.get(settings.schedule);
  const scheduled = new Set(schedule.knobs.map(({ id }) => id));
  const sliders = settableKnobs(settings).map((knob) => ({
    knob,
    slider: (
      <Slider
        key={knob.id}
        knob={knob}
        value={settings.knobs[knob.id] ?? knob.initial}
        onChange={(value) => {
          const { knobs } = session.store.getState().experiment.settings;
          update({ knobs: { ...knobs, [knob.id]: value } });
        }}
      />
    ),
  }));
  const slidersOf = (isSchedule: boolean) =>
    sliders.filter(({ knob }) => scheduled.has(knob.id) === isSchedule).map(({ slider }) => slider);
  return (
    <>
      {slidersOf(false)}
      <Segmented
        label="Each step"
        value={settings.batch === 0 ? 'full' : 'mini'}
        options={batchKinds}
        onChange={(kind) => update({ batch: kind === 'full' ? 0 : batchKnob.initial })}
      />
      {settings.batch === 0 ? null : (
        <Slider knob={rows} value={settings.batch} onChange={(batch) => update({ batch })} />
      )}
      <Select
        label="Schedule"
        meaning={`How the learning rate changes from step to step. ${schedule.label}: ${schedule.blurb}`}
        value={schedule.id}
        options={schedules.all}
        onChange={(id) => update({ schedule: id })}
      />
      {slidersOf(true)}
      <Slider
        knob={decayKnob}
        value={trainingRule(settings).decay}
        onChange={(decay) => update({ decay })}
        title="How strongly every step also pulls the weights towards 0."
      />
      <Segmented
        label="Gradient"
        value={settings.clip === 0 ? 'free' : 'clipped'}
        options={clipKinds}
        onChange={(kind) => update({ clip: kind === 'free' ? 0 : clipKnob.initial })}
      />
      {settings.clip === 0 ? null : (
        <Slider knob={clipKnob} value={settings.clip} onChange={(clip) => update({ clip })} />
      )}
    </>
  );
}
