// One lane's run as a Python program that anybody can run and read.
import type { Experiment } from '../experiment.ts';
import { numpyProgram } from './numpy.ts';
import { createPlan, type Plan } from './plan.ts';
import { pytorchProgram } from './pytorch.ts';
import type { ProgramLanguage } from './spelling.ts';

const programs: Readonly<Record<ProgramLanguage, (plan: Plan) => string[]>> = {
  pytorch: pytorchProgram,
  numpy: numpyProgram,
};

/**
 * A Python program that reproduces the losses of one lane. It holds data, starting parameters and mini-batches with all
 * their digits, needs nothing but PyTorch or NumPy, and prints the full-batch loss after 0, 1, ... steps as
 * `step loss`, one step a line, with 17 digits. Inputs are scaled by the program from raw ones where the formula gives
 * the lane's numbers (to 1e-13), and are otherwise written out scaled; the program says which.
 *
 * @param steps how many; if left out, up to the step where the experiment pauses, or 100. A program holds at most
 *   20,000 row numbers of mini-batches, and is shorter where more would be needed
 * @throws {RangeError} on an unknown lane or language, and on anything that has no spelling in Python yet
 */
export function exportCode(
  experiment: Experiment,
  laneId: string,
  language: ProgramLanguage,
  steps?: number,
): string {
  if (!Object.hasOwn(programs, language)) {
    const known = Object.keys(programs).join(', ');
    throw new RangeError(`unknown language: ${language} (known: ${known})`);
  }
  return `${programs[language](createPlan(experiment, laneId, steps)).join('\n')}\n`;
}
