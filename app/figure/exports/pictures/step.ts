// The latest step of a lane: what it did to the loss, its formula with the numbers put in, and the table of them.
import { explainStep } from '../../../../src/index.ts';
import { parameterLabel } from '../../../session/parameter-label.ts';
import type { LaneView } from '../../../session/types.ts';
import { inspected } from '../../panels/step/inspected.ts';
import { stepLesson } from '../../panels/step/step-lesson.ts';
import {
  formulaText,
  stepNumber,
  stepRows,
  stepSentence,
  substitutedText,
} from '../../panels/step/step-rows.ts';
import { createMeasure, type Pen } from '../pen.ts';
import { wrapText } from '../words.ts';
import type { Picture, Scenery } from './picture.ts';

const line = 17;
const row = 19;

interface StepText {
  /** The lane's name, and sentences, each cut into lines. */
  readonly name: string;
  readonly sentences: readonly string[];
  readonly formulas: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function stepText(width: number, { session, tokens }: Scenery, view: LaneView): StepText {
  const { lane } = view;
  const names = inspected(session.store.getState().experiment.slice, lane.objective.names);
  const labels = names.map((name) => parameterLabel(name, lane));
  const step = explainStep(lane, names);
  const measure = createMeasure();
  const wrapped = (font: string, text: string) => {
    measure.font = font;
    return text === '' ? [] : wrapText(measure, text, width);
  };
  const sentences = [stepSentence(step, lane.settings), stepLesson(step, labels, lane.settings)];
  const statements = step?.parameters[0]?.statements ?? [];
  return {
    name: view.label,
    sentences: sentences.flatMap((text) => wrapped(tokens.wordFont, text)),
    formulas: statements.flatMap((statement, k) =>
      wrapped(
        tokens.numberFont,
        `${k === 0 ? `${labels[0] ?? ''}: ` : ''}${formulaText(statement)} = ${substitutedText(statement)}`,
      ),
    ),
    head: ['number', ...labels, `length of all ${lane.objective.size}`],
    rows: stepRows(lane.settings).map(({ label, of, all }) => [
      label,
      ...names.map((_, k) => {
        const parameter = step?.parameters[k];
        return stepNumber(step && parameter ? of(parameter, step) : Number.NaN);
      }),
      stepNumber(step ? all(step) : Number.NaN),
    ]),
  };
}

const heightOf = ({ sentences, formulas, rows }: StepText) =>
  line * (1 + sentences.length + formulas.length) + row * (1 + rows.length) + 16;

export const step: Picture = {
  id: 'step',
  scope: 'figure',
  height(width, scenery) {
    const each = scenery.views.map((view) => heightOf(stepText(width, scenery, view)));
    return each.reduce((sum, height) => sum + height, 0);
  },
  isThere: () => true,
  draw(pen, width, _, scenery) {
    pen.save();
    for (const view of scenery.views) {
      const text = stepText(width, scenery, view);
      drawStep(pen, width, text, scenery, view);
      pen.translate(0, heightOf(text));
    }
    pen.restore();
  },
};

function drawStep(
  pen: Pen,
  width: number,
  { name, sentences, formulas, head, rows }: StepText,
  { tokens }: Scenery,
  view: LaneView,
): void {
  let y = line / 2;
  const write = (texts: readonly string[], font: string, color: string) => {
    pen.font = font;
    pen.fillStyle = color;
    for (const text of texts) {
      pen.fillText(text, 0, y);
      y += line;
    }
  };
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  write([name], `600 14px ${tokens.textFace}`, tokens.laneTexts[view.index] ?? tokens.ink);
  write(sentences, tokens.wordFont, tokens.ink);
  write(formulas, tokens.numberFont, tokens.ink);
  y += (row - line) / 2;
  // The first column takes what the numbers leave.
  const cell = Math.min(150, (0.66 * width) / Math.max(1, head.length - 1));
  [head, ...rows].forEach((cells, k) => {
    pen.font = k === 0 ? tokens.wordFont : tokens.numberFont;
    pen.fillStyle = k === 0 ? tokens.inkSoft : tokens.ink;
    cells.forEach((text, column) => {
      pen.textAlign = column === 0 ? 'left' : 'right';
      if (column === 0) pen.font = tokens.wordFont;
      else if (k > 0) pen.font = tokens.numberFont;
      pen.fillText(text, column === 0 ? 0 : width - (cells.length - 1 - column) * cell, y);
    });
    pen.strokeStyle = k === 0 ? tokens.ruleStrong : tokens.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(0, y + row / 2);
    pen.lineTo(width, y + row / 2);
    pen.stroke();
    y += row;
  });
}
