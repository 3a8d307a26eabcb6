// Houses: made-up prices of 200 houses, in the units that textbooks use.
import { createTable } from '../table.ts';
import { tableText } from './table-texts.ts';

export const houses = createTable({
  id: 'houses',
  label: 'Houses (synthetic)',
  blurb:
    'Synthetic, no real houses: the price by area and rooms, of which the area spreads 435 times wider.',
  task: 'regression',
  inputs: ['area', 'rooms', 'age'],
  targets: ['price'],
  units: { area: 'square feet', age: 'years', price: 'thousand dollars' },
  credit: 'Synthetic: made up for Normscape, CC0 1.0',
  text: () => tableText('houses'),
});
