import { describe, expect, it } from 'vitest';
import { drawnNote, joined, narrowNote, narrowWords } from '../../app/figure/drawn-note.ts';
import { laneNote, sliceMeaning, sliceWord } from '../../app/figure/lane-note.ts';
import { noteRoom } from '../../app/figure/note-room.ts';
import { createSaddleNote } from '../../app/figure/saddle-note.ts';
import { createCurvatureHistory } from '../../app/session/curvature-history.ts';
import { readouts } from '../../app/figure/readout-values.ts';
import type { LaneView } from '../../app/session/types.ts';
import {
  createLanes,
  createLossScale,
  curvature,
  drawnLoss,
  formatNumber,
  isScaleInvariant,
  linearModel,
  parseExperiment,
  planeThrough,
  weightFrame,
} from '../../src/index.ts';

/** A lane of a link after some steps, as a view shows it. */
function viewOf(query: string, steps = 0): LaneView {
  const [lane] = createLanes(parseExperiment(query).experiment);
  lane.step(steps);
  const known = curvature(lane.objective, lane.theta);
  return {
    ...{ lane, curvature: known, curvatureIteration: steps, curvatures: createCurvatureHistory() },
    ...{ adrift: false, surfaceIteration: steps },
  } as unknown as LaneView;
}
const readout = (id: string) => {
  const found = readouts.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`missing readout: ${id}`);
  return found;
};

describe('the largest safe rate', () => {
  const light = readout('safe-rate');
  const limit = curvature(viewOf('lanes=standard').lane.objective, new Float64Array(3));
  const { maximumStableRate } = limit;
  const at = (part: number, rest = '') =>
    viewOf(`lanes=standard${rest}&lr=${part * maximumStableRate}`);

  it('is good below the limit, a warning close to it, bad above it', () => {
    expect([0.5, 0.95, 1.05].map((part) => light.mood?.(at(part)))).toEqual([
      ...['good', 'warn', 'bad'],
    ]);
    expect(light.value(at(0.5))).toBeCloseTo(maximumStableRate, 12);
    expect(light.text(viewOf('lanes=standard&lr=0.3'))).toBe('0.987 (yours 0.3: safe)');
    expect(light.text(viewOf('lanes=standard&lr=0.95'))).toBe('0.987 (yours 0.95: close)');
    expect(light.text(viewOf('lanes=standard&lr=1.2'))).toBe('0.987 (yours 1.2: too big)');
  });

  it('is one verdict on the last steps, where the limit passes the rate from step to step', () => {
    const view = viewOf('lanes=raw%2Bbn&net=4-4&data=two-scales-curved', 320);
    const [lane] = createLanes(
      parseExperiment('lanes=raw%2Bbn&net=4-4&data=two-scales-curved').experiment,
    );
    const verdicts = new Set<string>();
    const flips = new Set<boolean>();
    const seen = { ...view, lane, curvatures: createCurvatureHistory(), curvatureIteration: 0 };
    lane.step(300);
    for (let step = 301; step <= 400; step++) {
      lane.step(1);
      seen.curvature = curvature(lane.objective, lane.theta);
      seen.curvatureIteration = step;
      seen.curvatures.add(step, seen.curvature);
      if (step < 320) continue;
      flips.add(seen.curvature.maximumStableRate < lane.currentRate);
      verdicts.add((light.text(seen).match(/\(.*\)/) ?? [''])[0]);
      expect(light.mood?.(seen)).toBe('warn');
    }
    expect(flips.size).toBe(2);
    expect([...verdicts]).toEqual(['(at times below 0.1)']);
    const above = seen.curvatures.entries
      .slice(-10)
      .filter(({ sharpness }) => sharpness * lane.currentRate > 2);
    expect(light.more?.(seen)).toContain(
      `at ${above.length} of the last 10 measured steps this rate was above the limit.`,
    );
    // Later steps do not count where a run has been scrubbed back.
    seen.curvatureIteration = 301;
    const sharpness = 4;
    const back = { ...seen, curvature: { ...seen.curvature, sharpness } } as LaneView;
    expect(light.text(back)).toBe('0.500 (yours 0.1: safe)');
  });

  it('says which sharpness it comes from', () => {
    expect(light.more?.(at(0.5))).toBe(
      `Sharpness λmax is ${formatNumber(limit.sharpness)} here; it must stay below 2 / rate.`,
    );
    expect(light.more?.(at(0.5, '&batch=4'))).toContain('a mini-batch may curve more');
  });

  it('praises no safe rate that does not lead to the target, and says what is slow', () => {
    const valley = viewOf('lanes=raw', 40);
    expect(light.text(valley)).toBe('0.787 (yours 0.1: slow)');
    expect(light.mood?.(valley)).toBe('');
    const words = light.more?.(valley).replaceAll('\u00a0', ' ') ?? '';
    expect(words).toContain(' Safe, but slow, since κ is 167,000: ');
    const [, mantissa, power] = /one part in ([\d.]+) × 10(.)/.exec(words) ?? [];
    const part = 1 / (Number(mantissa) * 10 ** '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(power));
    const flattest = valley.curvature?.eigenvalues[0] ?? NaN;
    expect(Math.abs(part / (0.1 * flattest) - 1)).toBeLessThan(0.05);

    const timid = at(0.01);
    expect(light.mood?.(timid)).toBe('');
    expect(light.more?.(timid)).toMatch(
      / Safe, but slow: the rate is 100 times smaller than it could be\.$/,
    );
    // A lane that has arrived was quick enough.
    expect(light.mood?.(viewOf('lanes=standard&lr=0.05', 300))).toBe('good');
    // A network is more than its flattest direction; its safe rate is praised once it has led to the target.
    const query = 'lanes=standard&net=4&data=two-scales-curved&noise=0';
    expect([5, 3000].map((steps) => light.mood?.(viewOf(query, steps)))).toEqual(['', 'good']);
    expect(light.more?.(viewOf('lanes=raw&net=4', 5))).not.toContain('slow');
  });

  it('knows that momentum stands more, and how much', () => {
    const [stands, not] = [1.5, 2].map((part) => at(part, '&opt=momentum'));
    expect(light.mood?.(stands)).toBe('good');
    expect(light.mood?.(not)).toBe('bad');
    expect(light.value(stands)).toBeCloseTo(1.9 * maximumStableRate, 12);
  });

  it('judges no other optimizer by the limit of plain gradient descent', () => {
    const adam = viewOf('lanes=standard&opt=adam&lr=5');
    expect(light.mood?.(adam)).toBe('');
    expect(light.value(adam)).toBeNull();
    expect(light.text(adam)).toBe('no single one');
  });

  it('praises nothing where the loss is flat, and names no limit there', () => {
    const view = viewOf('lanes=standard');
    const flat = {
      ...view,
      curvature: { ...view.curvature, sharpness: 1e-290 },
    } as unknown as LaneView;
    expect(light.text(flat)).toBe('flat here');
    expect(light.mood?.(flat)).toBe('');
  });
});

describe('the condition number', () => {
  const condition = readout('condition-number');

  it('is written as sentences write it', () => {
    expect(condition.text(viewOf('lanes=raw'))).toBe('167,000');
    expect(condition.text(viewOf('lanes=standard'))).toBe('1.03');
    expect(condition.text(viewOf('lanes=raw&x2=0:0.001'))).toMatch(/^1\.\d\d×10⁷$/);
  });

  it('says what a saddle is where there is one', () => {
    const saddle = viewOf('lanes=raw&net=4');
    expect(saddle.curvature?.negative).toBeGreaterThan(0);
    expect(condition.text(saddle)).toBe('a saddle');
    expect(condition.more?.(saddle)).toMatch(/^A saddle: along \d+ directions? of 17 /);
    expect(condition.more?.(viewOf('lanes=standard'))).toBe('');
  });
});

describe('the condition number of one neuron', () => {
  it('says that it counts the bias, where that makes it larger than the ratio along the weights', () => {
    const more = (query: string) => readout('condition-number').more?.(viewOf(query));
    expect(more('lanes=raw')).toMatch(/^Here it is larger than between the two weights alone: it /);
    const { lane, curvature: known } = viewOf('lanes=raw');
    const [first, second] = linearModel(lane.samples.inputs).alongWeights;
    expect(known?.conditionNumber).toBeGreaterThan((1.5 * first) / second);
    // Centred inputs of spread 30 and 1.5: the bias lies between the two.
    expect(more('lanes=raw&x1=-30:30&x2=-1.5:1.5')).toBe('');
    expect(more('lanes=raw&net=4')).not.toContain('weights alone');
  });
});

describe('a saddle beside the picture of a bowl', () => {
  /** In the plane of two of the lane's weights, through where it stands after 40 steps, as those of this step are drawn. */
  const noteOf = (
    query: string,
    names: readonly [string, string],
    around: 'live' | 'start' | 'end' = 'live',
    surfaceIteration = 40,
  ) => {
    const { experiment } = parseExperiment(query);
    const view = viewOf(query, 40);
    const drawn = drawnLoss(view.lane, experiment);
    const frame = weightFrame(view.lane.objective, names);
    const plane = planeThrough(frame, view.lane.theta, [-1, 1, -1, 1]);
    const seen = { ...view, drawn, surface: { plane }, surfaceIteration, curvatureIteration: 40 };
    return createSaddleNote(seen as unknown as LaneView, around)();
  };
  const query = 'lanes=standard&net=4&data=two-scales-curved';

  it('is explained: the ways down are not in the slice', () => {
    expect(noteOf(query, ['W1[0][0]', 'W1[0][1]'])).toBe('A bowl here, a saddle in all 17.');
  });

  it('is explained in a plane that stands still as well, while the run is in it', () => {
    const live = noteOf(query, ['W1[0][0]', 'W1[0][1]']);
    expect(noteOf(query, ['W1[0][0]', 'W1[0][1]'], 'end', 40)).toBe(live);
  });

  it('is not where there is no saddle, or the picture is of another point', () => {
    expect(noteOf('lanes=standard', ['W1[0][0]', 'W1[0][1]'])).toBe('');
    expect(noteOf(query, ['W1[0][0]', 'W1[0][1]'], 'start', 0)).toBe('');
    expect(noteOf(query, ['W1[0][0]', 'W1[0][1]'], 'end', 90)).toBe('');
  });

  it('is not where the picture shows one itself', () => {
    const { names } = viewOf(query).lane.objective;
    const told = names.flatMap((first, i) =>
      names.slice(i + 1).map((second) => noteOf(query, [first, second])),
    );
    expect(told).toContain('');
  });
});

describe('the steps readout', () => {
  const steps = readout('steps-to-target');

  it('says when the target was reached, not yet, or when the run diverged', () => {
    expect(steps.text(viewOf('lanes=standard', 30))).toBe('13');
    expect(steps.text(viewOf('lanes=raw', 30))).toBe('not in 30');
    expect(steps.text(viewOf('lanes=raw&lr=10', 2000))).toMatch(/^diverged at \d+$/);
  });
});

describe('the note under a lane', () => {
  const weights = { kind: 'weights', names: ['W1[0][0]', 'W1[0][1]'] } as const;

  it('gives the bias that one neuron’s slice lies at', () => {
    const view = viewOf('lanes=raw', 3);
    const bias = view.lane.theta[2];
    const shown = /bias ([−\d.]+)/.exec(laneNote(view, weights, 'live'))?.[1]?.replace('−', '-');
    expect(Number(shown)).toBeCloseTo(bias, 2);
    expect(laneNote(view, weights, 'start')).toContain('starting bias 0');
  });

  it('counts what a larger network’s slice leaves out', () => {
    expect(laneNote(viewOf('lanes=raw&net=4'), weights, 'live')).toContain('2 of 17 parameters');
  });

  it('begins with the word that explains itself, and says what makes the map move', () => {
    const view = viewOf('lanes=raw', 3);
    const live = laneNote(view, weights, 'live');
    expect(live.startsWith(sliceWord)).toBe(true);
    expect(live).toMatch(/: map and least loss ✕ move as the bias learns\.$/);
    expect(sliceMeaning(view, weights, 'live')).toMatch(
      /all 3 parameters of a network.*the other one is held where training has brought it by now/,
    );
    const net = viewOf('lanes=raw&net=4');
    expect(sliceMeaning(net, weights, 'live')).toContain('the other 15 are held');
    expect(sliceMeaning(net, weights, 'start')).not.toContain('by now');
    expect(sliceMeaning(net, { kind: 'pca' }, 'live')).toContain(
      'This one: along PC 1 and PC 2, the principal components: ',
    );
  });

  it('says of rays that have one loss what makes it so', () => {
    const view = { ...viewOf('lanes=raw%2Bbn&net=4'), scaleInvariant: true } as LaneView;
    expect(sliceMeaning(view, weights, 'live')).toMatch(
      / Batch norm divides .* the loss is the same\.$/,
    );
  });

  it('says how far the start is from a plane of directions, and that it is in it where it is', () => {
    const view = viewOf('lanes=raw&net=4', 3);
    const { size } = view.lane.objective;
    const along = (k: number) => Float64Array.from({ length: size }, (_, i) => Number(i === k));
    const noteWith = (origin: Float64Array) => {
      const plane = { origin, u: along(0), v: along(1) };
      const frame = { problem: null, explained: null };
      const shown = { ...view, frame, frameIteration: 0, surface: { plane } };
      return laneNote(shown as unknown as LaneView, { kind: 'random', seed: 1 }, 'live');
    };
    expect(noteWith(view.lane.start)).toMatch(/; the start lies in it\.$/);
    const moved = view.lane.start.slice();
    moved[5] += 0.25;
    expect(noteWith(moved)).toMatch(/; the start is 0\.250 away from it\.$/);
  });

  it('says when the path has left the map, and which step is shown', () => {
    const view = { ...viewOf('lanes=raw', 3), adrift: true, surfaceIteration: 1 } as LaneView;
    expect(laneNote(view, weights, 'live')).toContain('left the map, which keeps step 1’s losses.');
  });
});

describe('what is left out of the picture', () => {
  const noteOf = (change: object) => {
    const view = {
      ...{ drawn: { isOwn: true, isFrozen: false }, scaleInvariant: false },
      ...{ gap: 0, lane: { loss: 0.5 }, scale: { min: 0, max: 2, clip: null } },
      ...{ path: { count: 0, points: [] }, window: [-1, 1, -1, 1] },
      ...change,
    };
    return drawnNote(view as unknown as LaneView);
  };

  it('is said where the path is visibly off the surface', () => {
    expect(noteOf({})).toBe('');
    expect(noteOf({ gap: 0.03 })).toBe('');
    expect(noteOf({ gap: -0.1 })).toBe(
      'The loss is 0.500 now; this surface has 0.600 here, since the other parameters have moved.',
    );
    expect(noteOf({ gap: null })).toBe('');
    // Beyond the map there is no surface below the step.
    expect(noteOf({ gap: -0.1, adrift: true })).toBe('');
    // What is left of the difference of two huge numbers is no loss.
    expect(noteOf({ gap: 1e40, lane: { loss: 1e40 } })).toContain('this surface is far lower here');
  });

  it('is said of a path that has left the window: since when, and where it is now', () => {
    const trajectory = { iterations: [0, 5, 10, 15] };
    const noteAt = (...places: (readonly [number, number])[]) => {
      const path = { count: places.length, points: places.flatMap(([u, v]) => [u, v, 0]) };
      return noteOf({ path, lane: { loss: 0.5, trajectory } });
    };
    expect(noteAt([0, 0], [2, 0], [0.5, -0.5])).toBe('');
    expect(noteAt([0, 0], [0, -1.5], [-1.2, -3])).toBe(
      'Since step 5 the path is outside the window, now below it.',
    );
    expect(noteAt([2, 0], [0, 0], [0, 0], [4, 1.1])).toContain('Since step 15');
    expect(noteAt([2, 0], [0, 0], [0, 0], [4, 1.1])).toContain('now right of it');
  });

  it('is said of a valley in raw units that lies between the points of the grid', () => {
    const noteAt = (loss: number, change: object = {}) =>
      narrowNote({
        ...{ drawn: { isOwn: false }, gap: 0, adrift: false, lane: { loss }, surface: null },
        ...{ scale: createLossScale('linear', 1, 2), ...change },
      } as unknown as LaneView);
    expect(noteAt(0.9)).toBe(narrowWords);
    // In reach of the colours' rounding, on a plane that does not hold the point, and in a lane's own units.
    for (const note of [noteAt(0.99), noteAt(0.9, { gap: 0.1 }), noteAt(0.9, { adrift: true })])
      expect(note).toBe('');
    expect(noteAt(0.9, { drawn: { isOwn: true } })).toBe('');
  });

  it('is said of what is cut off', () => {
    expect(noteOf({})).toBe('');
    expect(noteOf({ scale: { min: 0, max: 2, clip: 2 } })).toBe(
      'Hatched: above loss 2.00, cut off.',
    );
  });
});

describe('the room for the note under a lane', () => {
  /** As the session shows the lane of a link after some steps: its slice, and what is drawn over it. */
  function shown(query: string, steps: number) {
    const { experiment } = parseExperiment(query);
    const { slice, around } = experiment;
    const view = viewOf(query, steps);
    const { lane } = view;
    const drawn = drawnLoss(lane, experiment);
    if (slice.kind !== 'weights') throw new Error(`unexpected slice: ${slice.kind}`);
    const frame = weightFrame(lane.objective, slice.names);
    const origin = around === 'live' ? lane.theta : lane.start;
    const plane = planeThrough(frame, origin, [-1, 1, -1, 1]);
    const scaleInvariant = isScaleInvariant(drawn.objective, slice.names);
    const gap = around === 'live' ? 0 : 0.05;
    const seen = {
      ...{ ...view, drawn, frame, frameIteration: 0, scaleInvariant, surface: { plane }, gap },
      ...{ path: { count: 0, points: [] }, window: plane.extent },
      scale: { min: 0, max: 1, clip: null },
    } as unknown as LaneView;
    const words = [
      laneNote(seen, slice, around),
      createSaddleNote(seen, around)(),
      drawnNote(seen),
    ];
    const adrift = { ...seen, adrift: true, surfaceIteration: steps } as LaneView;
    return {
      texts: [joined(words), joined([laneNote(adrift, slice, around), drawnNote(adrift)])],
      room: noteRoom(seen, slice, around),
    };
  }

  it.each([
    ...['lanes=raw', 'lanes=standard', 'lanes=raw&around=start'],
    ...['net=4-4&lanes=raw', 'net=4-4&lanes=standard&data=disc', 'net=4-4&lanes=raw%2Bbn'],
    'net=4-4&lanes=standard&around=start',
  ])('is as long as any note of the run, and the same at every step: %s', (query) => {
    const rooms = new Set<string>();
    for (const steps of [0, 5, 40, 150, 400]) {
      const { texts, room } = shown(query, steps);
      rooms.add(room);
      for (const text of texts) expect(room.length, text).toBeGreaterThanOrEqual(text.length);
    }
    expect(rooms.size).toBe(1);
  });

  it('holds what has been said of a saddle and of a plane that is left', () => {
    expect(shown('net=4&lanes=raw', 0).room).toMatch(/ A bowl here, a saddle in all 17\.$/);
    expect(shown('net=4&lanes=standard&axes=raw', 0).room.endsWith(narrowWords)).toBe(true);
    expect(shown('net=4&lanes=raw&around=start', 0).room).toMatch(
      / the other parameters have moved\.$/,
    );
  });
});
