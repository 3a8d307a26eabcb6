// The sheet: lanes side by side with their pictures and numbers, and below them what they are and where they are from.
import { describeRun } from '../../../src/index.ts';
import { readPlotTokens, type PlotTokens } from '../../plot/plot-tokens.ts';
import { readouts } from '../readout-values.ts';
import type { ExportSource } from './export.ts';
import { signature } from './signature.ts';
import { contextOf, createMeasure, type Pen } from './pen.ts';
import { pictureOf } from './pictures/index.ts';
import type { Picture, Scenery } from './pictures/picture.ts';
import { wrapText } from './words.ts';

/** In CSS pixels. */
const columnWidth = 460;
const aloneWidth = 720;
const gap = 24;
const nameHeight = 28;
const captionLine = 20;
const smallLine = 15;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The sentences below the pictures. */
  readonly caption: string;
  draw(pen: Pen): void;
}

/** One thing that is drawn, with the place of its upper left corner. */
interface Part {
  readonly left: number;
  readonly top: number;
  draw(pen: Pen): void;
}

/**
 * @param tokens if not those of the figure as it is shown
 * @throws {RangeError} where there is nothing to draw
 */
export function planSheet(source: ExportSource, tokens?: PlotTokens): Sheet {
  const { session, figure, views, panels } = source;
  const scenery: Scenery = { session, figure, views, tokens: tokens ?? readPlotTokens(figure) };
  const pictures = panels.map(pictureOf).filter((picture) => picture.isThere(scenery));
  if (pictures.length === 0) {
    throw new RangeError(`nothing is drawn of ${panels.join(', ') || 'no panel'} here`);
  }
  const ofLanes = pictures.filter((picture) => picture.scope === 'lane');
  const ofFigure = pictures.filter((picture) => picture.scope === 'figure');
  const across = views.length * (columnWidth + gap) - gap;
  const inner = ofLanes.length > 0 ? Math.max(columnWidth, across) : aloneWidth;

  const parts: Part[] = [];
  let top = gap;
  if (ofLanes.length > 0) {
    let bottom = top;
    views.forEach((view, k) => {
      const left = gap + k * (columnWidth + gap);
      bottom = Math.max(bottom, columnParts(parts, scenery, ofLanes, view, left, top));
    });
    top = bottom;
  }
  for (const picture of ofFigure) {
    const height = picture.height(inner, scenery);
    const draw = (pen: Pen) => picture.draw(pen, inner, height, scenery);
    parts.push({ left: gap, top, draw });
    top += height + 12;
  }
  const caption = describeRun(
    views.map(({ lane }) => lane),
    views.map(({ curvature }) => curvature),
  ).join(' ');
  top = footerParts(parts, scenery, caption, signature(session, source.page), inner, top);

  return {
    width: inner + 2 * gap,
    height: top + gap,
    caption,
    draw(pen) {
      pen.fillStyle = scenery.tokens.paper;
      pen.fillRect(0, 0, inner + 2 * gap, top + gap);
      for (const part of parts) {
        pen.save();
        pen.translate(part.left, part.top);
        part.draw(pen);
        pen.restore();
      }
    },
  };
}

/** The sheet on a canvas with `ratio` pixels for each of CSS. */
export function paintSheet(sheet: Sheet, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.width * ratio);
  canvas.height = Math.round(sheet.height * ratio);
  const context = contextOf(canvas);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  sheet.draw(context);
  return canvas;
}

/** A lane's name, pictures and numbers; returns where they end. */
function columnParts(
  parts: Part[],
  scenery: Scenery,
  pictures: readonly Extract<Picture, { scope: 'lane' }>[],
  view: Scenery['views'][number],
  left: number,
  from: number,
): number {
  const { tokens } = scenery;
  let top = from;
  parts.push({
    left,
    top,
    draw(pen) {
      pen.font = `600 16px ${tokens.textFace}`;
      pen.textAlign = 'left';
      pen.textBaseline = 'middle';
      pen.fillStyle = tokens.laneTexts[view.index] ?? tokens.ink;
      pen.fillText(view.label, 0, nameHeight / 2 - 2);
    },
  });
  top += nameHeight;
  for (const picture of pictures) {
    const height = picture.height(columnWidth, scenery);
    const draw = (pen: Pen) => picture.draw(pen, columnWidth, height, scenery, view);
    parts.push({ left, top, draw });
    top += height + 8;
  }
  const written = readouts.map((readout) => `${readout.label} ${readout.text(view)}`);
  const measure = createMeasure();
  measure.font = `12px ${tokens.textFace}`;
  const lines = wrapText(measure, written.join(' · '), columnWidth);
  parts.push(textPart(lines, left, top, measure.font, smallLine + 2, tokens.inkSoft));
  return top + lines.length * (smallLine + 2) + 10;
}

/** Caption, and where the picture is from; returns where they end. */
function footerParts(
  parts: Part[],
  { tokens }: Scenery,
  caption: string,
  origin: readonly string[],
  width: number,
  from: number,
): number {
  const measure = createMeasure();
  let top = from + 4;
  measure.font = `15px ${tokens.textFace}`;
  const sentences = caption === '' ? [] : wrapText(measure, caption, width);
  parts.push(textPart(sentences, gap, top, measure.font, captionLine, tokens.ink));
  top += sentences.length * captionLine + (sentences.length > 0 ? 6 : 0);
  measure.font = `11px ${tokens.monoFace}`;
  const lines = origin.flatMap((text) => wrapText(measure, text, width));
  parts.push(textPart(lines, gap, top, measure.font, smallLine, tokens.inkSoft));
  return top + lines.length * smallLine;
}

function textPart(
  lines: readonly string[],
  left: number,
  top: number,
  font: string,
  lineHeight: number,
  color: string,
): Part {
  return {
    left,
    top,
    draw(pen) {
      pen.font = font;
      pen.textAlign = 'left';
      pen.textBaseline = 'middle';
      pen.fillStyle = color;
      lines.forEach((line, k) => pen.fillText(line, 0, (k + 0.5) * lineHeight));
    },
  };
}
