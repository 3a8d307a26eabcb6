// What a panel is: one picture of a lane, or of all lanes together.
import type { ComponentType } from 'react';
import type { Entry } from '../../../src/index.ts';
import type { Slots } from '../../scene/slots.ts';
import type { FigureSession, LaneView } from '../../session/types.ts';

export interface LanePanelProps {
  readonly session: FigureSession;
  readonly view: LaneView;
  readonly slots: Slots;
}

export type Panel = Entry &
  (
    | { readonly scope: 'lane'; readonly Component: ComponentType<LanePanelProps> }
    | {
        readonly scope: 'figure';
        /** As wide as all lanes, and close below them or below the clock; at the side, if left out. */
        readonly place?: 'lanes' | 'clock';
        readonly Component: ComponentType<{ readonly session: FigureSession }>;
      }
  );
