// What a surface needs to be computed, as a graph: a node is one number for each row of the samples.
//
// Every node depends on neither coordinate of the plane, on one of them, or on both. Only the last kind is computed at every
// point; the others once, once for each column, or once for each row of the grid. Nothing is approximated by this.
import type { Layout } from '../layout.ts';
import type { NormalizationSlots } from '../slots.ts';
import type { NetworkSpec } from '../spec.ts';

/** Bit 1: depends on the coordinate along u. Bit 2: on the one along v. */
export type Dependence = 0 | 1 | 2 | 3;

export const join = (x: Dependence, y: Dependence): Dependence => (x | y) as Dependence;

/** Some of a parameter, which is `origin + a u + b v`: all of it, `origin + a u`, or `b v`. */
export interface Weight {
  readonly index: number;
  readonly part: 'all' | 'a' | 'b';
}

/** Weight times input. Where there is none, the weight alone, or times the centre of an input of the network. */
export interface Term {
  readonly weight: Weight;
  readonly input: Node | null;
  readonly centre?: 0 | 1;
}

interface Common {
  readonly dependence: Dependence;
  /** Stages follow each other; the nodes of one do not depend on each other, but for an activation on its own sum. */
  readonly stage: number;
  /** Its unit in the layer. */
  readonly unit: number;
}

export interface InputNode extends Common {
  readonly kind: 'input';
  readonly index: 0 | 1;
}

/** The sum of terms, and of other nodes. */
export interface SumNode extends Common {
  readonly kind: 'sum';
  readonly terms: readonly Term[];
  readonly added: readonly Node[];
}

export interface ActivationNode extends Common {
  readonly kind: 'activation';
  readonly input: Node;
}

/** exp(factor x) */
export interface ExponentialNode extends Common {
  readonly kind: 'exponential';
  readonly input: Node;
  readonly factor: number;
}

/** The activation of a sum x + y, given exponentials of x and of y: `1 - 2 / (1 + X Y)` or `1 / (1 + X Y)`. */
export interface JoinedNode extends Common {
  readonly kind: 'joined';
  readonly isTanh: boolean;
  readonly x: Node;
  readonly y: Node;
}

/** gamma and beta, null where they are frozen at 1 and 0. */
interface Affine {
  readonly gamma: Weight | null;
  readonly beta: Weight | null;
}

/** A column, standardized by its own mean and variance or by given ones, and an affine map of it. */
export interface BatchNode extends Common, Affine {
  readonly kind: 'batch';
  readonly input: Node;
  /** Its place among the statistics that are given. */
  readonly statistics: number;
}

export interface AffineNode extends Common, Affine {
  readonly kind: 'affine';
  readonly input: Node;
}

/** The mean of all units of a layer, row by row. */
export interface RowMeanNode extends Common {
  readonly kind: 'row-mean';
  readonly units: readonly Node[];
}

/** 1 / sqrt(variance + eps) of all units of a layer, row by row. */
export interface RowScaleNode extends Common {
  readonly kind: 'row-scale';
  readonly units: readonly Node[];
  readonly mean: Node;
}

export interface StandardizedNode extends Common, Affine {
  readonly kind: 'standardized';
  readonly input: Node;
  readonly mean: Node;
  readonly scale: Node;
}

export type Node =
  | InputNode
  | SumNode
  | ActivationNode
  | ExponentialNode
  | JoinedNode
  | BatchNode
  | AffineNode
  | RowMeanNode
  | RowScaleNode
  | StandardizedNode;

export interface Graph {
  /** Every node after those it needs. */
  readonly nodes: readonly Node[];
  readonly output: Node;
  /** Sums whose exponentials are tabulated: single precision holds these only while the sums are small. */
  readonly exponents: readonly SumNode[];
}

export interface GraphSettings {
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  /** What each parameter depends on. */
  readonly dependences: readonly Dependence[];
  /** Whether tables of exponentials may stand for activations of separable sums. */
  readonly mayJoin: boolean;
  /** Whether inputs are distances from their centres. */
  readonly isCentred: boolean;
  /** Whether batch norm measures its columns. */
  readonly isMeasured: boolean;
}

/** What joins exponentials: the factor in each of them. */
const exponentFactors: Readonly<Partial<Record<string, number>>> = { tanh: 2, sigmoid: -1 };

interface Builder extends GraphSettings {
  readonly nodes: Node[];
  readonly exponents: SumNode[];
  stage: number;
}

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

function push<T extends Node>({ nodes }: Builder, node: T): T {
  nodes.push(node);
  return node;
}

/** What a sum over centred inputs lacks: each weight times the centre of its input. */
const centreTerms = (terms: readonly Term[]): Term[] =>
  terms.flatMap(({ weight, input }) =>
    input?.kind === 'input' ? [{ weight, input: null, centre: input.index }] : [],
  );

const whole = (index: number): Weight => ({ index, part: 'all' });

function weightDependence({ dependences }: Builder, { index, part }: Weight): Dependence {
  if (part === 'all') return dependences[index];
  return part === 'a' ? 1 : 2;
}

const termDependence = (builder: Builder, { weight, input }: Term): Dependence =>
  join(weightDependence(builder, weight), input?.dependence ?? 0);

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

function normalize(builder: Builder, slots: NormalizationSlots, values: readonly Node[]): Node[] {
  const isBatch = builder.spec.normalization.kind === 'batch';
  return isBatch ? normalizeBatch(builder, slots, values) : normalizeRows(builder, slots, values);
}

function affineOf(builder: Builder, { gamma, beta }: NormalizationSlots, unit: number) {
  const affine: Affine = {
    gamma: gamma === null ? null : whole(gamma + unit),
    beta: beta === null ? null : whole(beta + unit),
  };
  const dependence = [affine.gamma, affine.beta].reduce<Dependence>(
    (d, weight) => (weight ? join(d, weightDependence(builder, weight)) : d),
    0,
  );
  return { affine, dependence };
}

function normalizeBatch(
  builder: Builder,
  slots: NormalizationSlots,
  values: readonly Node[],
): Node[] {
  builder.stage++;
  return values.map((input, unit) => {
    const { affine, dependence } = affineOf(builder, slots, unit);
    const { stage } = builder;
    const total = join(input.dependence, dependence);
    const statistics = slots.statistics + unit;
    const common = { stage, unit } as const;
    if (total === input.dependence) {
      return push(builder, {
        kind: 'batch',
        input,
        ...affine,
        statistics,
        dependence: total,
        ...common,
      });
    }
    // What gamma and beta depend on, the statistics need not.
    const bare = { gamma: null, beta: null, statistics, dependence: input.dependence };
    const standardized = push(builder, { kind: 'batch', input, ...bare, ...common });
    return push(builder, {
      kind: 'affine',
      input: standardized,
      ...affine,
      dependence: total,
      ...common,
    });
  });
}

function normalizeRows(
  builder: Builder,
  slots: NormalizationSlots,
  units: readonly Node[],
): Node[] {
  const dependence = units.reduce<Dependence>((d, node) => join(d, node.dependence), 0);
  const stage = ++builder.stage;
  const mean = push(builder, { kind: 'row-mean', units, dependence, stage, unit: 0 });
  const scale = push(builder, { kind: 'row-scale', units, mean, dependence, stage, unit: 0 });
  builder.stage++;
  return units.map((input, unit) => {
    const { affine, dependence: own } = affineOf(builder, slots, unit);
    const total = join(dependence, own);
    const common = { stage: builder.stage, unit, dependence: total } as const;
    return push(builder, { kind: 'standardized', input, mean, scale, ...affine, ...common });
  });
}

/** The nodes that a node is computed from. */
export function inputsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'input':
      return [];
    case 'sum':
      return [...node.added, ...node.terms.flatMap(({ input }) => (input ? [input] : []))];
    case 'joined':
      return [node.x, node.y];
    case 'row-mean':
      return node.units;
    case 'row-scale':
      return [...node.units, node.mean];
    case 'standardized':
      return [node.input, node.mean, node.scale];
    default:
      return [node.input];
  }
}
