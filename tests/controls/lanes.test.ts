// Lanes as they are added, changed and removed: ids stay what a link would call them, proposals stay useful.
import { describe, expect, it } from 'vitest';
import {
  addLane,
  editLane,
  placements,
  proposeLane,
  removeLane,
  type LaneChoice,
} from '../../app/controls/lanes.ts';
import {
  defaultExperiment,
  maximumLanes,
  parseExperiment,
  scalings,
  type LanePatch,
} from '../../src/index.ts';

const start = defaultExperiment().lanes;
const ids = (lanes: readonly LanePatch[]) => lanes.map(({ id }) => id);

/** Adds what is proposed until nothing is. */
function filled(lanes: readonly LanePatch[], hasHidden: boolean): readonly LanePatch[] {
  const choice = proposeLane(lanes, hasHidden, scalings.ids);
  return choice ? filled(addLane(lanes, choice), hasHidden) : lanes;
}

function lanesOf(...choices: LaneChoice[]): readonly LanePatch[] {
  return choices.reduce<readonly LanePatch[]>((lanes, choice) => addLane(lanes, choice), []);
}

describe('the next lane proposed', () => {
  it('completes raw and standardized, each without and with batch norm', () => {
    expect(ids(filled(start, true))).toEqual(['raw', 'standard', 'raw+bn', 'standard+bn']);
  });

  it('adds the raw lane where it is missing, and keeps to the scaling and the place in use', () => {
    const lanes = lanesOf({ scaling: 'minmax', normalization: 'after' });
    expect(ids(filled(lanes, true))).toEqual(['minmax+bn-after', 'raw', 'minmax', 'raw+bn-after']);
  });

  it('is another scaling where there is no hidden layer to normalize', () => {
    const added = filled(start, false).slice(start.length);
    expect(added).toHaveLength(2);
    expect(added.every(({ normalization }) => normalization === 'none')).toBe(true);
  });

  it('is never a lane that is there already, and there are no more than four', () => {
    for (const scaling of scalings.ids) {
      for (const { id } of placements) {
        const lanes = filled(lanesOf({ scaling, normalization: id }), true);
        expect(lanes).toHaveLength(maximumLanes);
        expect(new Set(ids(lanes).map((lane) => lane.replace(/-\d+$/, ''))).size).toBe(
          maximumLanes,
        );
      }
    }
  });
});

describe('the ids of lanes', () => {
  it('follow a change', () => {
    expect(ids(editLane(start, 0, { normalization: 'before' }))).toEqual(['raw+bn', 'standard']);
    expect(ids(editLane(start, 1, { scaling: 'minmax' }))).toEqual(['raw', 'minmax']);
  });

  it('are unique when two lanes are alike', () => {
    expect(ids(editLane(start, 1, { scaling: 'none' }))).toEqual(['raw', 'raw-2']);
  });

  it('are those that a link gives, for every scaling and place', () => {
    for (const scaling of scalings.ids) {
      for (const { id: normalization } of placements) {
        const twice = lanesOf({ scaling, normalization }, { scaling, normalization });
        const [first] = ids(twice);
        const link = `net=4&lanes=${encodeURIComponent(`${first},${first}`)}`;
        expect(parseExperiment(link).experiment.lanes).toEqual(twice);
      }
    }
  });

  it('leave the settings of a lane alone', () => {
    const own = [{ ...start[0], overrides: { learningRate: 0.3 } }, start[1]];
    expect(editLane(own, 0, { scaling: 'centre' })[0].overrides).toEqual({ learningRate: 0.3 });
  });
});

it('removes a lane, but never the last', () => {
  const one = removeLane(start, 0);
  expect(ids(one)).toEqual(['standard']);
  expect(removeLane(one, 0)).toEqual(one);
});
