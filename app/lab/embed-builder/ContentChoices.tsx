// Which lanes and panels the embedded figure shows.
import { useStore } from 'zustand';
import type { SessionProps } from '../../controls/session-props.ts';
import { panels } from '../../figure/panels/index.ts';
import type { EmbedChoices } from './embed-choices.ts';
import { TickList } from './TickList.tsx';

export interface ContentChoicesProps extends SessionProps {
  readonly choices: EmbedChoices;
  readonly onChange: (change: Partial<EmbedChoices>) => void;
}

export function ContentChoices({ session, choices, onChange }: ContentChoicesProps) {
  // A new generation has new lanes.
  useStore(session.store, (state) => state.generation);
  return (
    <div className="embed-builder-lists">
      <TickList
        title="Lanes"
        options={session.views.map(({ id, label }) => ({ id, label }))}
        chosen={choices.lanes}
        onChange={(lanes) => onChange({ lanes })}
      />
      <TickList
        title="Panels"
        options={panels.all}
        chosen={choices.panels}
        onChange={(shown) => onChange({ panels: shown })}
      />
    </div>
  );
}
