// A figure in another page: without a page's head, with as many controls as its author wants.
import { useContext, useRef } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { Notices } from '../controls/Notices.tsx';
import { SidePanel } from '../controls/SidePanel.tsx';
import { ExportButton } from '../figure/exports/ExportButton.tsx';
import { Figure } from '../figure/Figure.tsx';
import { PageAddress } from '../figure/page-address.ts';
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
  /** What stands for a page of its own, where the figure is part of somebody else's: it wears the theme. */
  readonly scope?: HTMLElement;
  /** What the figure is called, if not after its lanes. */
  readonly title?: string | null;
}

export function Embed({ session, options, scope, title = null }: EmbedProps) {
  const root = useRef<HTMLElement>(null);
  const { controls, hide, poster, autoplay } = useStore(options);
  // A new generation has new lanes, after which the frame is named: an article may hold several.
  useStore(session.store, (state) => state.generation);
  const name = title ?? `Figure: ${session.views.map(({ label }) => label).join(', ')}`;
  const hasLab = useContext(PageAddress) !== '';
  const hidden = hiddenParts(controls, hasLab ? hide : [...hide, 'link']);
  // A page has one main part, and it is not for its figures to say which.
  const Root = scope ? 'section' : 'main';
  useTheme(session, scope);
  useReadiness(session, scope);
  useStartWhenSeen(session, root, autoplay);
  return (
    <Root
      className="embed"
      aria-label={scope ? undefined : name}
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
          name={scope ? name : undefined}
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
    </Root>
  );
}
