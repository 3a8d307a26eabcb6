// The panels: pictures that a figure can show.
import { createRegistry } from '../../../src/index.ts';
import { common } from './common.tsx';
import { contour } from './contour.tsx';
import { curvature } from './curvature.tsx';
import { data } from './data.tsx';
import { loss } from './loss.tsx';
import { network } from './network.tsx';
import { step } from './step.tsx';
import { surface } from './surface.tsx';

export const panels = createRegistry('panel', [
  surface,
  contour,
  common,
  network,
  data,
  loss,
  curvature,
  step,
]);
