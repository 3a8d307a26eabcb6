// The text of a worker where one script is all there is: the script itself, in which a worker does a worker's work.

/** The function that the build wraps the whole script in. */
declare const normscapeScript: { toString(): string };

export const workerText = (): string => `(${normscapeScript.toString()})()`;
