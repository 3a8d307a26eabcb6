// Penguins: bodies of 344 penguins of three species, in grams and millimetres.
import { createTable } from '../table.ts';
import { tableText } from './table-texts.ts';

export const penguins = createTable({
  id: 'penguins',
  label: 'Penguins (real data)',
  blurb:
    'Tells Gentoo penguins from two other species by their bodies; mass spreads 406 times wider than the depth of the bill.',
  task: 'classification',
  inputs: ['body_mass', 'bill_depth', 'bill_length', 'flipper_length'],
  targets: ['gentoo'],
  units: { bill_length: 'mm', bill_depth: 'mm', flipper_length: 'mm', body_mass: 'g' },
  credit:
    'Palmer Station LTER and K. Gorman; palmerpenguins by A. Horst, A. Hill and K. Gorman (2020), CC0 1.0',
  text: () => tableText('penguins'),
});
