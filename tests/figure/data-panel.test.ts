// The picture of a lane's samples: its window, its colours, the output below it, and what is said of it.
import { describe, expect, test } from 'vitest';
import {
  dataTable,
  describeData,
  fit,
  fitInWords,
  seenTitles,
} from '../../app/figure/panels/data/data-facts.ts';
import { gridSide, waitAfter } from '../../app/figure/panels/data/output-cost.ts';
import { outputGrid, outputsOfSamples } from '../../app/figure/panels/data/output-grid.ts';
import { sampleWindow } from '../../app/plot/samples/sample-window.ts';
import { targetColors, targetEnds } from '../../app/plot/samples/target-colors.ts';
import { createLanes, parseExperiment } from '../../src/index.ts';

const laneOf = (query: string, steps = 0) => {
  const [lane] = createLanes(parseExperiment(query).experiment);
  lane.step(steps);
  return lane;
};

describe('the window', () => {
  test('holds every sample with a little room, and shows equal units as a square', () => {
    const inputs = [0, 0, 10, 0.01, 5, 0.005];
    const [left, right, bottom, top] = sampleWindow(inputs, false);
    expect(left).toBeCloseTo(-0.7, 12);
    expect(right).toBeCloseTo(10.7, 12);
    expect(bottom).toBeCloseTo(-0.0007, 12);
    expect(top).toBeCloseTo(0.0107, 12);
    const square = sampleWindow(inputs, true);
    expect(square[1] - square[0]).toBeCloseTo(square[3] - square[2], 12);
    expect((square[2] + square[3]) / 2).toBeCloseTo(0.005, 12);
  });

  test.each([[[]], [[3, 0, 3, 0]], [[0, -1e9]], [[Number.NaN, 1]]])(
    'is never empty: %j',
    (inputs) => {
      for (const equal of [true, false]) {
        const [left, right, bottom, top] = sampleWindow(inputs, equal);
        expect(right).toBeGreaterThan(left);
        expect(top).toBeGreaterThan(bottom);
      }
    },
  );
});

describe('colours', () => {
  test('are steps from the least target to the largest, and outputs beyond have those of the ends', () => {
    const ends = targetEnds([2, 4, 3], 'regression');
    expect(ends).toEqual([2, 4]);
    const { step, styles } = targetColors(ends, '#ffffff', '#000000');
    expect(styles).toHaveLength(10);
    expect([styles[0], styles[9]]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect([2, 2.19, 2.21, 3, 4, 99, -99, Number.NaN].map(step)).toEqual([0, 0, 1, 5, 9, 9, 0, 0]);
    expect(targetEnds([0.2, 0.3], 'classification')).toEqual([0, 1]);
    expect(targetEnds([7, 7], 'regression')).toEqual([6, 8]);
  });
});

describe('the output', () => {
  test.each(['raw', 'standard', 'pca', 'standard%2Bbn', 'raw%2Bbn-input'])(
    'is the same at the same place, given raw or as the network sees it: %s',
    (lanes) => {
      const lane = laneOf(`data=disc&net=4&lanes=${lanes}`, 20);
      const known = outputsOfSamples(lane);
      lane.samples.targets.slice(0, 20).forEach((_, row) => {
        const at = (inputs: Float64Array) => {
          const [x, y] = [inputs[2 * row], inputs[2 * row + 1]];
          return [x, x + 1, y, y + 1] as const;
        };
        const seen = outputGrid(lane, at(lane.samples.inputs), 2, 2);
        const given = outputGrid(lane, at(lane.rawSamples.inputs), 2, 2, lane.inputMap.apply);
        expect(seen[0]).toBeCloseTo(known[row], 12);
        expect(given[0]).toBeCloseTo(known[row], 9);
        expect(known[row]).toBeGreaterThan(0);
        expect(known[row]).toBeLessThan(1);
      });
    },
  );

  test('is computed row by row from the bottom', () => {
    const lane = laneOf('lanes=raw');
    const [u, v, bias] = lane.theta;
    const grid = outputGrid(lane, [0, 2, 10, 11], 3, 2);
    const wanted = [10, 11].flatMap((y) => [0, 1, 2].map((x) => u * x + v * y + bias));
    grid.forEach((value, k) => expect(value).toBeCloseTo(wanted[k], 12));
  });

  test('is finer at rest and for small networks, and never takes most of the time', () => {
    expect(gridSide(3, false)).toBe(56);
    expect(gridSide(2000, true)).toBeLessThan(gridSide(2000, false));
    expect(gridSide(1e6, true)).toBe(12);
    expect(waitAfter(100, 104)).toBeGreaterThanOrEqual(200);
  });
});

describe('the words', () => {
  test('say how well outputs meet their targets', () => {
    const targets = Float64Array.of(0, 1, 1, 0);
    expect(fit([0.1, 0.9, 0.4, 0.2], targets, true)).toBe(0.75);
    expect(fit([0, 1, 1, 0], targets, false)).toBe(1);
    expect(fit([0.5, 0.5, 0.5, 0.5], targets, false)).toBe(0);
    expect(fitInWords(laneOf('data=disc&lanes=raw'))).toMatch(/^\d+ of 200 samples lie on their/);
    expect(fitInWords(laneOf('lanes=standard&lr=0.5', 50))).toMatch(/^The output accounts for 9\d/);
    expect(fitInWords(laneOf('lanes=raw'))).toContain('no closer to the targets than their mean');
  });

  test('name the inputs as the network meets them', () => {
    expect(seenTitles(laneOf('lanes=raw'))).toEqual(['x1', 'x2']);
    expect(seenTitles(laneOf('lanes=standard'))).toEqual(['scaled x1', 'scaled x2']);
    expect(seenTitles(laneOf('lanes=pca'))).toEqual(['component 1', 'component 2']);
    const text = describeData('Standardized', laneOf('lanes=standard', 3));
    expect(text).toContain('200 samples over the output after step 3.');
    expect(text).toMatch(/As given: x1 from 0\.\d+ to 0\.99\d*, x2 from/);
    expect(text).toMatch(/As the network sees them: scaled x1 from −1\.\d+ to 1\.\d+/);
  });

  test('and the table has the same numbers', () => {
    const lane = laneOf('lanes=standard', 3);
    const { columns, rows } = dataTable(lane);
    expect(columns).toEqual(['row', 'x1', 'x2', 'scaled x1', 'scaled x2', 'target', 'output']);
    expect(rows).toHaveLength(50);
    expect(Number(rows[0]?.[1])).toBeCloseTo(lane.rawSamples.inputs[0], 3);
    expect(dataTable(laneOf('data=disc&lanes=raw')).columns.at(-1)).toBe('probability');
  });
});
