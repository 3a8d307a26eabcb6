// A graph that is being built, and what the builder knows of its weights.
import type { Layout } from '../layout.ts';
import type { NetworkSpec } from '../spec.ts';
import { join } from './graph-nodes.ts';
import type { Dependence, Node, SumNode, Term, Weight } from './graph-nodes.ts';

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

export interface Builder extends GraphSettings {
  readonly nodes: Node[];
  readonly exponents: SumNode[];
  stage: number;
}

export function push<T extends Node>({ nodes }: Builder, node: T): T {
  nodes.push(node);
  return node;
}

export const whole = (index: number): Weight => ({ index, part: 'all' });

export function weightDependence({ dependences }: Builder, { index, part }: Weight): Dependence {
  if (part === 'all') return dependences[index];
  return part === 'a' ? 1 : 2;
}

export const termDependence = (builder: Builder, { weight, input }: Term): Dependence =>
  join(weightDependence(builder, weight), input?.dependence ?? 0);
