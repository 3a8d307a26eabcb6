// The diagram itself: one element for every line and unit, drawn once; what changes with training is written past React.
import { memo } from 'react';
import type { Lane } from '../../../../src/index.ts';
import type { NetworkGeometry } from './geometry.ts';
import type { NetworkGraph, Parameter } from './graph.ts';
import { inputName, parameterWords, unitName } from './words.ts';

export interface NetworkDrawingProps {
  readonly graph: NetworkGraph;
  readonly geometry: NetworkGeometry;
  readonly lane: Lane;
  /** The item that the keyboard comes to first. */
  readonly first: string;
}

/** A name over the first column has so much room in letters, by the pixels to the next one. */
const letterWidth = 6.4;

const shortened = (text: string, letters: number) =>
  text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;

export const NetworkDrawing = memo(function NetworkDrawing(props: NetworkDrawingProps) {
  const { graph, geometry, lane, first } = props;
  const { columns, radius, strokes, nodes } = geometry;
  const gap = (columns[1] ?? 0) - (columns[0] ?? 0);
  const isOuter = ({ kind, layer }: Parameter) => kind === 'bias' && layer === columns.length - 1;
  const tab = (item: string) => (item === first ? 0 : -1);
  return (
    <>
      <Heads graph={graph} geometry={geometry} lane={lane} gap={gap} />
      {strokes.map(({ parameter, from, to }) => (
        <path
          key={parameter.name}
          className="network-line"
          data-item={parameter.name}
          role="button"
          tabIndex={tab(parameter.name)}
          aria-label={`${parameter.name}, ${parameterWords(parameter, graph, lane)}`}
          d={`M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`}
        />
      ))}
      {nodes.map(({ unit, x, y }) => (
        <g
          key={unit.id}
          className="network-unit"
          data-item={unit.id}
          role="img"
          tabIndex={tab(unit.id)}
          aria-label={unitName(unit, graph, lane)}
        >
          {unit.normalization && <circle cx={x} cy={y} r={radius + 3} />}
          {unit.layer === 0 ? (
            <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />
          ) : (
            <circle cx={x} cy={y} r={radius} />
          )}
        </g>
      ))}
      <g aria-hidden="true" className="network-words">
        {nodes.map(
          ({ unit, x, y }) =>
            unit.layer === 0 && (
              <text key={unit.id} x={x - radius} y={y - radius - 5}>
                {shortened(inputName(lane, unit.unit), Math.max(5, (gap * 0.9) / letterWidth))}
              </text>
            ),
        )}
        {strokes.map(
          ({ parameter, label }) =>
            label && (
              <text
                key={parameter.name}
                className="network-number"
                data-number={parameter.name}
                x={isOuter(parameter) ? geometry.width : label.x}
                y={label.y + 4}
                textAnchor={isOuter(parameter) ? 'end' : 'middle'}
              />
            ),
        )}
      </g>
    </>
  );
});

interface HeadsProps extends Omit<NetworkDrawingProps, 'first'> {
  readonly gap: number;
}

/** A word over every layer: how many units of what, or its number where there is no room. */
function Heads({ graph, geometry, lane, gap }: HeadsProps) {
  const { sizes } = graph;
  const { spec } = lane.objective;
  const last = sizes.length - 1;
  const isRoomy = gap >= 64;
  return (
    <g aria-hidden="true" className="network-words">
      {geometry.columns.map((x, layer) => {
        const [anchor, at] =
          layer === 0
            ? (['start', 0] as const)
            : layer === last
              ? (['end', geometry.width] as const)
              : (['middle', x] as const);
        const text =
          layer === 0
            ? 'inputs'
            : layer === last
              ? 'output'
              : isRoomy
                ? `${sizes[layer] ?? ''} ${spec.activation}`
                : String(layer);
        return (
          <text key={layer} className="network-head" x={at} y={11} textAnchor={anchor}>
            {text}
          </text>
        );
      })}
    </g>
  );
}
