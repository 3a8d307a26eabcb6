// One contour plot with the paths of all lanes that have this loss.
import { CommonPlot } from './common/CommonPlot.tsx';
import type { Panel } from './panel.ts';

export const common: Panel = {
  id: 'common',
  label: 'One plot for all lanes',
  blurb:
    'The paths of all lanes over one loss, wherever they share it: in units of the raw inputs, or with the same scaling.',
  scope: 'figure',
  place: 'lanes',
  Component: ({ session }) => <CommonPlot session={session} />,
};
