// The colour maps of d3-scale-chromatic that nobody uses are left out: what makes them does nothing else.

export const unusedColorMaps = { manualPureFunctions: ['ramp', 'colors'] };
