// A figure in another page: without a page's head, with as many controls as its author wants.
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { Notices } from '../controls/Notices.tsx';
import { SidePanel } from '../controls/SidePanel.tsx';
import { ExportButton } from '../figure/exports/ExportButton.tsx';
import { Figure } from '../figure/Figure.tsx';
import { useReadiness } from '../lab/use-readiness.ts';
import { useTheme } from '../lab/use-theme.ts';
import type { FigureSession } from '../session/types.ts';
import { LabLink } from './LabLink.tsx';
import type { EmbedOptions } from './options.ts';
import { hiddenParts } from './parts.ts';
import { Poster } from './Poster.tsx';
import { useStartWhenSeen } from './use-start-when-seen.ts';

export interface EmbedProps {
  readonly session: FigureSession;
  readonly options: StoreApi<EmbedOptions>;
}

export function Embed({ session, options }: EmbedProps) {
  const root = useRef<HTMLElement>(null);
  const { controls, hide, poster, autoplay } = useStore(options);
  const hidden = hiddenParts(controls, hide);
  // A new generation has new lanes, after which the frame is named: an article may hold several.
  useStore(session.store, (state) => state.generation);
  const name = `Figure: ${session.views.map(({ label }) => label).join(', ')}`;
  useTheme(session);
  useReadiness(session);
  useStartWhenSeen(session, root, autoplay);
  return (
    <main
      className="embed"
      aria-label={name}
      data-controls={controls}
      data-hide={hidden.join(' ')}
      ref={root}
    >
      <Notices session={session} />
      <div className="embed-figure">
        {/* First in the order of the Tab key, as it is the first thing to do. */}
        {poster && <Poster session={session} />}
        <Figure
          session={session}
          aside={
            hidden.includes('settings') ? null : (
              <>
                <SidePanel session={session} />
                <ExportButton session={session} />
              </>
            )
          }
        />
      </div>
      {!hidden.includes('link') && <LabLink session={session} />}
    </main>
  );
}
