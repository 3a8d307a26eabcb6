// Iris: petals and sepals of 150 flowers, all in centimetres: alike in scale, but strongly correlated.
import { createTable } from '../table.ts';
import { tableText } from './table-texts.ts';

export const iris = createTable({
  id: 'iris',
  label: 'Iris (real data)',
  blurb:
    'Tells one species of iris from two others by its petals, whose length and width are alike in scale but go together.',
  task: 'classification',
  inputs: ['petal_length', 'petal_width', 'sepal_length', 'sepal_width'],
  targets: ['virginica'],
  units: { sepal_length: 'cm', sepal_width: 'cm', petal_length: 'cm', petal_width: 'cm' },
  credit:
    'Iris, R. A. Fisher (1936), UCI Machine Learning Repository, doi:10.24432/C56C76, CC BY 4.0',
  text: () => tableText('iris'),
});
