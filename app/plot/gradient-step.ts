// Where one step down the gradient would lead a lane from where it stands.
import { project } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';

/**
 * One step of plain gradient descent from the lane's weights, on all of its rows and at its present learning rate, seen
 * in the plane that is drawn: what descent on all rows does next. Where the plane has the units of the raw inputs, the
 * step is still that of the lane's own weights.
 *
 * @returns slice coordinates; null where the gradient is not finite
 */
export function gradientStep({
  lane,
  drawn,
  frame,
}: Pick<LaneView, 'lane' | 'drawn' | 'frame'>): readonly [number, number] | null {
  const { objective, theta, currentRate } = lane;
  const gradient = new Float64Array(objective.size);
  objective.evaluate(theta, gradient);
  const next = theta.map((value, k) => value - currentRate * (gradient[k] ?? 0));
  const [u, v] = project({ origin: frame.anchor, u: frame.u, v: frame.v }, drawn.place(next));
  return Number.isFinite(u + v) ? [u, v] : null;
}
