// The lanes of a common plot with their signs and losses, and the choice of whose surface lies below the paths.
import { useEffect, useId, useRef } from 'react';
import { LaneMark } from '../../../controls/LaneMark.tsx';
import { formatReading } from '../../../../src/index.ts';
import { createChangeDetector } from '../../../plot/change-detector.ts';
import type { FigureSession, LaneView } from '../../../session/types.ts';
import type { CommonSurface } from './common-surface.ts';
import { lossBelow } from './loss-below.ts';
import { startWords } from './start-words.ts';

interface Props {
  readonly session: FigureSession;
  readonly common: CommonSurface;
}

export function LanesShown({ session, common }: Props) {
  const { under, companions } = common;
  const name = useId();
  const shown = [under, ...companions].sort((a, b) => a.index - b.index);
  return (
    <fieldset className="common-lanes">
      <legend>Surface of</legend>
      {session.views.map((view) => (
        <label key={view.index} data-common-lane={view.id}>
          <input
            type="radio"
            name={name}
            checked={view === under}
            onChange={() => session.update({ ground: view.index + 1 })}
          />
          <LaneMark index={view.index} />
          <span style={{ color: `var(--lane-${view.index + 1}-text)` }}>{view.label}</span>
          {shown.includes(view) && <LossThere session={session} under={under} view={view} />}
        </label>
      ))}
      {companions.length > 0 && (
        <p className="panel-note">
          The surface varies two weights and takes the rest from {under.label}. A lane whose rest
          differs has a loss of its own, beside that of the surface below it.
          {startWords(shown, session.store.getState().experiment)}
          {!under.drawn.isOwn &&
            ` A click starts ${under.label} there, and the others with the same numbers.`}
        </p>
      )}
    </fieldset>
  );
}

interface LossThereProps {
  readonly session: FigureSession;
  readonly under: LaneView;
  readonly view: LaneView;
}

/** A lane's own loss and that of the surface below it, written past React as they change. */
function LossThere({ session, under, view }: LossThereProps) {
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    const changed = createChangeDetector();
    return session.onFrame(() => {
      const { lane } = view;
      if (!text.current || !changed([lane.iteration, lane.loss, under.surfaceVersion])) return;
      const below = view === under ? null : lossBelow(under, view);
      const own = `loss ${formatReading(lane.loss)}`;
      text.current.textContent =
        below === null ? own : `${own}; here the surface has ${formatReading(below)}`;
      text.current.dataset['below'] = below === null ? '' : String(below);
    });
  }, [session, under, view]);
  return <small ref={text} />;
}
