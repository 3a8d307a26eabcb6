// The figure: lanes as columns, their panels as rows, what all lanes share beside them, the clock below.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { AddLane } from '../controls/AddLane.tsx';
import { useFigureKeys } from '../controls/figure-keys.ts';
import { LaneHeader } from '../controls/LaneHeader.tsx';
import { Transport } from '../controls/Transport.tsx';
import { MarkKey } from '../plot/MarkKey.tsx';
import { LazySurfaceStage } from '../scene/LazySurfaceStage.tsx';
import { createSlots } from '../scene/slots.ts';
import type { FigureSession } from '../session/types.ts';
import { Caption } from './Caption.tsx';
import { DivergenceLesson } from './divergence/DivergenceLesson.tsx';
import './figure.css';
import { LaneNote } from './LaneNote.tsx';
import { panels } from './panels/index.ts';
import type { Panel } from './panels/panel.ts';
import { Readouts } from './Readouts.tsx';
import { useAlignedHeads } from './use-aligned-heads.ts';
import { useRunAttributes } from './use-run-attributes.ts';
import { useVisibility } from './use-visibility.ts';

export interface FigureProps {
  readonly session: FigureSession;
  /** Controls to stand beside the lanes. */
  readonly aside?: ReactNode;
  /** What it is called where a page may have several. */
  readonly name?: string | undefined;
}

export function Figure({ session, aside, name }: FigureProps) {
  // A new generation has new views.
  useStore(session.store, (state) => state.generation);
  const shown = useStore(session.store, (state) => state.experiment.panels);
  const [slots] = useState(createSlots);
  const root = useRef<HTMLElement>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);
  useVisibility(session, root);
  useRunAttributes(session, root);
  useFigureKeys(session, root);
  useAlignedHeads(host);
  useEffect(() => {
    // The figure's handle for scripts and tests: what is drawn can be read, and the run be driven.
    if (root.current) Object.assign(root.current, { normscape: session });
  }, [session]);

  const isFlat = !shown.includes('surface');
  useEffect(() => {
    // Contour plots cost no more pixels for more points; a picture in 3D says itself what it can bear.
    if (isFlat) session.limitGrid(false);
  }, [session, isFlat]);

  const chosen = shown.filter((id) => panels.has(id)).map((id) => panels.get(id));
  const hasSurfaces = ['surface', 'contour', 'common'].some((id) => shown.includes(id));
  return (
    <section
      className="figure"
      data-figure=""
      ref={root}
      aria-label={name ?? 'Training side by side'}
    >
      <div className="figure-main">
        <div className="lanes" data-lanes={session.views.length} ref={setHost}>
          {session.views.map((view) => (
            <article
              className="lane"
              data-lane={view.id}
              key={view.index}
              aria-label={view.label}
              style={{
                '--lane': `var(--lane-${view.index + 1})`,
                '--lane-text': `var(--lane-${view.index + 1}-text)`,
              }}
            >
              <LaneHeader session={session} index={view.index} />
              {chosen.map(
                (panel) =>
                  panel.scope === 'lane' && (
                    <div className="panel" data-panel={panel.id} key={panel.id}>
                      <panel.Component session={session} view={view} slots={slots} />
                    </div>
                  ),
              )}
              {hasSurfaces && <LaneNote session={session} view={view} />}
              <Readouts session={session} view={view} />
              <DivergenceLesson session={session} view={view} />
            </article>
          ))}
          {host && shown.includes('surface') && (
            <LazySurfaceStage session={session} slots={slots} host={host} />
          )}
        </div>
        <FigurePanels session={session} panels={chosen} place="lanes" />
        <MarkKey session={session} />
        <Caption session={session} />
        <div className="figure-clock">
          <Transport session={session} />
          <AddLane session={session} />
        </div>
        <FigurePanels session={session} panels={chosen} place="clock" />
      </div>
      <aside
        className="figure-side"
        aria-label={name ? `${name}: settings` : 'Settings of all lanes'}
      >
        {aside}
        <FigurePanels session={session} panels={chosen} />
      </aside>
    </section>
  );
}

interface FigurePanelsProps {
  readonly session: FigureSession;
  readonly panels: readonly Panel[];
  /** Those that stand there; those at the side, if left out. */
  readonly place?: 'lanes' | 'clock';
}

/** The chosen panels that speak of all lanes. */
function FigurePanels({ session, panels: chosen, place }: FigurePanelsProps) {
  return chosen.map(
    (panel) =>
      panel.scope === 'figure' &&
      panel.place === place && (
        <div className="panel" data-panel={panel.id} key={panel.id}>
          <panel.Component session={session} />
        </div>
      ),
  );
}
