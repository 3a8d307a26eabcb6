// Max-abs scaling: each column is divided by its largest size.
import { createColumnScaling } from './column-map.ts';

export const maxabs = createColumnScaling({
  id: 'maxabs',
  label: 'Max-abs',
  blurb: 'Divides each input by its largest size, so that zero stays zero.',
  formula: 'x / max |x|',
  column({ minimum, maximum }) {
    const size = Math.max(-minimum, maximum);
    // A column of zeros, or of numbers too small to divide by, stays as it is.
    return { origin: 0, scale: Number.isFinite(1 / size) ? size : 1, offset: 0 };
  },
});
