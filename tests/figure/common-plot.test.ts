// Which lanes may stand on one surface, why others may not, and what their surface has below a lane.
import { describe, expect, it } from 'vitest';
import { anyShared, commonSurface } from '../../app/figure/panels/common/common-surface.ts';
import { lossBelow } from '../../app/figure/panels/common/loss-below.ts';
import { startWords } from '../../app/figure/panels/common/start-words.ts';
import { pathTable } from '../../app/plot/path-table.ts';
import { stageSessions } from '../session/open-session.ts';

const stage = stageSessions();
const { settle } = stage;

const open = (query: string) => {
  const session = stage.open(query);
  const { ground, slice } = session.store.getState().experiment;
  const common = commonSurface(session.views, { ground, slice });
  return {
    shared: anyShared(session.views, slice),
    under: common?.under.id,
    companions: common?.companions.map(({ id }) => id),
    apart: common?.apart.map(({ view, reason }) => `${view.id}: ${reason}`),
  };
};

describe('where the paths begin', () => {
  const told = (query: string) => {
    open(query);
    return startWords(stage.session.views, stage.session.store.getState().experiment);
  };

  it('is one point for lanes with the same inputs, or that begin as the same function', () => {
    expect(told('lanes=raw,raw&lr=0.2')).toContain('start at one point');
    expect(told('axes=raw&start=same-function&lanes=raw,standard,pca')).toBe(
      ' All paths start at one point.',
    );
  });

  it('is another in raw units where the same numbers meet other inputs, and says why', () => {
    expect(told('axes=raw&lanes=raw,standard')).toMatch(/in raw units these are different weights/);
  });

  it('is not spoken of where the axes are no weights', () => {
    expect(told('slice=random:1&lanes=raw,standard')).toBe('');
  });
});

describe('lanes on one surface', () => {
  it('are those of any scaling in units of the raw inputs, over the last unless one is chosen', () => {
    expect(open('axes=raw&lanes=raw,standard,pca')).toEqual({
      ...{ shared: true, under: 'pca', companions: ['raw', 'standard'], apart: [] },
    });
    expect(open('axes=raw&lanes=raw,standard&ground=1')).toMatchObject({
      ...{ under: 'raw', companions: ['standard'] },
    });
    // A link of more lanes than there are.
    expect(open('axes=raw&lanes=raw,standard&ground=4')).toMatchObject({ under: 'standard' });
  });

  it('are those with the same inputs, whatever trains them, in units of their own', () => {
    expect(open('lanes=standard,standard~opt:adam,raw')).toEqual({
      shared: true,
      under: 'standard-2',
      companions: ['standard'],
      apart: ['raw: its inputs are scaled in another way'],
    });
    expect(open('lanes=raw,standard').shared).toBe(false);
    expect(open('lanes=raw')).toMatchObject({ shared: false, companions: [], apart: [] });
  });

  it.each([
    ['axes=raw&net=3&lanes=raw,standard,raw+bn', ['raw', 'standard'], []],
    [
      'axes=raw&net=3&lanes=raw,standard,raw+bn-after&ground=1',
      ['standard'],
      ['normalized inside'],
    ],
    ['axes=raw&net=3-3&lanes=raw,standard+bn&ground=1', [], ['normalized inside']],
    ['axes=raw&net=3&lanes=raw,standard~act:relu', [], ['network is another']],
    ['axes=raw&net=3&lanes=raw,standard~net:4', [], ['network is another']],
    ['net=3&stats=running&lanes=raw+bn,raw+bn~opt:adam', [], ['running statistics of its own']],
    ['lanes=raw,raw~precision:float32', [], ['another precision']],
    ['slice=pca&lanes=raw,raw~opt:adam', [], ['only along two weights']],
  ])('have the same network and statistics: %s', (query, companions, reasons) => {
    const found = open(query);
    expect(found.companions).toEqual(companions);
    expect(found.apart).toHaveLength(reasons.length);
    reasons.forEach((reason, k) => expect(found.apart?.[k]).toContain(reason));
  });
});

describe('the loss of the surface below a lane', () => {
  it('is that of its two weights with the rest of the other lane', async () => {
    open('axes=raw&lanes=raw,standard');
    stage.session.step(20);
    await settle();
    const [raw, standard] = stage.session.views;
    if (!raw || !standard) throw new Error('missing lanes');
    expect(lossBelow(standard, standard)).toBeCloseTo(standard.lane.loss, 12);
    const bias = standard.drawn.place(standard.lane.theta)[2] ?? Number.NaN;
    const { count, inputs, targets } = raw.lane.rawSamples;
    let sum = 0;
    for (let row = 0; row < count; row++) {
      const [w1 = 0, w2 = 0] = raw.lane.theta;
      const output = w1 * (inputs[2 * row] ?? 0) + w2 * (inputs[2 * row + 1] ?? 0) + bias;
      sum += (output - (targets[row] ?? 0)) ** 2;
    }
    expect(lossBelow(standard, raw)).toBeCloseTo(sum / count, 12);
    expect(Math.abs(raw.lane.loss - sum / count)).toBeGreaterThan(0.01);
  });
});

describe('the table of a common plot', () => {
  it('has the coordinates and losses of every lane, step by step', async () => {
    open('axes=raw&lanes=raw,standard');
    stage.session.step(3);
    await settle();
    const [raw, standard] = stage.session.views;
    if (!raw || !standard) throw new Error('missing lanes');
    const { columns, rows } = pathTable(standard, [raw]);
    expect(columns).toEqual([
      'step',
      ...['Standardized', 'Raw inputs'].flatMap((lane) =>
        ['weight of raw x1', 'weight of raw x2', 'loss'].map((title) => `${lane}: ${title}`),
      ),
    ]);
    expect(rows.map(([step]) => step)).toEqual(['0', '1', '2', '3']);
    const alone = pathTable(raw).rows;
    expect(rows.map((row) => row.slice(4))).toEqual(alone.map((row) => row.slice(1)));
  });

  it('leaves the cells of a lane that has diverged empty from there on', async () => {
    open('axes=raw&lanes=raw,standard&x1=0:1000&lr=0.1');
    stage.session.step(400);
    await stage.until(() => expect(stage.session.views[1]?.path.count).toBeGreaterThan(0));
    const [raw, standard] = stage.session.views;
    if (!raw || !standard) throw new Error('missing lanes');
    expect([raw.lane.status, standard.lane.status]).toEqual(['diverged', 'converged']);
    const { rows } = pathTable(raw, [standard]);
    expect(rows[0]?.includes('–')).toBe(false);
    expect(rows.at(-1)?.slice(0, 4)).toEqual(['400', '–', '–', '–']);
    expect(rows.at(-1)?.[6]).toMatch(/^\d/);
  });
});
