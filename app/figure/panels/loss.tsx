// Loss against step, all lanes in one picture.
import { LossPlot } from '../../plot/LossPlot.tsx';
import type { Panel } from './panel.ts';

export const loss: Panel = {
  id: 'loss',
  label: 'Loss',
  blurb: 'The loss of every lane after each step, and the target that counts as learned.',
  scope: 'figure',
  Component: ({ session }) => <LossPlot session={session} />,
};
