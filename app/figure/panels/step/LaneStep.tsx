// One lane's step: its formula with the numbers put in, a table of them, and what it did to the loss.
import { useEffect, useMemo, useRef } from 'react';
import { explainStep } from '../../../../src/index.ts';
import { LaneMark } from '../../../controls/LaneMark.tsx';
import { Term } from '../../../controls/Term.tsx';
import { parameterLabel } from '../../../session/parameter-label.ts';
import type { FigureSession, LaneView } from '../../../session/types.ts';
import { inspected } from './inspected.ts';
import { stepLesson } from './step-lesson.ts';
import { formulaText, stepNumber, stepRows, stepSentence, substitutedText } from './step-rows.ts';

export interface LaneStepProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function LaneStep({ session, view }: LaneStepProps) {
  const root = useRef<HTMLElement>(null);
  const { lane, label, index } = view;
  const { size } = lane.objective;
  const { slice } = session.store.getState().experiment;
  const names = useMemo(() => inspected(slice, lane.objective.names), [slice, lane]);
  const rows = useMemo(() => stepRows(lane.settings), [lane]);
  const labels = useMemo(() => names.map((name) => parameterLabel(name, lane)), [names, lane]);
  const mark = labels[0] ?? '';

  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const cell = (place: string) => element.querySelector<HTMLElement>(`[data-cell="${place}"]`);
    const write = (target: HTMLElement | null, text: string, value?: number) => {
      if (!target || target.textContent === text) return;
      target.textContent = text;
      if (value !== undefined) target.dataset['value'] = String(value);
    };
    const sentence = cell('sentence');
    const lesson = cell('lesson');
    const formulas = cell('formulas');
    const cells = rows.map((row) => ({
      row,
      each: names.map((_, k) => cell(`${row.id} ${k}`)),
      all: cell(`${row.id} all`),
    }));
    let seen = '';
    return session.onFrame(() => {
      const state = `${lane.iteration} ${lane.lastStep?.iteration ?? 0} ${lane.trajectory.revision}`;
      if (state === seen) return;
      seen = state;
      const step = explainStep(lane, names);
      write(sentence, stepSentence(step, lane.settings));
      write(lesson, stepLesson(step, labels, lane.settings));
      const [first] = step?.parameters ?? [];
      const lines = (first?.statements ?? []).map(
        (statement) => `${formulaText(statement)} = ${substitutedText(statement)}`,
      );
      write(formulas, lines.length > 0 ? `${mark}: ${lines.join('\n')}` : '');
      for (const { row, each, all } of cells) {
        each.forEach((target, k) => {
          const parameter = step?.parameters[k];
          const value = step && parameter ? row.of(parameter, step) : Number.NaN;
          write(target, stepNumber(value), value);
        });
        const whole = step ? row.all(step) : Number.NaN;
        write(all, stepNumber(whole), whole);
      }
    });
  }, [session, lane, names, labels, mark, rows]);

  return (
    <section
      className="lane-step"
      data-step-lane={view.id}
      aria-label={`Step of ${label}`}
      ref={root}
      style={{
        '--lane': `var(--lane-${index + 1})`,
        '--lane-text': `var(--lane-${index + 1}-text)`,
      }}
    >
      <h3>
        <LaneMark index={index} /> {label}
      </h3>
      <p data-cell="sentence" />
      <p data-cell="lesson" />
      <p className="step-formula" aria-label={`The formula for ${mark}`} data-cell="formulas" />
      <div className="step-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">number</th>
              {names.map((name, k) => (
                <th scope="col" key={name} title={`${name} in links and files`}>
                  {labels[k]}
                </th>
              ))}
              <th scope="col">
                <Term
                  meaning={`The length of the numbers of all ${size} parameters together, weights and biases: the root of the sum of their squares.`}
                >
                  length of all {size}
                </Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {names.map((name, k) => (
                  <td key={name} data-cell={`${row.id} ${k}`}>
                    —
                  </td>
                ))}
                <td data-cell={`${row.id} all`}>—</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
