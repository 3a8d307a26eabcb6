// Seeded random numbers from exactly rounded arithmetic alone, so that the same seed gives the same numbers in every
// engine.
import { log } from './elementary/log.ts';

export interface Random {
  /** Uniform in [0, 1), with 32 random bits. */
  uniform(): number;
  /** Standard normal, by the ratio of uniforms. */
  normal(): number;
  /** Uniform whole number in [0, bound). */
  integer(bound: number): number;
  /** Where in its sequence the generator stands: four whole numbers that `restore` takes. */
  save(): RandomState;
  /** Goes on from there: the very numbers follow that followed then. */
  restore(state: RandomState): void;
}

export type RandomState = readonly [number, number, number, number];

/** What draws from a seed. Each purpose has its own stream, so that changing one leaves the others as they were. */
export type Stream = 'data' | 'weights' | 'batches' | 'noise' | 'split' | 'slice';

/** 4 exp(-1/2) / sqrt(2): the width of the box that holds the region of normal ratios. */
const ratioWidth = 1.7155277699214135;

/** FNV-1a over the seed's digits and the stream's name: 32 well mixed bits to start from. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}

/**
 * xoshiro128** of Blackman and Vigna (2018), its state filled by splitmix32.
 * @param seed any finite number; whole numbers are meant
 */
export function createRandom(seed: number, stream: Stream): Random {
  let mixer = hash(`${stream}:${seed}`);
  const splitmix = () => {
    mixer = (mixer + 0x9e3779b9) | 0;
    let z = mixer ^ (mixer >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let d = splitmix();

  const next = () => {
    const times5 = Math.imul(b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  const uniform = () => next() / 2 ** 32;
  return {
    uniform,
    normal() {
      // Kinderman and Monahan (1977). The logarithm only decides whether a draw is kept and never enters its value, as it
      // would in the methods of Box and Muller or of Marsaglia.
      for (;;) {
        const u = 1 - uniform();
        const x = (ratioWidth * (uniform() - 0.5)) / u;
        if (x * x <= -4 * log(u)) return x;
      }
    },
    integer: (bound) => Math.floor(uniform() * bound),
    save: () => [a, b, c, d],
    restore(state) {
      [a, b, c, d] = state;
    },
  };
}
