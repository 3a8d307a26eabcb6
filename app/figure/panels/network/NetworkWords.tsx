// What is written on the diagram, over its lines and marks: heads, inputs, and numbers where all of them have room.
import { memo } from 'react';
import { inputName } from '../../../session/parameter-label.ts';
import type { NetworkDrawingProps } from './NetworkDrawing.tsx';

/** A name over the first column has so much room in letters, by the pixels to the next one. */
const letterWidth = 6.4;

const shortened = (text: string, letters: number) =>
  text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;

type Props = NetworkDrawingProps;

export const NetworkWords = memo(function NetworkWords({ graph, geometry, lane }: Props) {
  const { columns, radius, strokes, nodes } = geometry;
  const gap = (columns[1] ?? 0) - (columns[0] ?? 0);
  return (
    <>
      <Heads graph={graph} geometry={geometry} lane={lane} gap={gap} />
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
          ({ parameter, label, hasRoom }) =>
            hasRoom && (
              <text
                key={parameter.name}
                className="network-number"
                data-number={parameter.name}
                x={label.x}
                y={label.y + 4}
                textAnchor="middle"
              />
            ),
        )}
      </g>
    </>
  );
});

interface HeadsProps extends Props {
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
