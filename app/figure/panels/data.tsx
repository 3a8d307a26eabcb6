// The samples of each lane, and what its network makes of the plane they lie in.
import { DataPlot } from './data/DataPlot.tsx';
import type { Panel } from './panel.ts';

export const data: Panel = {
  id: 'data',
  label: 'Data and output',
  blurb:
    'The samples as given and as the network sees them, over its output: where it has learned one, the sample has the colour of its ground.',
  scope: 'lane',
  Component: ({ session, view }) => <DataPlot session={session} view={view} />,
};
