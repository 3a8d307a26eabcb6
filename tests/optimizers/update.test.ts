// Weight decay, clipping, schedules and knobs against PyTorch's documented algorithms, written out here one by one.
import { describe, expect, test } from 'vitest';
import {
  createRandom,
  createUpdate,
  optimizers,
  schedules,
  type UpdateOptions,
} from '../../src/index.ts';

const size = 3;
const steps = 12;
const learningRate = 0.05;
const start = [1.2, -0.7, 0.4];

/** Gradients that know nothing of theta, of very different sizes. */
const gradients = (() => {
  const random = createRandom(3, 'data');
  return Array.from({ length: steps }, () => [
    10 * random.normal(),
    random.normal(),
    0.01 * random.normal(),
  ]);
})();

function run(
  options: Partial<UpdateOptions> & { readonly id: string },
  knobs: Record<string, number> = {},
) {
  const { id, ...rest } = options;
  const update = createUpdate(
    { optimizer: optimizers.get(id), settings: { learningRate, ...knobs }, ...rest },
    size,
  );
  const theta = Float64Array.from(start);
  gradients.forEach((gradient, k) => {
    const given = Float64Array.from(gradient);
    update.step(theta, given, k + 1);
    expect([...given]).toEqual(gradient);
  });
  return [...theta];
}

interface State {
  theta: number;
  a: number;
  b: number;
}

/** The same for one parameter at a time: PyTorch's pseudocode, with the gradient after clipping. */
function follow(
  step: (state: State, g: number, t: number, rate: number) => void,
  { clip = 0, rateAt = (_t: number): number => learningRate } = {},
) {
  return start.map((from, i) => {
    const state = { theta: from, a: 0, b: 0 };
    gradients.forEach((gradient, k) => {
      const norm = Math.hypot(...gradient);
      const scale = clip > 0 ? Math.min(1, clip / (norm + 1e-6)) : 1;
      step(state, scale * gradient[i], k + 1, rateAt(k + 1));
    });
    return state.theta;
  });
}

function expectClose(actual: readonly number[], expected: readonly number[]) {
  const largest = Math.max(...expected.map(Math.abs));
  actual.forEach((value, k) => expect(Math.abs(value - expected[k]) / largest).toBeLessThan(1e-13));
}

type Rule = (knobs: Record<string, number>, decay: number) => Parameters<typeof follow>[0];

const rules: Record<string, Rule> = {
  sgd: (_knobs, decay) => (state, g, _t, rate) => {
    state.theta -= rate * (g + decay * state.theta);
  },
  momentum:
    ({ momentum = 0.9 }, decay) =>
    (state, g, t, rate) => {
      const d = g + decay * state.theta;
      state.a = t > 1 ? momentum * state.a + d : d;
      state.theta -= rate * state.a;
    },
  nesterov:
    ({ momentum = 0.9 }, decay) =>
    (state, g, t, rate) => {
      const d = g + decay * state.theta;
      state.a = t > 1 ? momentum * state.a + d : d;
      state.theta -= rate * (d + momentum * state.a);
    },
  adagrad:
    ({ epsilon = 1e-10 }, decay) =>
    (state, g, _t, rate) => {
      const d = g + decay * state.theta;
      state.a += d * d;
      state.theta -= (rate * d) / (Math.sqrt(state.a) + epsilon);
    },
  rmsprop:
    ({ alpha = 0.99, epsilon = 1e-8 }, decay) =>
    (state, g, _t, rate) => {
      const d = g + decay * state.theta;
      state.a = alpha * state.a + (1 - alpha) * d * d;
      state.theta -= (rate * d) / (Math.sqrt(state.a) + epsilon);
    },
  adam:
    ({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }, decay) =>
    (state, g, t, rate) => {
      const d = g + decay * state.theta;
      state.a = beta1 * state.a + (1 - beta1) * d;
      state.b = beta2 * state.b + (1 - beta2) * d * d;
      const mean = state.a / (1 - beta1 ** t);
      const square = state.b / (1 - beta2 ** t);
      state.theta -= (rate * mean) / (Math.sqrt(square) + epsilon);
    },
  // Decoupled: taken off the parameters before Adam, which never sees it.
  adamw: (knobs, decay) => {
    const adam = rules.adam(knobs, 0);
    return (state, g, t, rate) => {
      state.theta -= rate * decay * state.theta;
      adam(state, g, t, rate);
    };
  },
};

test('there is a reference for every optimizer', () => {
  expect(Object.keys(rules).sort()).toEqual([...optimizers.ids].sort());
});

describe.each(optimizers.all)('$id', ({ id, knobs, decoupledDecay }) => {
  const own = decoupledDecay ? 0.01 : 0;

  test('weight decay', () => {
    for (const decay of [0, 0.03, 0.5]) {
      expectClose(run({ id, decay }), follow(rules[id]({}, decay)));
    }
    expectClose(run({ id }), follow(rules[id]({}, own)));
    expect(run({ id, decay: 0.5 })).not.toEqual(run({ id, decay: 0.03 }));
  });

  test('each knob, away from its initial value', () => {
    for (const knob of knobs.filter((each) => each.id !== 'weightDecay')) {
      const value = knob.scale === 'log' ? 1e-3 : 0.6 * knob.max;
      const setting = { [knob.id]: value };
      expectClose(run({ id, decay: 0.02 }, setting), follow(rules[id](setting, 0.02)));
      expect(run({ id }, setting)).not.toEqual(run({ id }));
    }
  });

  test('clipping by the norm, before decay', () => {
    const clip = 1.5;
    expectClose(run({ id, decay: 0.1, clip }), follow(rules[id]({}, 0.1), { clip }));
    expectClose(run({ id, clip: 1e6 }), run({ id }));
  });

  test('a schedule scales the learning rate of every step', () => {
    const schedule = schedules.get('step');
    const rateAt = (t: number) => learningRate * 0.5 ** Math.floor((t - 1) / 4);
    expectClose(
      run({ id, decay: 0.1, schedule }, { every: 4, drop: 0.5 }),
      follow(rules[id]({}, 0.1), { rateAt }),
    );
  });
});

test('a short gradient is let through, a long one is cut to the length', () => {
  const moved = (gradient: number[]) => {
    const theta = new Float64Array(2);
    const options = { optimizer: optimizers.get('sgd'), settings: { learningRate: 1 }, clip: 1 };
    createUpdate(options, 2).step(theta, Float64Array.from(gradient), 1);
    return [...theta];
  };
  expect(moved([0.3, -0.4])).toEqual([-0.3, 0.4]);
  expect(Math.abs(Math.hypot(...moved([300, -400])) - 1)).toBeLessThan(1e-8);
  expect(moved([0, 0])).toEqual([0, 0]);
});

test('without decay, clipping and schedule it is the optimizer, to the bit', () => {
  for (const optimizer of optimizers.all) {
    const theta = Float64Array.from(start);
    const memory = new Float64Array(size * optimizer.slots);
    gradients.forEach((gradient, k) =>
      optimizer.step(theta, Float64Array.from(gradient), memory, k + 1, { learningRate }),
    );
    expect(run({ id: optimizer.id, schedule: schedules.get('constant') })).toEqual([...theta]);
  }
});

test('a reset forgets what was gathered', () => {
  const update = createUpdate(
    { optimizer: optimizers.get('adam'), settings: { learningRate } },
    size,
  );
  const path = () => {
    const theta = Float64Array.from(start);
    gradients.forEach((gradient, k) => update.step(theta, Float64Array.from(gradient), k + 1));
    return [...theta];
  };
  const first = path();
  expect(path()).not.toEqual(first);
  update.reset();
  expect(path()).toEqual(first);
});
