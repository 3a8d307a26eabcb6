// The text of the worker alone, put here by the build of the package: its modules have no one script that could be all.
// oxlint-disable-next-line import/default -- the build makes this module
import text from './surface-worker.ts?text';

export const workerText = (): string => text;
