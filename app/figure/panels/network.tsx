// A lane's network: every weight as a line, every normalized unit with its numbers, and a way to change them.
import { NetworkPanel } from './network/NetworkPanel.tsx';
import type { Panel } from './panel.ts';

export const network: Panel = {
  id: 'network',
  label: 'Network',
  blurb: 'Every weight as a line; pick two to draw the loss over them, or set where one starts.',
  scope: 'lane',
  Component: ({ session, view }) => <NetworkPanel session={session} view={view} />,
};
