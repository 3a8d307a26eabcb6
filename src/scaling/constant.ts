// Division by a constant: what is done to pixels, and needs no look at the data.
import { createColumnScaling } from './column-map.ts';

const divisor = 255;
/** The least number that has all of its digits. */
const leastNormal = 2 ** -1022;

export const constant = createColumnScaling({
  id: 'constant',
  label: 'Divided by 255',
  blurb:
    'Divides both inputs by 255, as is usual for pixels, whatever the data: a shared scale goes, all else stays.',
  formula: 'x / 255',
  column({ minimum, maximum }) {
    const size = Math.max(-minimum, maximum);
    // Numbers too small to divide without losing digits stay as they are.
    return { origin: 0, scale: size / divisor < leastNormal ? 1 : divisor, offset: 0 };
  },
});
