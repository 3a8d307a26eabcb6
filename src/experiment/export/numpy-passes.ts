// The forward and the backward pass of a network in NumPy, layer by layer.
import { activationSpellings } from './activation-spellings.ts';
import { indented } from './literals.ts';
import { lossSpellings } from './loss-spellings.ts';
import type { Plan } from './plan.ts';
import { spellingOf } from './spelling.ts';

/** One operation: its lines forward, and those that undo it backward, where `d` is the derivative by its result. */
interface Operation {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
}

/** The lines of `loss_and_gradient(h0, y)`: rows of two inputs, and one target a row. */
export function numpyPasses(plan: Plan): string[] {
  const { value, slope } = spellingOf('loss', lossSpellings, plan.spec.loss);
  const all = operations(plan);
  return [
    'def loss_and_gradient(x, y):',
    '    """The mean loss over the rows, and its derivative by every parameter."""',
    '    gradient = {}',
    '    # Forward: each layer keeps what the way back will need.',
    ...indented(all.flatMap(({ forward }) => forward)),
    `    loss = ${value}`,
    '    # Backward: d is the derivative of the loss by what each line above has computed.',
    `    d = ${slope}`,
    ...indented(all.toReversed().flatMap(({ backward }) => backward)),
    '    return loss, gradient',
  ];
}

function operations({ spec, layout }: Plan): Operation[] {
  const { place, affine } = spec.normalization;
  const isFrozen = affine === 'frozen';
  const last = layout.layers.length;
  const operationsOf: Operation[] = [];
  // The name of what the next operation works on.
  let at = 'x';
  if (layout.inputNormalization) {
    operationsOf.push(normalize(0, at, 'n0', isFrozen));
    at = 'n0';
  }
  layout.layers.forEach((layer, index) => {
    const k = index + 1;
    const isLast = k === last;
    const sum = isLast ? 'o' : `z${k}`;
    // Nothing asks for the derivative by the inputs, unless they were normalized.
    operationsOf.push(dense(k, at, sum, layer.bias !== null, at !== 'x'));
    at = sum;
    if (isLast) return;
    if (layer.normalization && place === 'before') {
      operationsOf.push(normalize(k, at, `n${k}`, isFrozen));
      at = `n${k}`;
    }
    operationsOf.push(activate(spec.activation, at, `h${k}`));
    at = `h${k}`;
    if (layer.normalization && place === 'after') {
      operationsOf.push(normalize(k, at, `n${k}`, isFrozen));
      at = `n${k}`;
    }
  });
  return operationsOf;
}

const dense = (k: number, from: string, to: string, hasBias: boolean, goesOn: boolean) => ({
  forward: [`${to} = ${from} @ theta["W${k}"].T${hasBias ? ` + theta["b${k}"]` : ''}`],
  backward: [
    `gradient["W${k}"] = d.T @ ${from}`,
    ...(hasBias ? [`gradient["b${k}"] = d.sum(axis=0)`] : []),
    ...(goesOn ? [`d = d @ theta["W${k}"]`] : []),
  ],
});

/** Frozen, gamma is 1 and beta 0, and nobody asks for the derivatives by them. */
const normalize = (k: number, from: string, to: string, isFrozen: boolean): Operation =>
  isFrozen
    ? {
        forward: [`${to}, memory${k} = normalize(${from}, 1, 0)`],
        backward: [`d, _, _ = normalize_backward(d, 1, memory${k})`],
      }
    : {
        forward: [`${to}, memory${k} = normalize(${from}, theta["gamma${k}"], theta["beta${k}"])`],
        backward: [
          `d, gradient["gamma${k}"], gradient["beta${k}"] = normalize_backward(d, theta["gamma${k}"], memory${k})`,
        ],
      };

function activate(id: string, from: string, to: string): Operation {
  const { value, slope } = spellingOf('activation', activationSpellings, id);
  return {
    forward: [`${to} = ${value(from)}`],
    backward: slope ? [`d = d * ${slope(from, to)}`] : [],
  };
}
