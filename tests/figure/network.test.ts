// The diagram of a network: where its parts stand, how they look, what they are called, and what a pick does.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { distanceTo, itemAt, networkGeometry } from '../../app/figure/panels/network/geometry.ts';
import { networkGraph } from '../../app/figure/panels/network/graph.ts';
import { itemBeside, itemColumns } from '../../app/figure/panels/network/items.ts';
import { pick, picksOf, pickWords, sliceAlong } from '../../app/figure/panels/network/picks.ts';
import { scaleEnd, strokeStyle } from '../../app/figure/panels/network/weight-scale.ts';
import {
  describeNetwork,
  itemWords,
  parameterWords,
} from '../../app/figure/panels/network/words.ts';
import { commonLabel, parameterLabel } from '../../app/session/parameter-label.ts';
import { createSession } from '../../app/session/session.ts';
import { createLanes, parseExperiment } from '../../src/index.ts';

const laneOf = (query: string) => {
  const [lane] = createLanes(parseExperiment(query).experiment);
  return lane;
};
const networks = [
  'lanes=raw',
  'net=4&lanes=standard%2Bbn',
  'net=4-2&lanes=pca%2Bbn-after&keepbias=1',
  'net=3&lanes=raw%2Bln',
  'net=8-8-8-8-8-8-8-8&lanes=standard%2Bbn',
  'net=16-16-16-16-16-16-16-16-16-16&lanes=raw',
];

describe('the graph of a network', () => {
  test.each(networks)('has every parameter once, under its own name: %s', (query) => {
    const lane = laneOf(query);
    const { objective } = lane;
    const graph = networkGraph(lane);
    const found = [...graph.parameters.values()];
    expect(found.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
      objective.names.map((_, k) => k),
    );
    for (const { name, index } of found) expect(objective.names[index]).toBe(name);
    for (const parameter of found) {
      expect(parameterWords(parameter, lane)).toMatch(/→|bias|γ|β|weight of/);
    }
    const labels = found.map(({ name }) => parameterLabel(name, lane));
    expect(new Set(labels).size).toBe(found.length);
    const places = graph.units.flatMap(({ normalization }) => normalization?.statistics ?? []);
    expect(places).toEqual(Array.from({ length: objective.layout.normalizedUnits }, (_, k) => k));
  });

  test('a weight runs from its input to its unit', () => {
    const graph = networkGraph(laneOf('net=4'));
    expect(graph.parameters.get('W1[2][1]')).toMatchObject({ layer: 1, unit: 2, input: 1 });
    expect(graph.parameters.get('W2[0][3]')).toMatchObject({ layer: 2, unit: 0, input: 3 });
  });
});

describe('its drawing', () => {
  test.each(
    networks.flatMap((query) => [300, 340, 450, 900].map((width) => [query, width] as const)),
  )('keeps apart what it draws, inside its width: %s at %i px', (query, width) => {
    const geometry = networkGeometry(networkGraph(laneOf(query)), width);
    const { nodes, strokes, radius, height } = geometry;
    expect(radius).toBeGreaterThan(3);
    for (const { x, y } of nodes) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(width);
      expect(y - radius).toBeGreaterThan(12);
      expect(y + radius).toBeLessThan(height);
    }
    nodes.forEach((a, k) => {
      for (const b of nodes.slice(k + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius + 2);
      }
    });
    for (const { from, to } of strokes) {
      expect(Math.hypot(to.x - from.x, to.y - from.y)).toBeGreaterThan(4);
      expect(Math.max(from.y, to.y)).toBeLessThanOrEqual(height);
    }
  });

  test('a pointer on a line meets that line, near its end and beside it, and nothing far away', () => {
    const geometry = networkGeometry(networkGraph(laneOf('net=4-4')), 450);
    for (const { parameter, from, to } of geometry.strokes) {
      const near = { x: from.x + 0.97 * (to.x - from.x), y: from.y + 0.97 * (to.y - from.y) };
      expect(itemAt(geometry, near, 7)).toBe(parameter.name);
      expect(distanceTo(near, { from, to })).toBeLessThan(1e-9);
    }
    const [node] = geometry.nodes;
    expect(itemAt(geometry, node, 7)).toBe('unit 0.0');
    expect(itemAt(geometry, { x: 220, y: 2 }, 7)).toBeNull();
  });

  test('all numbers stand on the lines where each has room, and none where some have not', () => {
    const labels = (query: string, width = 450) =>
      networkGeometry(networkGraph(laneOf(query)), width).strokes.filter(({ hasRoom }) => hasRoom)
        .length;
    expect(labels('lanes=raw')).toBe(3);
    expect(labels('net=2&lanes=raw')).toBe(9);
    expect(labels('net=3&lanes=raw')).toBe(0);
    expect(labels('net=3&lanes=raw', 520)).toBe(13);
    expect(labels('net=8-8-8-8-8-8-8-8&lanes=raw', 900)).toBe(0);
  });

  test('is as wide and strong as the weight is large, by one round end for all lanes', () => {
    expect([0.93, 1, 1.01, 4.9, 0.0003, 620].map((size) => scaleEnd([size, -size / 2]))).toEqual([
      1, 1, 2, 5, 0.0005, 1000,
    ]);
    expect(scaleEnd([])).toBe(1);
    expect(scaleEnd([0, NaN, Infinity, -3])).toBe(5);
    expect(strokeStyle(-1, 1)).toEqual({ sign: 'negative', strength: 1 });
    expect(strokeStyle(0, 1)).toEqual({ sign: 'zero', strength: 0 });
    const strengths = [0.01, 0.2, 0.5, 0.9, 7].map((value) => strokeStyle(value, 1).strength);
    expect(strengths).toEqual(strengths.toSorted((a, b) => a - b));
    expect(new Set(strengths).size).toBeGreaterThan(3);
  });
});

describe('the keyboard', () => {
  test('reaches every item, by arrows alone', () => {
    const graph = networkGraph(laneOf('net=3-2&lanes=standard%2Bbn'));
    const columns = itemColumns(graph);
    const all = new Set([...graph.parameters.keys(), ...graph.units.map(({ id }) => id)]);
    expect(new Set(columns.flat())).toEqual(all);
    const reached = new Set(['W1[0][0]']);
    for (const item of reached) {
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const next = itemBeside(columns, item, key);
        if (next !== null) reached.add(next);
      }
    }
    expect(reached).toEqual(all);
    expect(itemBeside(columns, 'W1[0][0]', 'a')).toBeNull();
    expect(itemBeside(columns, 'W1[0][0]', 'Home')).toBe('unit 0.0');
  });
});

describe('the words', () => {
  test('are one name for a parameter, and another where another input is meant', () => {
    const [raw, scaled, mixed] = ['raw', 'standard', 'pca'].map((id) =>
      laneOf(`net=4-2&lanes=${id}`),
    );
    expect(parameterLabel('W1[2][1]', raw)).toBe('x2 → unit 3');
    expect(parameterLabel('W1[2][1]', scaled)).toBe('scaled x2 → unit 3');
    expect(parameterLabel('W1[2][1]', scaled, true)).toBe('raw x2 → unit 3');
    expect(parameterLabel('W1[2][1]', mixed)).toBe('component 2 → unit 3');
    expect(parameterLabel('W2[1][0]', raw)).toBe('unit 1 → unit 2 of layer 2');
    expect(parameterLabel('W3[0][1]', raw)).toBe('unit 2 → output');
    expect(parameterLabel('b2[1]', raw)).toBe('bias of unit 2 of layer 2');
    expect(parameterLabel('b1[0]', laneOf('lanes=raw'))).toBe('bias');
    expect(parameterLabel('W1[0][0]', laneOf('lanes=standard'))).toBe('weight of scaled x1');
    expect(commonLabel('W1[2][1]', [scaled, raw])).toBe('x2 → unit 3');
    expect(commonLabel('W1[2][1]', [scaled, scaled])).toBe('scaled x2 → unit 3');
  });

  test('say what the network is made of, and its largest weight', () => {
    const lane = laneOf('net=4&lanes=standard%2Bbn');
    const graph = networkGraph(lane);
    lane.theta[graph.parameters.get('W2[0][1]')?.index ?? 0] = -9.5;
    expect(describeNetwork(lane, graph)).toBe(
      'Standardized + batch norm: inputs x1 and x2, one hidden layer of 4 tanh units, batch norm before each activation, one output; 21 parameters. The largest of 12 weights is unit 2 → output, −9.50.',
    );
  });

  test('give an item its name and number', () => {
    const lane = laneOf('net=4&lanes=standard%2Bbn');
    const graph = networkGraph(lane);
    lane.theta[graph.parameters.get('W1[2][1]')?.index ?? 0] = 0.25;
    const none = () => null;
    expect(itemWords('W1[2][1]', graph, lane, none)).toBe('scaled x2 → unit 3 = 0.250');
    expect(itemWords('unit 1.0', graph, lane, () => ({ mean: 1.5, deviation: 2 }))).toBe(
      'Unit 1: μ = 1.50, σ = 2.00, γ = 1.00, β = 0',
    );
    expect(itemWords('unit 2.0', graph, lane, none)).toMatch(/^The output: bias = /);
  });
});

describe('a pick', () => {
  afterEach(() => vi.unstubAllGlobals());
  const open = (query: string) => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
    vi.stubGlobal('Worker', undefined);
    return createSession({ experiment: parseExperiment(query).experiment });
  };

  test('of two lines draws the loss over them, and of the same line twice draws nothing', () => {
    const session = open('net=3&lanes=raw,standard');
    const { slice: before } = session.store.getState().experiment;
    pick(session, 'W2[0][1]');
    expect(pickWords(picksOf(session).getState(), before, (name) => `<${name}>`)).toBe(
      '<W2[0][1]> is picked: pick a second line to draw the loss over both.',
    );
    pick(session, 'W2[0][1]');
    expect(session.store.getState().experiment.slice).toBe(before);
    pick(session, 'W2[0][1]');
    pick(session, 'b1[2]');
    expect(session.store.getState().experiment.slice).toEqual({
      kind: 'weights',
      names: ['W2[0][1]', 'b1[2]'],
    });
    expect(picksOf(session).getState().pending).toBeNull();
    session.dispose();
  });

  test('of what not every lane has makes no axis, and says so', () => {
    const session = open('net=3&lanes=raw,raw%2Bbn');
    const { slice } = session.store.getState().experiment;
    pick(session, 'W1[0][0]');
    pick(session, 'gamma1[0]');
    const picks = picksOf(session).getState();
    expect(picks).toMatchObject({ pending: 'W1[0][0]', selected: 'gamma1[0]' });
    expect(pickWords(picks, slice, () => 'γ of unit 1')).toContain(
      'Not every lane has γ of unit 1',
    );
    expect(session.store.getState().experiment.slice).toBe(slice);
    session.dispose();
  });

  test('leaves the start where it was chosen', () => {
    const session = open('net=3&from=0.5:-0.25');
    const start = [...session.views[0].lane.start];
    session.update(sliceAlong(session.store.getState().experiment, ['W2[0][0]', 'W2[0][1]']));
    expect([...session.views[0].lane.start]).toEqual(start);
    expect(start.slice(0, 2)).toEqual([0.5, -0.25]);
    session.dispose();
  });

  test('a click in a plot starts there even where a weight of its axes was set by hand', () => {
    const session = open('net=3&set=W1[0][0]:2,b1[1]:0.5');
    expect(session.views[0].lane.start[0]).toBe(2);
    session.startFrom(-0.5, 0.75);
    const { start, objective } = session.views[0].lane;
    expect([...start.subarray(0, 2)]).toEqual([-0.5, 0.75]);
    expect(start[objective.names.indexOf('b1[1]')]).toBe(0.5);
    session.dispose();
  });
});
