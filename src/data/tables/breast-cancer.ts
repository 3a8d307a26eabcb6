// Breast cancer: cell nuclei of 569 samples, malignant or benign, with columns from hundredths to thousands.
import { createTable } from '../table.ts';
import { tableText } from './table-texts.ts';

export const breastCancer = createTable({
  id: 'breast-cancer',
  label: 'Breast cancer (real data)',
  blurb:
    'Tells malignant from benign samples by their cell nuclei; area spreads 25,022 times wider than smoothness. For teaching only.',
  task: 'classification',
  inputs: [
    'mean_area',
    'mean_smoothness',
    'mean_radius',
    'mean_texture',
    'mean_fractal_dimension',
    'worst_area',
  ],
  targets: ['malignant'],
  units: {
    mean_radius: 'pixels',
    mean_texture: 'grey levels',
    mean_area: 'pixels²',
    worst_area: 'pixels²',
  },
  credit:
    'Breast Cancer Wisconsin (Diagnostic), W. Wolberg, O. Mangasarian, N. Street and W. Street (1995), UCI Machine Learning Repository, doi:10.24432/C5DW2B, CC BY 4.0; 6 of 30 columns',
  text: () => tableText('breast-cancer'),
});
