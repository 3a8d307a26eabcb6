// The embed takes the frame over from the first figure, and from then on tells the page around, and obeys it.
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { StoreApi } from 'zustand/vanilla';
import type { FigureSession } from '../session/types.ts';
import { Embed } from './Embed.tsx';
import { watchFrameHeight } from './frame-height.ts';
import { createHost } from './host.ts';
import { createObedience } from './obey.ts';
import type { EmbedOptions } from './options.ts';
import { createReports } from './reports.ts';

export function openEmbed(
  page: HTMLElement,
  session: FigureSession,
  options: StoreApi<EmbedOptions>,
): void {
  // At once, so that nothing is blank in between, and the height is known before the frame is first seen.
  flushSync(() =>
    createRoot(page).render(
      <StrictMode>
        <Embed session={session} options={options} />
      </StrictMode>,
    ),
  );

  const host = createHost();
  const reports = createReports(session, host);
  host.listen(createObedience({ session, options, host, reports, page }));
  reports.ready();
  watchFrameHeight(page, (height) => {
    host.post({ type: 'resize', height });
    host.postText(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
  }).measure();
}
