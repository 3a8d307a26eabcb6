// The head of an arrow on a canvas.

/** A filled head whose tip is at (x, y), pointing along the unit vector. */
export function drawArrowHead(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  alongX: number,
  alongY: number,
  length: number,
  fill: string,
  rim: string,
): void {
  const half = 0.5 * length;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - length * alongX - half * alongY, y - length * alongY + half * alongX);
  context.lineTo(x - length * alongX + half * alongY, y - length * alongY - half * alongX);
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = rim;
  context.lineWidth = 3;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}
