// What a surface needs to be computed, as a graph: a node is one number for each row of the samples.
//
// Every node depends on neither coordinate of the plane, on one of them, or on both. Only the last kind is computed at every
// point; the others once, once for each column, or once for each row of the grid. Nothing is approximated by this.
import { push, termDependence, weightDependence, whole } from './graph-builder.ts';
import type { Builder, GraphSettings } from './graph-builder.ts';
import { normalize } from './graph-normalization.ts';
import { join } from './graph-nodes.ts';
import type { ActivationNode, Dependence, Node, SumNode, Term } from './graph-nodes.ts';

export interface Graph {
  /** Every node after those it needs. */
  readonly nodes: readonly Node[];
  readonly output: Node;
  /** Sums whose exponentials are tabulated: single precision holds these only while the sums are small. */
  readonly exponents: readonly SumNode[];
}

/** What joins exponentials: the factor in each of them. */
const exponentFactors: Readonly<Partial<Record<string, number>>> = { tanh: 2, sigmoid: -1 };

export function createGraph(settings: GraphSettings): Graph {
  const builder: Builder = { ...settings, nodes: [], exponents: [], stage: 0 };
  const { spec, layout } = settings;
  const { kind, place } = spec.normalization;
  const inputNodes = ([0, 1] as const).map((index) =>
    push(builder, { kind: 'input', index, dependence: 0, stage: 0, unit: index }),
  );
  let values: Node[] = inputNodes;
  // A column's mean takes away whatever all its rows have in common.
  const isLost =
    kind === 'batch' && place === 'before' && settings.isMeasured && spec.sizes.length > 2;
  const needsCentres = settings.isCentred && !isLost;
  if (layout.inputNormalization) values = normalize(builder, layout.inputNormalization, values);
  for (const { units, weights, bias, inputs, normalization } of layout.layers) {
    const isOutput = weights === layout.layers[layout.layers.length - 1].weights;
    const isPlain = isOutput || kind === 'none' || place !== 'before';
    builder.stage++;
    const sums = Array.from({ length: units }, (_, unit) => {
      const terms: Term[] = values.map((input, k) => ({
        weight: whole(weights + unit * inputs + k),
        input,
      }));
      if (bias !== null) terms.push({ weight: whole(bias + unit), input: null });
      if (needsCentres && values === inputNodes) terms.push(...centreTerms(terms));
      return isPlain && !isOutput
        ? activatedSum(builder, terms, unit)
        : sumOf(builder, terms, unit);
    });
    values = sums;
    if (isOutput) break;
    if (!isPlain && normalization) {
      values = normalize(builder, normalization, sums).map((input) =>
        activate(builder, input, input.unit),
      );
    }
    if (place === 'after' && normalization) values = normalize(builder, normalization, values);
  }
  return { nodes: builder.nodes, output: values[0], exponents: builder.exponents };
}

/** What a sum over centred inputs lacks: each weight times the centre of its input. */
const centreTerms = (terms: readonly Term[]): Term[] =>
  terms.flatMap(({ weight, input }) =>
    input?.kind === 'input' ? [{ weight, input: null, centre: input.index }] : [],
  );

function activate(builder: Builder, input: Node, unit: number): ActivationNode {
  const { stage } = builder;
  return push(builder, { kind: 'activation', input, dependence: input.dependence, stage, unit });
}

/** A sum; what depends on one coordinate only is a sum of its own, which is not computed at every point. */
function sumOf(builder: Builder, terms: readonly Term[], unit: number): SumNode {
  const total = terms.reduce<Dependence>((d, term) => join(d, termDependence(builder, term)), 0);
  if (total !== 3) return plainSum(builder, terms, unit, total);
  const { along, across, both } = split(builder, terms);
  const added: Node[] = [];
  const kept: Term[] = [...both];
  for (const part of [along, across]) {
    // One term costs no more than reading its sum would.
    if (part.length > 1) added.push(plainSum(builder, part, unit));
    else kept.push(...part);
  }
  const { stage } = builder;
  return push(builder, { kind: 'sum', terms: kept, added, dependence: 3, stage, unit });
}

function plainSum(
  builder: Builder,
  terms: readonly Term[],
  unit: number,
  dependence = terms.reduce<Dependence>((d, term) => join(d, termDependence(builder, term)), 0),
): SumNode {
  const { stage } = builder;
  return push(builder, { kind: 'sum', terms, added: [], dependence, stage, unit });
}

/** Terms by what they depend on: not across, not along, or on both. Constant ones go where there are others. */
function split(builder: Builder, terms: readonly Term[]) {
  const of = (dependence: Dependence) =>
    terms.filter((term) => termDependence(builder, term) === dependence);
  const along = of(1);
  const across = of(2);
  (across.length > along.length ? across : along).push(...of(0));
  return { along, across, both: of(3) };
}

/** The activation of a sum; if its terms can be told apart by coordinate, by tables of exponentials. */
function activatedSum(builder: Builder, terms: readonly Term[], unit: number): Node {
  const factor = exponentFactors[builder.spec.activation];
  const parts = terms.flatMap((term) => coordinateParts(builder, term));
  const { along, across, both } = split(builder, parts);
  const isJoined =
    builder.mayJoin &&
    factor !== undefined &&
    both.length === 0 &&
    across.some((term) => termDependence(builder, term) === 2) &&
    along.some((term) => termDependence(builder, term) === 1);
  if (!isJoined) return activate(builder, sumOf(builder, terms, unit), unit);
  const [x, y] = [along, across].map((part) => {
    const input = plainSum(builder, part, unit);
    builder.exponents.push(input);
    const { stage } = builder;
    const { dependence } = input;
    return push(builder, { kind: 'exponential', input, factor, dependence, stage, unit });
  });
  const { stage, spec } = builder;
  const isTanh = spec.activation === 'tanh';
  return push(builder, { kind: 'joined', isTanh, x, y, dependence: 3, stage, unit });
}

/** A weight that depends on both coordinates, of an input that depends on neither, is a sum of two that do on one. */
function coordinateParts(builder: Builder, term: Term): Term[] {
  const { weight, input } = term;
  if (weightDependence(builder, weight) !== 3 || (input && input.dependence !== 0)) return [term];
  const { index } = weight;
  return [
    { ...term, weight: { index, part: 'a' } },
    { ...term, weight: { index, part: 'b' } },
  ];
}
