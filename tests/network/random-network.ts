// Random networks on random samples, for properties that hold for all of them.
import fc from 'fast-check';
import { createRandom } from '../../src/math/random.ts';
import { activations } from '../../src/network/activations.ts';
import { initialize } from '../../src/network/initialization.ts';
import { losses } from '../../src/network/losses.ts';
import { createObjective } from '../../src/network/network.ts';
import type { NetworkObjective } from '../../src/network/network.ts';
import { normalizations } from '../../src/network/normalization/index.ts';
import type { NetworkSpec, Normalization } from '../../src/network/spec.ts';

/** Each normalization in each of its places, and with gamma and beta frozen. */
const allNormalizations = normalizations.all.flatMap(({ id, places }) =>
  id === 'none'
    ? [{ name: 'no normalization', normalization: { kind: id, place: 'before' } as Normalization }]
    : places.flatMap((place) =>
        (['learned', 'frozen'] as const).map((affine) => ({
          name: `${id} ${place}${affine === 'frozen' ? ' frozen' : ''}`,
          normalization: {
            kind: id,
            place,
            affine,
            // A layer of two units leaves little but the sign of their difference if eps is as small as it is meant to
            // be, and a difference quotient shows nothing of a function that turns within its step.
            ...(id === 'layer' && { eps: 0.1 }),
          } as Normalization,
        })),
      ),
);

/** What a property is checked for: each activation, each loss, and each normalization. */
export const kinds = activations.ids.flatMap((activation) =>
  losses.ids.flatMap((loss) =>
    allNormalizations.map(({ name, normalization }) => ({
      name: `${activation}, ${loss}, ${name}`,
      activation,
      loss: loss as NetworkSpec['loss'],
      normalization,
    })),
  ),
);

export type Kind = Omit<(typeof kinds)[number], 'name'>;

/** Hidden widths and a seed for everything else; from one neuron to three hidden layers. */
export const shape = fc.record({
  hidden: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  count: fc.integer({ min: 8, max: 24 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

export type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

export interface RandomNetwork {
  objective: NetworkObjective;
  theta: Float64Array;
  /** Two directions of length 1 in parameter space. */
  u: Float64Array;
  v: Float64Array;
}

export function createRandomNetwork(kind: Kind, { hidden, count, seed }: Shape): RandomNetwork {
  const random = createRandom(seed, 'weights');
  const inputs = Float64Array.from({ length: 2 * count }, () => random.normal());
  const targets = Float64Array.from({ length: count }, () =>
    kind.loss === 'bce' ? random.integer(2) : random.normal(),
  );
  const objective = createObjective(
    { ...kind, sizes: [2, ...hidden, 1] },
    { count, inputs, targets },
  );
  const theta = initialize(objective.layout, 'xavier', random);
  // Biases, gamma and beta away from their starting values, where many derivatives vanish.
  objective.names.forEach((name, k) => {
    if (!name.startsWith('W')) theta[k] += 0.3 * random.normal();
  });
  const direction = () => {
    const raw = theta.map(() => random.normal());
    const length = Math.hypot(...raw);
    return raw.map((x) => x / length);
  };
  return { objective, theta, u: direction(), v: direction() };
}

/** `theta + distance * direction` */
export const moved = (theta: Float64Array, direction: Float64Array, distance: number) =>
  theta.map((x, i) => x + distance * direction[i]);

/** Whether no unit crosses the kink that its activation may have at 0, anywhere within `reach` along `direction`. */
export function isSmooth(
  { objective, theta }: RandomNetwork,
  direction: Float64Array,
  reach: number,
): boolean {
  for (let layer = 1; layer < objective.spec.sizes.length - 1; layer++) {
    const here = objective.hidden(theta, layer).preActivations;
    for (const distance of [-reach, reach]) {
      const there = objective.hidden(moved(theta, direction, distance), layer).preActivations;
      // Twice as far from 0 as it moves, so that a bend on the way does not matter. A unit may stay at 0.
      if (here.some((z, k) => Math.abs(z) < 2 * Math.abs(there[k] - z))) return false;
    }
  }
  return true;
}

/** Draws until the network is smooth along `v`: a finite difference means nothing across a kink. */
export function createSmoothNetwork(kind: Kind, shape: Shape, reach: number): RandomNetwork {
  for (let seed = shape.seed; seed < shape.seed + 200; seed++) {
    const network = createRandomNetwork(kind, { ...shape, seed });
    if (isSmooth(network, network.v, reach)) return network;
  }
  throw new Error('no smooth network among 200');
}
