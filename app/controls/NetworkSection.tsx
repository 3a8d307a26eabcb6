// The network that every lane trains: its hidden layers, their activation, and how its weights start.
import { useStore } from 'zustand';
import { activations, initializations, type Settings } from '../../src/index.ts';
import { Section } from './Section.tsx';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';
import { WidthsField } from './WidthsField.tsx';

export function NetworkSection({ session }: SessionProps) {
  const settings = useStore(session.store, (state) => state.experiment.settings);
  const update = (change: Partial<Settings>) =>
    session.update({ settings: { ...session.store.getState().experiment.settings, ...change } });
  const activation = activations.get(settings.activation);
  const initialization = initializations.get(settings.initialization);
  return (
    <Section title="Network">
      <WidthsField widths={settings.hidden} onChange={(hidden) => update({ hidden })} />
      <Select
        label="Activation"
        value={activation.id}
        options={activations.all}
        onChange={(id) => update({ activation: id })}
        title={`${activation.blurb} ${activation.formula}`}
        disabledReason={settings.hidden.length === 0 ? 'needs a hidden layer' : undefined}
      />
      <Select
        label="Initial weights"
        value={initialization.id}
        options={initializations.all}
        onChange={(id) => update({ initialization: id })}
        title={`${initialization.blurb} ${initialization.formula}`}
      />
    </Section>
  );
}
