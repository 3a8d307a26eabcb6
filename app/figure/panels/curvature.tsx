// How sharply the loss curves where each lane is, and how sharply its learning rate lets it curve.
import { CurvaturePlot } from './curvature/CurvaturePlot.tsx';
import type { Panel } from './panel.ts';

export const curvature: Panel = {
  id: 'curvature',
  label: 'Curvature',
  blurb: 'Sharpness and condition number over the run, the stable limit, and the spectrum now.',
  scope: 'figure',
  Component: ({ session }) => <CurvaturePlot session={session} />,
};
