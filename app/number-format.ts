// How the page writes numbers: as captions do.
export {
  formatApart,
  formatFixed,
  formatNumber,
  formatReading,
  superscript,
  tighten,
} from '../src/index.ts';
