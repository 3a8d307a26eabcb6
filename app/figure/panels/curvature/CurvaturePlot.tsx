// Sharpness and condition number over the run, against what the learning rate allows, and the spectrum of this step.
import { useCallback, useEffect, useId, useRef } from 'react';
import { formatNumber } from '../../../../src/index.ts';
import '../../../plot/plot.css';
import { spreadIndices } from '../../../plot/table-rows.ts';
import { TableTwin } from '../../../plot/TableTwin.tsx';
import { useDescription } from '../../../plot/use-description.ts';
import type { FigureSession } from '../../../session/types.ts';
import { describeCurvature, limitNotes } from './curvature-facts.ts';
import { paintCurvature } from './paint-curvature.ts';

export function CurvaturePlot({ session }: { readonly session: FigureSession }) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const id = useId();

  useEffect(() => {
    if (!stage.current || !canvas.current) return;
    return paintCurvature(stage.current, canvas.current, session);
  }, [session]);
  useDescription(
    description,
    session,
    useCallback(() => describeCurvature(session.views), [session]),
  );
  useDescription(
    note,
    session,
    useCallback(() => limitNotes(session.views).join(' '), [session]),
  );

  const readTable = useCallback(() => {
    const { views } = session;
    const steps = [
      ...new Set(
        views.flatMap(({ curvatures, lane }) =>
          curvatures.entries.flatMap(({ iteration }) =>
            iteration <= lane.iteration ? [iteration] : [],
          ),
        ),
      ),
    ].sort((a, b) => a - b);
    const rows = spreadIndices(steps.length).flatMap((k) => steps[k] ?? []);
    return {
      columns: [
        'step',
        ...views.flatMap(({ label }) => [`${label}: sharpness`, `${label}: condition number`]),
      ],
      rows: rows.map((step) => [
        String(step),
        ...views.flatMap(({ curvatures }) => {
          const entry = curvatures.entries.find(({ iteration }) => iteration === step);
          return [formatNumber(entry?.sharpness), formatNumber(entry?.conditionNumber)];
        }),
      ]),
    };
  }, [session]);

  return (
    <>
      <div className="plot">
        <div ref={stage} className="plot-stage">
          <canvas
            ref={canvas}
            role="img"
            aria-label="Curvature of every lane over the run"
            aria-describedby={`${id}text`}
          />
        </div>
        <p id={`${id}text`} className="plot-hidden" ref={description} />
        <TableTwin session={session} title="Curvature as a table" read={readTable} />
      </div>
      <p className="panel-note" aria-hidden="true" ref={note} />
    </>
  );
}
