// The paths of all lanes that have one loss, over that loss; beside it who they are, and who is left out.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ContourPlot } from '../../../plot/ContourPlot.tsx';
import { Legend } from '../../../plot/Legend.tsx';
import type { FigureSession } from '../../../session/types.ts';
import { commonSurface } from './common-surface.ts';
import './common.css';
import { LanesApart } from './LanesApart.tsx';
import { LanesShown } from './LanesShown.tsx';

export function CommonPlot({ session }: { readonly session: FigureSession }) {
  // A new generation has new views.
  useStore(session.store, (state) => state.generation);
  const ground = useStore(session.store, (state) => state.experiment.ground);
  const { views } = session;
  const common = useMemo(() => {
    const { slice } = session.store.getState().experiment;
    return commonSurface(views, { ground, slice });
  }, [session, views, ground]);
  if (!common) return null;
  const { under, companions, apart } = common;
  return (
    <section className="common" aria-label="All lanes in one plot">
      <div className="common-picture">
        <ContourPlot
          session={session}
          view={under}
          companions={companions}
          name="All lanes in one plot"
        />
        <Legend session={session} view={under} orientation="column" only />
      </div>
      <div className="common-words">
        <LanesShown session={session} common={common} />
        {apart.length > 0 && <LanesApart session={session} common={common} />}
      </div>
    </section>
  );
}
