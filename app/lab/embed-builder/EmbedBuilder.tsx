// The embed builder: what is chosen, how it looks in another page, and the text to paste there.
import { useContext, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { SheetDialog } from '../../controls/SheetDialog.tsx';
import type { SessionProps } from '../../controls/session-props.ts';
import { PageAddress } from '../../figure/page-address.ts';
import { AppearanceChoices } from './AppearanceChoices.tsx';
import { ContentChoices } from './ContentChoices.tsx';
import { embedFigure, isLocal, readAddress, type EmbedChoices } from './embed-choices.ts';
import './embed-builder.css';
import { initialChoices } from './initial-choices.ts';
import { Preview } from './Preview.tsx';
import { SnippetView } from './SnippetView.tsx';
import { useScriptHash } from './use-script-hash.ts';

export interface EmbedBuilderProps extends SessionProps {
  /** What was chosen when it was last open; null for the first time. */
  readonly before: EmbedChoices | null;
  readonly onChoices: (choices: EmbedChoices) => void;
  readonly onClose: () => void;
}

export function EmbedBuilder({ session, before, onChoices, onClose }: EmbedBuilderProps) {
  const experiment = useStore(session.store, (state) => state.experiment);
  // The single file has no embed beside it: it can only write of one that is served somewhere.
  const folder = useContext(PageAddress) === '' ? null : new URL('./', location.href).href;
  const scriptHash = useScriptHash(folder);
  const [choices, setChoices] = useState(() => initialChoices(session, before, folder));
  const change = (some: Partial<EmbedChoices>) => {
    const next = { ...choices, ...some };
    setChoices(next);
    onChoices(next);
  };
  const { figure, notices, problem } = useMemo(() => {
    const { address, problem } = readAddress(choices.address);
    const knownHash = address === folder ? scriptHash : null;
    return { ...embedFigure(experiment, { ...choices, address }, knownHash), problem };
  }, [experiment, choices, folder, scriptHash]);
  const remarks =
    problem === null && isLocal(figure.address)
      ? [
          ...notices,
          'Only this machine can reach this address: enter the one your readers will use.',
        ]
      : notices;
  return (
    <SheetDialog title="Embed" className="embed-builder" onClose={onClose}>
      <div className="embed-builder-parts">
        <div>
          <ContentChoices session={session} choices={choices} onChange={change} />
          <AppearanceChoices choices={choices} onChange={change} />
        </div>
        <div>
          {folder === null ? null : (
            <Preview
              link={figure.link}
              width={choices.width}
              height={choices.height}
              onNeeded={(height) => {
                if (!choices.ownHeight && height !== choices.height) change({ height });
              }}
              onFit={(height) => change({ height, ownHeight: false })}
            />
          )}
          {remarks.map((remark) => (
            <p key={remark} className="embed-builder-remark" role="status">
              {remark}
            </p>
          ))}
          {problem === null ? (
            <SnippetView figure={figure} />
          ) : (
            <p className="embed-builder-remark" role="status">
              The text to paste comes here, once it is known where your readers get Normscape from.
            </p>
          )}
        </div>
      </div>
    </SheetDialog>
  );
}
