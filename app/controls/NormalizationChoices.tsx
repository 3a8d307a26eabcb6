// The fine print of batch norm and layer norm, for the lanes that have one.
import { useStore } from 'zustand';
import { normEpsKnob, normMomentumKnob, normNoiseKnob } from './knobs.ts';
import { Segmented } from './Segmented.tsx';
import type { SessionProps } from './session-props.ts';
import { Slider } from './Slider.tsx';
import { useSettings } from './use-settings.ts';

const affineOptions = [
  { id: 'learned', label: 'learned', title: 'Gamma and beta are parameters and train.' },
  { id: 'frozen', label: 'frozen', title: 'Gamma stays 1 and beta 0.' },
] as const;
const biasOptions = [
  { id: 'dropped', label: 'left out', title: 'Batch norm would take the bias away again.' },
  { id: 'kept', label: 'kept', title: 'The bias is a parameter whose gradient is 0.' },
] as const;

export function NormalizationChoices({ session }: SessionProps) {
  const [settings, update] = useSettings(session);
  const hasBatchNorm = useStore(session.store, (state) =>
    state.experiment.lanes.some(({ normalization: id }) => id !== 'none' && id !== 'layer'),
  );
  return (
    <>
      <Segmented
        label="Scale and shift"
        meaning="After standardizing, each unit is multiplied by gamma and moved by beta; both are usually learned."
        value={settings.affine}
        options={affineOptions}
        onChange={(affine) => update({ affine })}
      />
      <Slider
        knob={normEpsKnob}
        label="Epsilon"
        value={settings.normEps}
        onChange={(normEps) => update({ normEps })}
        title="Added to the variance before dividing by its root."
      />
      {hasBatchNorm ? (
        <>
          <Slider
            knob={normMomentumKnob}
            value={settings.normMomentum}
            onChange={(normMomentum) => update({ normMomentum })}
            meaning="How much a new batch counts in the running mean and variance, which stand in for the batch in testing."
          />
          <Segmented
            label="Bias before it"
            value={settings.keepBias ? 'kept' : 'dropped'}
            options={biasOptions}
            onChange={(id) => update({ keepBias: id === 'kept' })}
          />
          <Slider
            knob={normNoiseKnob}
            value={settings.normNoise}
            onChange={(normNoise) => update({ normNoise })}
            meaning="Noise added after batch norm in training, so that what a layer gets shifts all the time (Santurkar et al. 2018)."
          />
        </>
      ) : null}
    </>
  );
}
