// A lane's network with its weights, as its panel draws it.
import { formatReading, tighten } from '../../../../src/index.ts';
import { inputName } from '../../../session/parameter-label.ts';
import { networkGeometry, type Node, type Stroke } from '../../panels/network/geometry.ts';
import { networkGraph } from '../../panels/network/graph.ts';
import { commonEnd } from '../../panels/network/paint-network.ts';
import { strokeStyle } from '../../panels/network/weight-scale.ts';
import type { Pen } from '../pen.ts';
import type { Picture, Scenery } from './picture.ts';

/** As the style sheet has them; read from it where the panel is shown. */
const ordinary = { positive: '#1b7837', negative: '#762a83' };

function signColors(figure: HTMLElement): typeof ordinary {
  const style = getComputedStyle(figure.querySelector('.network') ?? figure);
  const colorOf = (sign: keyof typeof ordinary) =>
    style.getPropertyValue(`--weight-${sign}`).trim() || ordinary[sign];
  return { positive: colorOf('positive'), negative: colorOf('negative') };
}

const geometryIn = (width: number, { views }: Scenery, view = views[0]) =>
  view ? networkGeometry(networkGraph(view.lane), width) : null;

export const network: Picture = {
  id: 'network',
  scope: 'lane',
  height: (width, scenery) => Math.round(geometryIn(width, scenery)?.height ?? 0) + 8,
  isThere: () => true,
  draw(pen, width, _, scenery, view) {
    const { tokens, session, figure } = scenery;
    const geometry = geometryIn(width, scenery, view);
    if (!geometry) return;
    const { lane } = view;
    const { columns, radius, strokes, nodes } = geometry;
    const colors = signColors(figure);
    const end = commonEnd(session);
    const valueOf = ({ parameter }: Stroke) => lane.theta[parameter.index] ?? Number.NaN;

    for (const stroke of strokes) {
      const { sign, strength } = strokeStyle(valueOf(stroke), end);
      pen.globalAlpha = 0.35 + 0.65 * strength;
      pen.strokeStyle = sign === 'zero' ? tokens.ruleStrong : colors[sign];
      pen.lineWidth = 0.75 + 4.5 * strength;
      pen.setLineDash(sign === 'negative' ? [6, 3] : []);
      pen.beginPath();
      pen.moveTo(stroke.from.x, stroke.from.y);
      pen.lineTo(stroke.to.x, stroke.to.y);
      pen.stroke();
    }
    pen.globalAlpha = 1;
    pen.setLineDash([]);
    pen.lineWidth = 1.25;
    pen.strokeStyle = tokens.ink;
    pen.fillStyle = tokens.paper;
    for (const node of nodes) drawUnit(pen, node, radius);

    pen.font = tokens.wordFont;
    pen.textBaseline = 'alphabetic';
    pen.fillStyle = tokens.inkSoft;
    columns.forEach((x, layer) => {
      const isLast = layer === columns.length - 1;
      pen.textAlign = layer === 0 ? 'left' : isLast ? 'right' : 'center';
      const text = layer === 0 ? 'inputs' : isLast ? 'output' : lane.objective.spec.activation;
      pen.fillText(text, layer === 0 ? 0 : isLast ? width : x, 11);
    });
    pen.textAlign = 'left';
    pen.fillStyle = tokens.ink;
    for (const { unit, x, y } of nodes)
      if (unit.layer === 0) pen.fillText(inputName(lane, unit.unit), x - radius, y - radius - 5);
    pen.font = tokens.numberFont;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    for (const stroke of strokes) {
      if (!stroke.hasRoom) continue;
      const text = tighten(formatReading(valueOf(stroke), 2));
      const { x, y } = stroke.label;
      // A ground of its own, so that no line runs through it.
      const half = pen.measureText(text).width / 2 + 2;
      pen.fillStyle = tokens.paper;
      pen.fillRect(x - half, y - 7, 2 * half, 14);
      pen.fillStyle = tokens.ink;
      pen.fillText(text, x, y);
    }
  },
};

/** An input is a square, every other unit a disc; one that is normalized has a ring. */
function drawUnit(pen: Pen, { unit, x, y }: Node, radius: number): void {
  const rings = unit.normalization ? [radius + 3, radius] : [radius];
  rings.forEach((size) => {
    pen.beginPath();
    if (unit.layer === 0 && size === radius) pen.rect(x - size, y - size, 2 * size, 2 * size);
    else pen.arc(x, y, size, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  });
}
