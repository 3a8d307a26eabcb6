// Normalizations in a graph.
import type { NormalizationSlots } from '../slots.ts';
import { push, weightDependence, whole } from './graph-builder.ts';
import type { Builder } from './graph-builder.ts';
import { join } from './graph-nodes.ts';
import type { Affine, Dependence, Node } from './graph-nodes.ts';

/** The values of a layer, normalized. */
export function normalize(
  builder: Builder,
  slots: NormalizationSlots,
  values: readonly Node[],
): Node[] {
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
