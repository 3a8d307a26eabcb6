// The embed builder: what is chosen, how it looks in another page, and the text to paste there.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { SheetDialog } from '../../controls/SheetDialog.tsx';
import type { SessionProps } from '../../controls/session-props.ts';
import { AppearanceChoices } from './AppearanceChoices.tsx';
import { ContentChoices } from './ContentChoices.tsx';
import { embedFigure, isLocal, readAddress, type EmbedChoices } from './embed-choices.ts';
import './embed-builder.css';
import { initialChoices } from './initial-choices.ts';
import { Preview } from './Preview.tsx';
import { SnippetView } from './SnippetView.tsx';

export interface EmbedBuilderProps extends SessionProps {
  /** What was chosen when it was last open; null for the first time. */
  readonly before: EmbedChoices | null;
  readonly onChoices: (choices: EmbedChoices) => void;
  readonly onClose: () => void;
}

export function EmbedBuilder({ session, before, onChoices, onClose }: EmbedBuilderProps) {
  const experiment = useStore(session.store, (state) => state.experiment);
  const [choices, setChoices] = useState(() => initialChoices(session, before));
  const change = (some: Partial<EmbedChoices>) => {
    const next = { ...choices, ...some };
    setChoices(next);
    onChoices(next);
  };
  const { figure, notices } = useMemo(() => {
    const { address } = readAddress(choices.address);
    return embedFigure(experiment, { ...choices, address });
  }, [experiment, choices]);
  const remarks = isLocal(figure.address)
    ? [...notices, 'Only this machine can reach this address: enter the one your readers will use.']
    : notices;
  return (
    <SheetDialog title="Embed" className="embed-builder" onClose={onClose}>
      <div className="embed-builder-parts">
        <div>
          <ContentChoices session={session} choices={choices} onChange={change} />
          <AppearanceChoices choices={choices} onChange={change} />
        </div>
        <div>
          <Preview
            link={figure.link}
            width={choices.width}
            height={choices.height}
            onHeight={(height) => change({ height })}
          />
          {remarks.map((remark) => (
            <p key={remark} className="embed-builder-remark" role="status">
              {remark}
            </p>
          ))}
          <SnippetView figure={figure} />
        </div>
      </div>
    </SheetDialog>
  );
}
