// A pen that writes SVG: the drawing functions of the plots work with it as they do with a canvas.
import { color } from 'd3-color';
import { createMeasure, type Pen } from './pen.ts';
import { createSvgPath, type Matrix, type SvgPath } from './svg-path.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** What `save` keeps. */
interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineJoin: CanvasLineJoin;
  lineCap: CanvasLineCap;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  dash: readonly number[];
  matrix: Matrix;
  /** Where elements are put; a clip opens a group of its own. */
  group: SVGElement;
}

const anchors: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** Everything that XML cannot hold. */
// oxlint-disable-next-line no-control-regex -- these are the ones that are meant
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const finish = (number: number) => String(Math.round(number * 100) / 100);

/**
 * Texts become text nodes and nothing is ever parsed, so whatever they hold stays text.
 *
 * @param width, height in CSS pixels
 * @param title, description what the picture is, for those who do not see it
 */
export function createSvgPen(
  width: number,
  height: number,
  title: string,
  description: string,
): { readonly pen: Pen; readonly element: SVGSVGElement } {
  const measure = createMeasure();
  const root = document.createElementNS(namespace, 'svg');
  const make = (parent: Element, name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS(namespace, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.append(element);
    return element;
  };
  root.setAttribute('viewBox', `0 0 ${finish(width)} ${finish(height)}`);
  root.setAttribute('width', finish(width));
  root.setAttribute('height', finish(height));
  root.setAttribute('role', 'img');
  make(root, 'title', {}).textContent = title.replace(unprintable, '');
  make(root, 'desc', {}).textContent = description.replace(unprintable, '');

  const state: State = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    lineWidth: 1,
    lineJoin: 'miter',
    lineCap: 'butt',
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    dash: [],
    matrix: [1, 0, 0, 1, 0, 0],
    group: root,
  };
  const saved: State[] = [];
  let clips = 0;
  let path = createSvgPath(() => state.matrix);

  const paint = (kind: 'fill' | 'stroke', style: string): Record<string, string> => {
    const known = color(style);
    if (!known) return { [kind]: 'none' };
    const opacity = known.opacity * state.globalAlpha;
    return {
      [kind]: known.formatHex(),
      ...(opacity < 1 && { [`${kind}-opacity`]: finish(opacity) }),
    };
  };
  const strokes = (): Record<string, string> => ({
    ...paint('stroke', state.strokeStyle),
    'stroke-width': finish(state.lineWidth),
    'stroke-linejoin': state.lineJoin,
    'stroke-linecap': state.lineCap,
    ...(state.dash.length > 0 && { 'stroke-dasharray': state.dash.map(finish).join(' ') }),
  });
  const placed = (): Record<string, string> => {
    const [a, b, c, d] = state.matrix;
    const isMoved = a !== 1 || b !== 0 || c !== 0 || d !== 1;
    return isMoved ? { transform: `matrix(${state.matrix.map(finish).join(' ')})` } : {};
  };
  const move = ([a, b, c, d, e, f]: Matrix) => {
    const [A, B, C, D, E, F] = state.matrix;
    state.matrix = [
      ...([A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d] as const),
      ...([A * e + C * f + E, B * e + D * f + F] as const),
    ];
  };
  /** An own path for one element, leaving the current one alone. */
  const box = (x: number, y: number, wide: number, high: number) => {
    const outline = createSvgPath(() => state.matrix);
    outline.rect(x, y, wide, high);
    return outline;
  };
  const write = (text: string, x: number, y: number, look: Record<string, string>) => {
    const font = /^(italic )?(?:(\d{3}|bold) )?([\d.]+)px(?: \/ [\d.]+px)? (.+)$/.exec(state.font);
    measure.font = state.font;
    const ascent = (baseline: CanvasTextBaseline) => {
      measure.textBaseline = baseline;
      return measure.measureText(text).actualBoundingBoxAscent;
    };
    // Every program that shows SVG knows the alphabetic baseline, and not all know the others.
    const drop = ascent('alphabetic') - ascent(state.textBaseline);
    const turned = placed();
    const [, , , , e, f] = state.matrix;
    const [left, top] = turned['transform'] ? [x, y + drop] : [x + e, y + f + drop];
    const element = make(state.group, 'text', {
      x: finish(left),
      y: finish(top),
      'font-family': font?.[4] ?? 'sans-serif',
      'font-size': font?.[3] ?? '10',
      ...(font?.[2] && { 'font-weight': font[2] }),
      ...(font?.[1] && { 'font-style': 'italic' }),
      'text-anchor': anchors[state.textAlign],
      ...look,
      ...turned,
    });
    element.textContent = text.replace(unprintable, '');
  };
  const own = (given: unknown): SvgPath =>
    typeof given === 'object' && given !== null ? (given as SvgPath) : path;
  const ruleOf = (given: readonly unknown[]): Record<string, string> =>
    given.includes('evenodd') ? { 'fill-rule': 'evenodd' } : {};

  const tools = {
    save: () => void saved.push({ ...state }),
    restore: () => void Object.assign(state, saved.pop()),
    translate: (x: number, y: number) => move([1, 0, 0, 1, x, y]),
    rotate: (angle: number) =>
      move([Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]),
    beginPath() {
      path = createSvgPath(() => state.matrix);
    },
    moveTo: (x: number, y: number) => path.moveTo(x, y),
    lineTo: (x: number, y: number) => path.lineTo(x, y),
    closePath: () => path.closePath(),
    rect: (x: number, y: number, wide: number, high: number) => path.rect(x, y, wide, high),
    roundRect: (x: number, y: number, wide: number, high: number) => path.rect(x, y, wide, high),
    quadraticCurveTo: (...p: [number, number, number, number]) => path.quadraticCurveTo(...p),
    arc: (x: number, y: number, radius: number, from: number, to: number) =>
      path.ellipse(x, y, radius, radius, 0, from, to),
    ellipse: (...shape: Parameters<SvgPath['ellipse']>) => path.ellipse(...shape),
    clip(...given: unknown[]) {
      const id = `clip${++clips}`;
      const rule = ruleOf(given);
      const { data } = own(given[0]);
      make(make(root, 'clipPath', { id }), 'path', {
        d: data,
        ...(rule['fill-rule'] && { 'clip-rule': rule['fill-rule'] }),
      });
      state.group = make(state.group, 'g', { 'clip-path': `url(#${id})` });
    },
    fill(...given: unknown[]) {
      const { data } = own(given[0]);
      if (data === '') return;
      make(state.group, 'path', {
        d: data,
        ...paint('fill', state.fillStyle),
        ...ruleOf(given),
      });
    },
    stroke(given?: unknown) {
      const { data } = own(given);
      if (data !== '') make(state.group, 'path', { d: data, fill: 'none', ...strokes() });
    },
    fillRect: (x: number, y: number, wide: number, high: number) =>
      tools.fill(box(x, y, wide, high)),
    strokeRect: (x: number, y: number, wide: number, high: number) =>
      tools.stroke(box(x, y, wide, high)),
    fillText: (text: string, x: number, y: number) =>
      write(text, x, y, paint('fill', state.fillStyle)),
    strokeText: (text: string, x: number, y: number) =>
      write(text, x, y, { fill: 'none', ...strokes() }),
    measureText(text: string) {
      measure.font = state.font;
      return measure.measureText(text);
    },
    setLineDash(dash: readonly number[]) {
      state.dash = dash;
    },
    drawImage(image: HTMLCanvasElement, x: number, y: number, wide: number, high: number) {
      const [, , , , e, f] = state.matrix;
      make(state.group, 'image', {
        href: image.toDataURL('image/png'),
        x: finish(x + e),
        y: finish(y + f),
        width: finish(wide),
        height: finish(high),
      });
    },
    createPath: () => createSvgPath(() => state.matrix),
  };
  // Styles are read and written as if the state were the pen itself.
  const pen = new Proxy(tools, {
    get: (target, key) =>
      key in target ? Reflect.get(target, key) : Reflect.get(state, key as keyof State),
    set: (_, key, value) => Reflect.set(state, key, value),
  });
  return { pen: pen as unknown as Pen, element: root };
}

/** The file's text, written by the DOM. */
export function svgText(element: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}\n`;
}
