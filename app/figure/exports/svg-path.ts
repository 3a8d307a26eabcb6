// An outline as the data of an SVG path, built with the words of a canvas.

/** a, b, c, d, e, f as a canvas names them. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface SvgPath {
  /** The path's `d`. */
  readonly data: string;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void;
  /** Angles in radians, clockwise on the page. */
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    from: number,
    to: number,
  ): void;
}

/** A curve becomes chords of at most this angle: on a mark of 6 pixels they lie within a hundredth of a pixel. */
const chord = Math.PI / 24;

const digits = (value: number) => String(Math.round(value * 100) / 100);

/** @param matrix in force when a point is given */
export function createSvgPath(matrix: () => Matrix): SvgPath {
  const parts: string[] = [];
  const place = (x: number, y: number) => {
    const [a, b, c, d, e, f] = matrix();
    return `${digits(a * x + c * y + e)} ${digits(b * x + d * y + f)}`;
  };
  const path: SvgPath = {
    get data() {
      return parts.join('');
    },
    moveTo: (x, y) => void parts.push(`M${place(x, y)}`),
    // As on a canvas, a line without a beginning begins where it ends.
    lineTo: (x, y) => void parts.push(`${parts.length === 0 ? 'M' : 'L'}${place(x, y)}`),
    closePath: () => void (parts.length > 0 && parts.push('Z')),
    rect(x, y, width, height) {
      path.moveTo(x, y);
      path.lineTo(x + width, y);
      path.lineTo(x + width, y + height);
      path.lineTo(x, y + height);
      path.closePath();
    },
    quadraticCurveTo: (controlX, controlY, x, y) =>
      void parts.push(`Q${place(controlX, controlY)} ${place(x, y)}`),
    ellipse(x, y, radiusX, radiusY, rotation, from, to) {
      const chords = Math.max(1, Math.ceil(Math.abs(to - from) / chord));
      const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
      for (let k = 0; k <= chords; k++) {
        const angle = from + ((to - from) * k) / chords;
        const [along, across] = [radiusX * Math.cos(angle), radiusY * Math.sin(angle)];
        path.lineTo(x + along * cos - across * sin, y + along * sin + across * cos);
      }
    },
  };
  return path;
}
