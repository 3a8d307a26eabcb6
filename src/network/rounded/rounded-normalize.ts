// Batch norm and layer norm with every operation rounded: numbers in groups, each group standardized.
import type { Round } from '../../math/rounding.ts';
import { defaultEps } from '../normalization/normalization.ts';
import type { NormalizationSlots } from '../slots.ts';
import type { Normalization } from '../spec.ts';
import type { Signal } from '../stage.ts';
import { sum } from './rounded-stage.ts';
import type { RoundedStage } from './rounded-stage.ts';

/**
 * The textbook formulas (Ioffe and Szegedy 2015, algorithm 1) without the care that the float64 network takes with
 * large offsets: how they fail in few digits is what there is to see. A group is a unit's column over the rows for
 * batch norm, and a row over the units for layer norm.
 */
export function createRoundedNormalize(
  slots: NormalizationSlots,
  settings: Normalization,
  capacity: number,
  round: Round,
  source: Signal,
  target: Signal,
): RoundedStage {
  const { units, gamma, beta, statistics: first } = slots;
  const overRows = settings.kind === 'batch';
  const eps = round(settings.eps ?? defaultEps);
  const normalized = new Float64Array(units * capacity);
  const inverseDeviation = new Float64Array(overRows ? units : capacity);
  /** Those of the latest forward sweep. */
  let isFixed = false;
  let parameters: Float64Array = new Float64Array(0);

  const scaleOf = (unit: number) => (gamma === null ? 1 : parameters[gamma + unit]);
  const shiftOf = (unit: number) => (beta === null ? 0 : parameters[beta + unit]);

  /** Calls back with every group: its number, how many members it has, and where each of them lies. */
  const forEachGroup = (
    count: number,
    callback: (group: number, members: number, at: (member: number) => number) => void,
  ) => {
    const groups = overRows ? units : count;
    for (let group = 0; group < groups; group++) {
      if (overRows) callback(group, count, (member) => group * count + member);
      else callback(group, units, (member) => member * count + group);
    }
  };
  const unitOf = (group: number, member: number) => (overRows ? group : member);

  return {
    forward(theta, count, statistics, fixed) {
      const x = source.value;
      isFixed = fixed && overRows;
      parameters = theta;
      forEachGroup(count, (group, members, at) => {
        let mean: number;
        let variance: number;
        if (isFixed) {
          mean = round(statistics.mean[first + group]);
          variance = round(statistics.variance[first + group]);
        } else {
          mean = round(sum(members, round, (k) => x[at(k)]) / members);
          const square = (k: number) => {
            const centred = round(x[at(k)] - mean);
            return round(centred * centred);
          };
          variance = round(sum(members, round, square) / members);
          if (overRows) {
            statistics.mean[first + group] = mean;
            statistics.variance[first + group] = variance;
          }
        }
        const s = round(1 / round(Math.sqrt(round(variance + eps))));
        inverseDeviation[group] = s;
        for (let k = 0; k < members; k++) {
          const i = at(k);
          const unit = unitOf(group, k);
          normalized[i] = round(round(x[i] - mean) * s);
          target.value[i] = round(round(scaleOf(unit) * normalized[i]) + shiftOf(unit));
        }
      });
    },

    backward(_theta, count, gradient) {
      const { adjoint } = target;
      for (let unit = 0; unit < units; unit++) {
        const at = (r: number) => unit * count + r;
        if (gamma !== null) {
          gradient[gamma + unit] = sum(count, round, (r) =>
            round(adjoint[at(r)] * normalized[at(r)]),
          );
        }
        if (beta !== null) gradient[beta + unit] = sum(count, round, (r) => adjoint[at(r)]);
      }
      if (source.isInput) return;
      forEachGroup(count, (group, members, at) => {
        const s = inverseDeviation[group];
        /** The adjoint of a standardized number. */
        const inner = (k: number) => round(scaleOf(unitOf(group, k)) * adjoint[at(k)]);
        const level = isFixed ? 0 : round(sum(members, round, inner) / members);
        const product = (k: number) => round(inner(k) * normalized[at(k)]);
        const slope = isFixed ? 0 : round(sum(members, round, product) / members);
        for (let k = 0; k < members; k++) {
          const i = at(k);
          const rest = round(round(inner(k) - level) - round(normalized[i] * slope));
          source.adjoint[i] = round(s * rest);
        }
      });
    },
  };
}
