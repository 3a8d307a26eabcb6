// The same loss from above: bands of equal loss, and what each colour means.
import { ContourPlot } from '../../plot/ContourPlot.tsx';
import { Legend } from '../../plot/Legend.tsx';
import type { Panel } from './panel.ts';

export const contour: Panel = {
  id: 'contour',
  label: 'Contour plot',
  blurb: 'The same loss from above: every line joins weights with the same loss.',
  scope: 'lane',
  Component: ({ session, view }) => (
    <>
      <ContourPlot session={session} view={view} />
      <Legend session={session} view={view} orientation="column" />
      {/* In a narrow lane this one stands below instead. */}
      <Legend session={session} view={view} orientation="row" />
    </>
  ),
};
