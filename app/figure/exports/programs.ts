// One lane's run as a program that anybody can read and run.
import { exportCode, type ProgramLanguage } from '../../../src/index.ts';
import { textFile, type Export } from './export.ts';

function program(language: ProgramLanguage, label: string, needs: string): Export {
  return {
    id: language,
    label: `${label} program`,
    blurb: `A Python program that repeats one lane’s run and prints its losses; it needs ${needs}.`,
    group: 'program',
    extension: 'py',
    appliesTo: 'lane',
    words: [language],
    make({ session, views: [view] }) {
      if (!view) throw new RangeError('no lane is chosen');
      const { experiment } = session.store.getState();
      return textFile(exportCode(experiment, view.id, language), 'text/x-python');
    },
  };
}

export const pytorch = program('pytorch', 'PyTorch', 'PyTorch alone');
export const numpy = program('numpy', 'NumPy', 'NumPy alone');
