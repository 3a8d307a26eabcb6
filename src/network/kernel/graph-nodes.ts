// The nodes of a graph: a node is one number for each row of the samples, and what it is computed from.

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
export interface Affine {
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
