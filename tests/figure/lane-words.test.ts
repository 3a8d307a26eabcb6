import { describe, expect, it } from 'vitest';
import { drawnNote } from '../../app/figure/drawn-note.ts';
import { laneNote } from '../../app/figure/lane-note.ts';
import { readouts } from '../../app/figure/readout-values.ts';
import type { LaneView } from '../../app/session/types.ts';
import { createLanes, curvature, parseExperiment } from '../../src/index.ts';

/** A lane of a link after some steps, as a view shows it. */
function viewOf(query: string, steps = 0): LaneView {
  const [lane] = createLanes(parseExperiment(query).experiment);
  lane.step(steps);
  const known = curvature(lane.objective, lane.theta);
  return { lane, curvature: known, adrift: false, surfaceIteration: steps } as unknown as LaneView;
}
const readout = (id: string) => {
  const found = readouts.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`missing readout: ${id}`);
  return found;
};

describe('the traffic light', () => {
  const light = readout('sharpness');
  const rate = readout('stable-rate');

  it('is good below the limit, a warning close to it, bad above it', () => {
    const mood = (lr: number) => light.mood?.(viewOf(`lanes=standard&lr=${lr}`));
    const limit = curvature(viewOf('lanes=standard').lane.objective, new Float64Array(3));
    const { maximumStableRate } = limit;
    expect(mood(0.5 * maximumStableRate)).toBe('good');
    expect(mood(0.95 * maximumStableRate)).toBe('warn');
    expect(mood(1.05 * maximumStableRate)).toBe('bad');
    const words = [0.5, 0.95, 1.05].map((part) =>
      light.text(viewOf(`lanes=standard&lr=${part * maximumStableRate}`)).replace(/^[\d.]+, /, ''),
    );
    expect(words).toEqual(['stable', 'at the edge', 'unstable']);
  });

  it('knows that momentum stands more, and how much', () => {
    const limit = curvature(viewOf('lanes=standard').lane.objective, new Float64Array(3));
    const mood = (part: number) =>
      light.mood?.(viewOf(`lanes=standard&opt=momentum&lr=${part * limit.maximumStableRate}`));
    expect(mood(1.5)).toBe('good');
    expect(mood(2)).toBe('bad');
  });

  it('judges no other optimizer by the limit of plain gradient descent', () => {
    expect(light.mood?.(viewOf('lanes=standard&opt=adam&lr=5'))).toBe('');
  });

  it('praises nothing where the loss is flat, and names no limit there', () => {
    const view = viewOf('lanes=standard');
    const flat = {
      ...view,
      curvature: { ...view.curvature, maximumStableRate: 7.9e289 },
    } as unknown as LaneView;
    expect(rate.text(flat)).toBe('flat here');
    expect(light.mood?.(flat)).toBe('');
    expect(rate.text(view)).toMatch(/^0\.98\d$/);
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

  it('says when the path has left the map, and which step is shown', () => {
    const view = { ...viewOf('lanes=raw', 3), adrift: true, surfaceIteration: 1 } as LaneView;
    expect(laneNote(view, weights, 'live')).toContain(
      'left the map. The surface is that of step 1.',
    );
  });
});

describe('what is left out of the picture', () => {
  const noteOf = (change: object) => {
    const view = {
      ...{ drawn: { isOwn: true, isFrozen: false }, scaleInvariant: false, startStrength: 1 },
      ...{ gap: 0, lane: { loss: 0.5 }, scale: { min: 0, max: 2, clip: null } },
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
  });

  it('is said of older steps once they fade, and of what is cut off', () => {
    expect(noteOf({ startStrength: 0.9 })).toBe('');
    expect(noteOf({ startStrength: 0.5 })).toContain('Older steps fade');
    expect(noteOf({ scale: { min: 0, max: 2, clip: 2 } })).toBe(
      'Hatched: above loss 2.00, cut off.',
    );
  });
});
