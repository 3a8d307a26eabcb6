// Lanes in arithmetic of fewer digits: what a link asks for is what the run stores.
import { describe, expect, test } from 'vitest';
import type { Lane } from '../../src/index.ts';
import { lanesOf } from './lanes-of.ts';
import { roundings } from '../../src/math/rounding.ts';

const pathOf = ({ trajectory }: Lane) =>
  trajectory.thetas.slice(0, trajectory.count * trajectory.size);

describe.each(['float32', 'float16', 'bfloat16'] as const)('%s', (precision) => {
  const round = roundings[precision];

  test.each(['opt=sgd', 'opt=adam&lr=0.01&decay=0.1', 'opt=momentum&clip=0.5&batch=16'])(
    '%s: every point of the path, the start included, is a number of the format',
    (query) => {
      const lanes = lanesOf(
        `data=two-scales-curved&net=3&count=40&${query}&precision=${precision}&lanes=standard,raw%2Bbn,standard%2Bln`,
      );
      for (const lane of lanes) {
        lane.step(20);
        const path = pathOf(lane);
        expect(path).toEqual(path.map(round));
        expect(lane.loss).toBe(round(lane.loss));
        const again = path.slice();
        lane.seek(3);
        lane.seek(20);
        expect(pathOf(lane)).toEqual(again);
      }
    },
  );
});

test('fewer digits, other paths: each lane may have its own', () => {
  const formats = ['float64', 'float32', 'bfloat16'];
  const lanes = lanesOf(`lanes=${formats.map((each) => `standard~precision:${each}`).join(',')}`);
  for (const lane of lanes) lane.step(50);
  const [exact, single, brain] = lanes;
  const distance = ({ theta }: Lane) =>
    Math.hypot(...theta.map((value, k) => value - exact.theta[k]));
  expect(distance(single)).toBeGreaterThan(0);
  expect(distance(single)).toBeLessThan(1e-5);
  expect(distance(brain)).toBeGreaterThan(10 * distance(single));
  expect(lanes[2].label).toBe('Standardized, precision bfloat16');
});

test('float64 is the run there always was', () => {
  const [named, plain] = ['precision=float64&net=3', 'net=3'].map((query) => lanesOf(query)[0]);
  for (const lane of [named, plain]) lane.step(30);
  expect(pathOf(named)).toEqual(pathOf(plain));
});
