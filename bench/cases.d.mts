import type { NetworkObjective, NetworkSpec, Plane, Samples } from '../src/index.ts';

export interface Network {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly activation: string;
  readonly grid: number;
}

export interface Case extends Network {
  readonly title: string;
  readonly samples: Samples;
  readonly spec: NetworkSpec;
  readonly objective: NetworkObjective;
  readonly plane: Plane;
}

export const networks: readonly Network[];
export function createCase(
  engine: typeof import('../src/index.ts'),
  network: Network,
  options?: { rows?: number; kind?: string; place?: string },
): Case;
export function weightPlane(subject: Case, first: string, second: string): Plane;
