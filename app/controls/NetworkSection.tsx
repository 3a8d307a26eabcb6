// The network that every lane trains: its hidden layers, their activation, and what is rarely touched.
import { useStore } from 'zustand';
import {
  activations,
  datasetOf,
  initializations,
  losses,
  precisions,
  type Precision,
  type Settings,
} from '../../src/index.ts';
import { NormalizationChoices } from './NormalizationChoices.tsx';
import { Section } from './Section.tsx';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';
import { useSettings } from './use-settings.ts';
import { WidthsField } from './WidthsField.tsx';

const precisionLabels: Readonly<Record<Precision, string>> = {
  float64: 'double (float64)',
  float32: 'single (float32)',
  bfloat16: 'bfloat16',
  float16: 'half (float16)',
};
const precisionOptions = precisions.map((id) => ({ id, label: precisionLabels[id] }));

export function NetworkSection({ session }: SessionProps) {
  const [settings, update] = useSettings(session);
  const isNormalized = useStore(session.store, (state) =>
    state.experiment.lanes.some(({ normalization }) => normalization !== 'none'),
  );
  const task = useStore(session.store, (state) => datasetOf(state.experiment.data).task);
  const activation = activations.get(settings.activation);
  const initialization = initializations.get(settings.initialization);
  const lossOptions = [
    { id: 'auto', label: task === 'regression' ? 'usual: squared error' : 'usual: cross-entropy' },
    ...losses.all.filter(({ id }) => task === 'classification' || id !== 'bce'),
  ];
  return (
    <Section
      title="Network"
      more={{
        label: `Initial weights, loss, precision${isNormalized ? ', norm' : ''}`,
        controls: (
          <>
            <Select
              label="Initial weights"
              meaning={`${initialization.label}: ${initialization.blurb} ${initialization.formula}`}
              value={initialization.id}
              options={initializations.all}
              onChange={(id) => update({ initialization: id })}
            />
            <Select
              label="Loss"
              value={settings.loss}
              options={lossOptions}
              onChange={(id) => update({ loss: id as Settings['loss'] })}
              title={settings.loss === 'auto' ? undefined : losses.get(settings.loss).blurb}
            />
            <Select
              label="Precision"
              meaning="The kind of numbers that network and optimizer compute with: with fewer digits small differences are lost."
              value={settings.precision}
              options={precisionOptions}
              onChange={(id) => update({ precision: id as Precision })}
            />
            {isNormalized ? <NormalizationChoices session={session} /> : null}
          </>
        ),
      }}
    >
      <WidthsField widths={settings.hidden} onChange={(hidden) => update({ hidden })} />
      <Select
        label="Activation"
        value={activation.id}
        options={activations.all}
        onChange={(id) => update({ activation: id })}
        title={`${activation.blurb} ${activation.formula}`}
        disabledReason={settings.hidden.length === 0 ? 'needs a hidden layer' : undefined}
      />
    </Section>
  );
}
