// What is pointed at and what the surfaces are drawn over, laid over the diagram so that no line covers it.
import { numberBox, type NetworkGeometry } from './geometry.ts';

export interface NetworkMarksProps {
  readonly geometry: NetworkGeometry;
  /** The two parameters of the slice, as far as there are any. */
  readonly axes: readonly string[];
  readonly pending: string | null;
  readonly active: string | null;
  /** The parameter whose number can be typed. */
  readonly selected: string | null;
}

/** The axis that a parameter has become. */
const signs = ['→', '↑'];

export function NetworkMarks({ geometry, axes, pending, active, selected }: NetworkMarksProps) {
  const { strokes, nodes, radius } = geometry;
  const line = (name: string | null) => strokes.find(({ parameter }) => parameter.name === name);
  const node = nodes.find(({ unit }) => unit.id === active);
  const marks = [
    ...axes.map((name, k) => ({ name, kind: 'axis', sign: signs[k] ?? '' })),
    ...(pending === null ? [] : [{ name: pending, kind: 'pending', sign: '1' }]),
  ];
  const pointed = line(active);
  return (
    <g className="network-marks" aria-hidden="true">
      {pointed && <path className="network-pointed" d={between(pointed)} />}
      {node && <circle className="network-pointed" cx={node.x} cy={node.y} r={radius + 2} />}
      {marks.map(({ name, kind, sign }) => {
        const stroke = line(name);
        if (!stroke) return null;
        // Near the end, where lines into different units are apart.
        const [x, y] = [
          stroke.from.x + 0.82 * (stroke.to.x - stroke.from.x),
          stroke.from.y + 0.82 * (stroke.to.y - stroke.from.y),
        ];
        return (
          <g key={`${kind} ${name}`} className={`network-mark network-mark-${kind}`}>
            <path d={between(stroke)} />
            <circle cx={x} cy={y} r={7} />
            <text x={x} y={y + 4}>
              {sign}
            </text>
          </g>
        );
      })}
      {[...new Set([selected, active])].map((name) => {
        const stroke = line(name);
        if (!stroke || stroke.hasRoom) return null;
        const { x, y } = stroke.label;
        return (
          <text
            key={name}
            className="network-number"
            data-number={name}
            x={Math.max(numberBox.width / 2, Math.min(geometry.width - numberBox.width / 2, x))}
            y={y + 4}
            textAnchor="middle"
          />
        );
      })}
    </g>
  );
}

const between = ({ from, to }: NetworkGeometry['strokes'][number]) =>
  `M${from.x} ${from.y}L${to.x} ${to.y}`;
