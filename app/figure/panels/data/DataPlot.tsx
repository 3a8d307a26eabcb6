// A lane's samples, as given and as the network sees them, over what the network gives now.
import { useCallback, useEffect, useId, useRef } from 'react';
import type { FigureSession, LaneView } from '../../../session/types.ts';
import { TableTwin } from '../../../plot/TableTwin.tsx';
import { useDescription } from '../../../plot/use-description.ts';
import '../../../plot/plot.css';
import './data.css';
import { dataTable, describeData, fitInWords } from './data-facts.ts';
import { paintData } from './data-painter.ts';

interface Props {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function DataPlot({ session, view }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const id = useId();

  useEffect(() => {
    if (!stage.current || !canvas.current) return;
    return paintData(stage.current, canvas.current, session, view);
  }, [session, view]);
  useDescription(
    description,
    session,
    useCallback(() => describeData(view.label, view.lane), [view]),
  );
  useDescription(
    note,
    session,
    useCallback(() => fitInWords(view.lane), [view]),
  );
  const readTable = useCallback(() => dataTable(view.lane), [view]);

  return (
    <>
      <div className="plot">
        <div ref={stage} className="plot-stage">
          <canvas
            ref={canvas}
            role="img"
            aria-label={`${view.label}: samples over the network’s output`}
            aria-describedby={`${id}text`}
          />
        </div>
        <p id={`${id}text`} className="plot-hidden" ref={description} />
        <TableTwin session={session} title={`${view.label}: samples as a table`} read={readTable} />
      </div>
      <p className="panel-note" aria-hidden="true" ref={note} />
    </>
  );
}
