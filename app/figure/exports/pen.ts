// What pictures are drawn with: a canvas's context, or something that writes the same strokes down as SVG.

export type Pen = CanvasRenderingContext2D & {
  /** An outline that this pen can fill and stroke; a canvas takes `Path2D` itself. */
  readonly createPath?: () => Path2D;
};

/** A context that measures texts and draws nothing that is seen. */
export function createMeasure(): CanvasRenderingContext2D {
  return contextOf(document.createElement('canvas'));
}

/** @throws {RangeError} where the browser has no memory left for one */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('this browser cannot draw so large a picture');
  return context;
}
