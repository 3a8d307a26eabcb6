// The arithmetic of the step that was just taken, lane by lane.
import type { Panel } from './panel.ts';
import { StepInspector } from './step/StepInspector.tsx';

export const step: Panel = {
  id: 'step',
  label: 'Step inspector',
  blurb:
    'The optimizer’s formula with the numbers of this step: gradient, memory, rate, update, loss.',
  scope: 'figure',
  place: 'clock',
  Component: ({ session }) => <StepInspector session={session} />,
};
