// A lane's network with its live numbers: lines are picked as axes of the slice, and the start of each can be typed.
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { formatNumber } from '../../../../src/index.ts';
import '../../../plot/plot.css';
import { TableTwin } from '../../../plot/TableTwin.tsx';
import { useDescription } from '../../../plot/use-description.ts';
import { parameterLabel } from '../../../session/parameter-label.ts';
import type { FigureSession, LaneView } from '../../../session/types.ts';
import { networkGeometry } from './geometry.ts';
import { networkGraph } from './graph.ts';
import { itemColumns } from './items.ts';
import { listenToNetwork } from './listen-network.ts';
import './network.css';
import { NetworkDrawing } from './NetworkDrawing.tsx';
import { NetworkMarks } from './NetworkMarks.tsx';
import { NetworkWords } from './NetworkWords.tsx';
import { NormalizationTable } from './NormalizationTable.tsx';
import { paintNetwork } from './paint-network.ts';
import { pick, picksOf, pickWords } from './picks.ts';
import { useWidth } from './use-width.ts';
import { WeightField } from './WeightField.tsx';
import { describeNetwork, parameterWords } from './words.ts';

export interface NetworkPanelProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

const instructions =
  'Arrow keys go from line to line and from layer to layer. Enter picks a line as an axis of the loss surface; the second one draws it.';

export function NetworkPanel({ session, view }: NetworkPanelProps) {
  const { lane } = view;
  const root = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const active = useRef<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const id = useId();
  const slice = useStore(session.store, (state) => state.experiment.slice);
  const picks = useStore(picksOf(session));
  const width = useWidth(stage);
  const graph = useMemo(() => networkGraph(lane), [lane]);
  const geometry = useMemo(() => networkGeometry(graph, Math.max(width, 200)), [graph, width]);
  const axes = slice.kind === 'weights' ? slice.names : [];
  const first = graph.weights[0]?.name ?? '';
  const chosen = [picks.selected, axes[0], first].find(
    (name) => name !== null && name !== undefined && graph.parameters.has(name),
  );
  const selected = graph.parameters.get(chosen ?? first);

  useEffect(() => {
    if (!root.current) return undefined;
    return paintNetwork(session, view, {
      ...{ root: root.current, graph, geometry },
      active: () => active.current,
    });
  }, [session, view, graph, geometry]);
  // A number that has just come is written in the next frame.
  useEffect(() => session.invalidate(), [session, shown, selected]);
  useEffect(() => {
    if (!root.current || !drawing.current) return undefined;
    return listenToNetwork(root.current, drawing.current, {
      geometry,
      columns: itemColumns(graph),
      first,
      activate(item) {
        if (item === active.current) return;
        active.current = item;
        setShown(item);
        session.invalidate();
      },
      pick(item) {
        if (!graph.parameters.has(item)) return;
        pick(session, item);
        // A click on a line should not fill a field that nobody sees.
        root.current?.querySelector('.network-field input')?.scrollIntoView({ block: 'nearest' });
      },
    });
  }, [session, graph, geometry, first]);
  useDescription(
    description,
    session,
    useCallback(() => describeNetwork(lane, graph), [lane, graph]),
  );
  const readTable = useCallback(
    () => ({
      columns: ['parameter', 'in links and files', 'now', 'at the start'],
      rows: [...graph.parameters.values()].map((parameter) => [
        parameterWords(parameter, lane),
        parameter.name,
        formatNumber(lane.theta[parameter.index]),
        formatNumber(lane.start[parameter.index]),
      ]),
    }),
    [graph, lane],
  );

  return (
    <div className="network" ref={root}>
      <div className="network-stage" ref={stage}>
        <svg
          ref={drawing}
          width={geometry.width}
          height={geometry.height}
          role="group"
          aria-label={`Network of ${view.label}`}
          aria-describedby={`${id}text ${id}keys`}
        >
          <NetworkDrawing graph={graph} geometry={geometry} lane={lane} />
          <NetworkMarks
            geometry={geometry}
            axes={axes}
            pending={picks.pending}
            active={shown}
            selected={selected?.name ?? null}
          />
          <NetworkWords graph={graph} geometry={geometry} lane={lane} />
        </svg>
        <TableTwin session={session} title={`${view.label}: weights as a table`} read={readTable} />
      </div>
      <p className="network-detail" data-network-detail="" />
      <p className="network-legend" aria-hidden="true">
        <Key sign="positive" /> positive <Key sign="negative" /> negative; the widest is{' '}
        <span data-network-end="" />
        {graph.units.some(({ normalization }) => normalization) && '; a ring: normalized'}
      </p>
      <p className="panel-note" role="status" data-network-picks="">
        {pickWords(picks, slice, (name) => parameterLabel(name, lane))}
      </p>
      {selected && (
        <WeightField
          key={`${view.id} ${selected.name}`}
          session={session}
          view={view}
          parameter={selected}
        />
      )}
      <NormalizationTable graph={graph} lane={lane} onPick={(name) => pick(session, name)} />
      <p id={`${id}keys`} className="plot-hidden">
        {instructions}
      </p>
      <p id={`${id}text`} className="plot-hidden" ref={description} />
    </div>
  );
}

function Key({ sign }: { readonly sign: 'positive' | 'negative' }) {
  return (
    <svg width="26" height="8">
      <path className="network-line" data-sign={sign} style={{ '--strength': '0.6' }} d="M1 4H25" />
    </svg>
  );
}
