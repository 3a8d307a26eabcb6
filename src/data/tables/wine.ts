// Wine: the chemistry of 178 wines from three cultivars, with columns from tenths to thousands.
import { createTable } from '../table.ts';
import { tableText } from './table-texts.ts';

export const wine = createTable({
  id: 'wine',
  label: 'Wine (real data)',
  blurb:
    'Tells one cultivar of wine from two others by its chemistry; proline spreads 1,378 times wider than hue.',
  task: 'classification',
  inputs: [
    'proline',
    'hue',
    'alcohol',
    'malic_acid',
    'ash',
    'alcalinity_of_ash',
    'magnesium',
    'total_phenols',
    'flavanoids',
    'nonflavanoid_phenols',
    'proanthocyanins',
    'color_intensity',
    'od280_od315',
  ],
  targets: ['class1'],
  units: {
    alcohol: '% vol',
    malic_acid: 'g/l',
    ash: 'g/l',
    alcalinity_of_ash: 'meq/l',
    magnesium: 'mg/l',
    total_phenols: 'g/l',
    flavanoids: 'g/l',
    nonflavanoid_phenols: 'g/l',
    proanthocyanins: 'g/l',
    proline: 'mg/l',
  },
  credit:
    'Wine, S. Aeberhard and M. Forina (1992), UCI Machine Learning Repository, doi:10.24432/C5PC7J, CC BY 4.0',
  text: () => tableText('wine'),
});
