// The losses of all lanes against step, on one pair of axes.
import { useCallback, useEffect, useId, useRef } from 'react';
import { formatNumber } from '../../src/index.ts';
import type { FigureSession } from '../session/types.ts';
import { describeLosses } from './describe.ts';
import { lossFacts } from './lane-facts.ts';
import { paintLosses } from './loss-painter.ts';
import { at } from './numeric.ts';
import { lastAtMost, spreadIndices } from './table-rows.ts';
import { TableTwin } from './TableTwin.tsx';
import { useDescription } from './use-description.ts';
import './plot.css';

interface Props {
  readonly session: FigureSession;
}

/** Fills its parent, whose size must not depend on it. */
export function LossPlot({ session }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const id = useId();

  useEffect(() => {
    if (!stage.current || !canvas.current) return;
    return paintLosses(stage.current, canvas.current, session);
  }, [session]);

  const describe = useCallback(
    () => describeLosses(session.iteration, session.views.map(lossFacts)),
    [session],
  );
  useDescription(description, session, describe);

  const readTable = useCallback(() => {
    const { views } = session;
    const runs = views.map(({ lane }) => lane.trajectory.whole);
    const steps = longest(runs);
    return {
      columns: ['step', ...views.map(({ label }) => label)],
      rows: steps.map((step) => [
        String(step),
        ...runs.map(({ iterations, count, losses }) => {
          const k = lastAtMost(iterations, count, step);
          return at(iterations, k) === step ? formatNumber(at(losses, k)) : '—';
        }),
      ]),
    };
  }, [session]);

  return (
    <div className="plot">
      <div ref={stage} className="plot-stage">
        <canvas
          ref={canvas}
          role="img"
          aria-label="Loss of every lane against step"
          aria-describedby={`${id}text`}
        />
      </div>
      <p id={`${id}text`} className="plot-hidden" ref={description} />
      <TableTwin session={session} title="Losses as a table" read={readTable} />
    </div>
  );
}

/** Steps of the rows: from the lane that has recorded the furthest. */
function longest(
  trajectories: readonly { readonly count: number; readonly iterations: ArrayLike<number> }[],
): number[] {
  const [first, ...others] = trajectories;
  if (!first) return [];
  const end = (t: typeof first) => at(t.iterations, t.count - 1);
  const chosen = others.reduce((best, next) => (end(next) > end(best) ? next : best), first);
  return spreadIndices(chosen.count).map((k) => at(chosen.iterations, k));
}
