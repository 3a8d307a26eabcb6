// The diagram itself: one element for every line and unit, drawn once; what changes with training is written past React.
import { memo } from 'react';
import type { Lane } from '../../../../src/index.ts';
import type { NetworkGeometry } from './geometry.ts';
import type { NetworkGraph } from './graph.ts';
import { parameterLabel, unitName } from '../../../session/parameter-label.ts';

export interface NetworkDrawingProps {
  readonly graph: NetworkGraph;
  readonly geometry: NetworkGeometry;
  readonly lane: Lane;
}

export const NetworkDrawing = memo(function NetworkDrawing(props: NetworkDrawingProps) {
  const { graph, geometry, lane } = props;
  const { radius, strokes, nodes } = geometry;
  return (
    <>
      {strokes.map(({ parameter, from, to }) => (
        <path
          key={parameter.name}
          className="network-line"
          data-item={parameter.name}
          role="button"
          aria-label={parameterLabel(parameter.name, lane)}
          d={`M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`}
        />
      ))}
      {nodes.map(({ unit, x, y }) => (
        <g
          key={unit.id}
          className="network-unit"
          data-item={unit.id}
          role="img"
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
    </>
  );
});
