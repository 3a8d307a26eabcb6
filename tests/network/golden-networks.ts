// The reference networks, computed by PyTorch in float64.
import { readFileSync } from 'node:fs';
import { createObjective } from '../../src/network/network.ts';
import type { NetworkSpec } from '../../src/network/spec.ts';
import type { Samples } from '../../src/samples.ts';

export interface GoldenPlane {
  d1: number[];
  d2: number[];
  alphas: number[];
  betas: number[];
  loss: number[][];
}

export interface GoldenRun {
  lr: number;
  loss: number[];
  step_loss?: number[];
  path: [number, number][];
  params: Record<string, number[]>;
  bn?: Record<
    string,
    {
      bn_running: { layer: number; mean: number[]; var: number[] }[];
      eval_loss: number;
      eval_output_first4: number[];
    }
  >;
}

export interface GoldenNetwork {
  id: string;
  arch: {
    sizes: number[];
    activation: string;
    bn: 'none' | 'pre' | 'post' | 'input';
    bn_eps: number;
    bn_momentum: number;
    loss: 'mse' | 'bce';
    layer_has_bias: boolean[];
    param_names: string[];
  };
  data: { m: number; X: number[][]; y: number[] };
  batches: number[][] | null;
  params0: number[];
  initial: {
    output: number[];
    loss: number;
    grad: number[];
    bn_batch_stats: { layer: number; mean: number[]; var_biased: number[] }[];
  };
  hessian: {
    eigenvalues: number[];
    trace: number;
    frobenius: number;
    v: number[];
    Hv: number[];
    full: number[][] | null;
  };
  optim: Record<string, GoldenRun>;
  slices: {
    two_weights: {
      indices: [number, number];
      offsets_1: number[];
      offsets_2: number[];
      loss: number[][];
    };
    random_directions: GoldenPlane;
    filter_normalized: GoldenPlane;
  };
}

export const goldenNetworks: GoldenNetwork[] = JSON.parse(
  readFileSync(new URL('../golden/networks.json', import.meta.url), 'utf8'),
).cases;

export function goldenSpec({ arch }: GoldenNetwork): NetworkSpec {
  const place = { none: 'before', pre: 'before', post: 'after', input: 'input' } as const;
  // Only where a bias that feeds batch norm was kept on purpose does every layer of such a network have one.
  const keepBias = arch.bn === 'pre' && arch.layer_has_bias.every(Boolean);
  return {
    sizes: arch.sizes,
    activation: arch.activation,
    loss: arch.loss,
    normalization: {
      kind: arch.bn === 'none' ? 'none' : 'batch',
      place: place[arch.bn],
      eps: arch.bn_eps,
      momentum: arch.bn_momentum,
      keepBias,
    },
  };
}

export const goldenSamples = ({ data }: GoldenNetwork): Samples => ({
  count: data.m,
  inputs: Float64Array.from(data.X.flat()),
  targets: Float64Array.from(data.y),
});

export const goldenObjective = (golden: GoldenNetwork) =>
  createObjective(goldenSpec(golden), goldenSamples(golden));
