// The loss surface in three dimensions.
import { SurfaceSlot } from '../../scene/SurfaceSlot.tsx';
import type { Panel } from './panel.ts';

export const surface: Panel = {
  id: 'surface',
  label: 'Surface',
  blurb: 'The loss over two weights as a landscape, with the path of the optimizer on it.',
  scope: 'lane',
  Component: ({ session, view, slots }) => (
    <SurfaceSlot session={session} view={view} slots={slots} />
  ),
};
