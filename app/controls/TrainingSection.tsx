// How every lane trains: by which rule, at which rate, and what is rarely touched.
import { useStore } from 'zustand';
import { optimizers, settableKnobs } from '../../src/index.ts';
import { FairnessChoices } from './FairnessChoices.tsx';
import { learningRateKnob } from './knobs.ts';
import { OwnRates } from './OwnRates.tsx';
import { rateOptions } from './rate-rules.ts';
import { Section } from './Section.tsx';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';
import { Slider } from './Slider.tsx';
import { StepChoices } from './StepChoices.tsx';
import { useSettings } from './use-settings.ts';

export function TrainingSection({ session }: SessionProps) {
  const [settings, update] = useSettings(session);
  const rate = useStore(session.store, (state) => state.experiment.rate);
  const optimizer = optimizers.get(settings.optimizer);
  const hasKnobs = settableKnobs({ ...settings, schedule: 'constant' }).length > 0;
  return (
    <Section
      title="Training"
      more={{
        label: `Fairness, ${hasKnobs ? 'optimizer, ' : ''}batches, schedule, decay`,
        controls: (
          <>
            <FairnessChoices session={session} />
            <StepChoices session={session} />
          </>
        ),
      }}
    >
      {rate.kind === 'same' ? (
        <Slider
          knob={learningRateKnob}
          value={settings.learningRate}
          onChange={(learningRate) => update({ learningRate })}
          title="How far a step goes along the gradient; the same in every lane."
        />
      ) : (
        <Select
          label="Learning rate"
          value=""
          options={[]}
          onChange={() => undefined}
          disabledReason={rateOptions(rate).find(({ id }) => id === rate.kind)?.label}
          title="Chosen for each lane by the rule under Fairness; the lane’s head says which it is."
        />
      )}
      <OwnRates session={session} />
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
