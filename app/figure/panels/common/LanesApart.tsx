// The lanes that are not in a common plot, why, and how they could be.
import { useStore } from 'zustand';
import type { FigureSession } from '../../../session/types.ts';
import type { CommonSurface } from './common-surface.ts';
import { isFoldable } from './foldable.ts';

interface Props {
  readonly session: FigureSession;
  readonly common: CommonSurface;
}

export function LanesApart({ session, common: { under, apart } }: Props) {
  const canFold = useStore(session.store, ({ experiment }) => isFoldable(experiment));
  return (
    <div className="common-apart">
      {canFold && (
        <button
          type="button"
          className="remedy"
          title="Weights in these units mean the same in all lanes, however their inputs are scaled."
          onClick={() => session.update({ axes: 'raw' })}
        >
          Set axes to raw inputs
        </button>
      )}
      {apart.map(({ view, reason }) => (
        <p className="panel-note" key={view.index}>
          {view.label} has no path here, since {reason}: its loss over these weights is not that of{' '}
          {under.label}.
        </p>
      ))}
    </div>
  );
}
