// A reader's own table: in the link and back, beside it where it is too long, and in every lane and program.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  dataFor,
  datasetOf,
  defaultExperiment,
  exportCode,
  formatExperiment,
  formatQuery,
  linkTable,
  longestLink,
  ownTable,
  parseExperiment,
  runKey,
  sweepLearningRate,
  type Experiment,
} from '../../src/index.ts';
import { packTable, unpackTable } from '../../src/experiment/table/pack-table.ts';

const text =
  'size (m2);rooms, all;price;sold\n70,5;3;210;yes\n40;2;130;no\n120;5;340;yes\n55;2;160;no\n';
const withTable = (table: string, change: Partial<Experiment['data']> = {}): Experiment => ({
  ...defaultExperiment(),
  data: { ...dataFor('table', table), ...change },
});
const bitsOf = (values: ArrayLike<number>) => Array.from(values);

/** As many rows as wanted, hard to compress. */
function longTable(rows: number): string {
  let state = 1;
  const digit = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const lines = Array.from({ length: rows }, () => `${digit()},${digit() * 1000},${digit()}`);
  return `a,b,y\n${lines.join('\n')}\n`;
}

describe('packing', () => {
  test('every text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (given) => {
        const packed = packTable(given);
        expect(packed).toMatch(/^[\w-]*\.[\w-]{6}$/);
        // A mark of the byte order is not part of the text.
        expect(unpackTable(packed)).toBe(given.replace(/^\ufeff/, ''));
      }),
      { numRuns: 300 },
    );
  });

  test('is what any program can unpack: raw deflate in base64url', async () => {
    const [body] = packTable(text).split('.');
    const stream = new Blob([Buffer.from(body, 'base64url')])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    expect(await new Response(stream).text()).toBe(text);
  });

  test('any damage is noticed', () => {
    const packed = packTable(text);
    const damage = fc
      .tuple(
        fc.nat(packed.length),
        fc.string({ unit: fc.constantFrom(...'Aa0_-.%#é '), maxLength: 3 }),
        fc.nat(4),
      )
      .map(([at, put, cut]) => packed.slice(0, at) + put + packed.slice(at + cut));
    fc.assert(
      fc.property(damage, (given) => {
        if (given.trim() !== packed) expect(unpackTable(given)).toBeNull();
      }),
      { numRuns: 5000 },
    );
  });

  test('what unpacks to more than a table may be is refused', () => {
    expect(unpackTable(packTable('a'.repeat(2 ** 20)))).toHaveLength(2 ** 20);
    expect(unpackTable(packTable('a'.repeat(2 ** 20 + 1)))).toBeNull();
  });
});

describe('the link', () => {
  test.each([
    ['as it is', {}],
    ['with columns', { columns: ['rooms, all', 'size (m2)'] }],
    ['with a target of classes', { target: 'sold' }],
    ['with all of it', { columns: ['price', 'rooms, all'], target: 'size (m2)', split: 0.3 }],
  ] as const)('brings the table back %s', (_, change) => {
    const experiment = withTable(text, change);
    const link = formatExperiment(experiment);
    expect(link).toMatch(/^data=table(&[^#]*)?#table=[\w.-]+$/);
    expect(parseExperiment(link)).toEqual({ experiment, notices: [] });
    expect(formatExperiment(parseExperiment(`?${link}`).experiment)).toBe(link);
    // As an attribute or in a frame's address, the table may be a key like any other.
    expect(parseExperiment(link.replace('#', '&')).experiment).toEqual(experiment);
    const lanes = [experiment, parseExperiment(link).experiment].map(createLanes);
    for (const [first, second] of lanes[0].map((lane, k) => [lane, lanes[1][k]])) {
      first.step(50);
      second.step(50);
      expect(bitsOf(second.theta)).toEqual(bitsOf(first.theta));
      expect(second.loss).toBe(first.loss);
    }
  });

  test('any column names come back, whatever stands in them', () => {
    const name = fc.string({
      unit: fc.constantFrom(...'ab,\\"; %&#+=<é'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 3, maxLength: 3 }), (names) => {
        const header = names.map((each) => `"x${each.replaceAll('"', '""')}"`).join('\t');
        const table = `${header}\n1\t2\t3\n4\t5\t7\n`;
        const own = ownTable({ table, columns: null, target: null });
        if (own.error !== null) throw new Error(own.error);
        const [a, b, c] = own.inspection.columns.map((column) => column.name);
        const experiment = withTable(table, { columns: [c, a], target: b });
        expect(parseExperiment(formatExperiment(experiment))).toEqual({ experiment, notices: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('a table that is too long stays beside the link', () => {
    const experiment = withTable(longTable(1000));
    expect(linkTable(experiment).fits).toBe(false);
    const link = formatExperiment(experiment);
    expect(link).toBe('data=table');
    expect(parseExperiment(link, experiment.data.table)).toEqual({ experiment, notices: [] });
    const { experiment: alone, notices } = parseExperiment(link);
    expect(alone.data.id).toBe('two-scales');
    expect(notices).toEqual([
      'The link asks for a table of its own, but does not hold it. The data set two-scales is used instead.',
    ]);
  });

  test('is never longer than 8 KB, and tells how long it is', () => {
    for (const rows of [2, 10, 100, 150, 200, 250, 300, 400]) {
      const experiment = withTable(longTable(rows));
      const { fits, length, hash } = linkTable(experiment);
      expect(length).toBe(`${formatQuery(experiment)}#${hash}`.length);
      expect(fits).toBe(length <= longestLink);
      expect(formatExperiment(experiment).length).toBeLessThanOrEqual(longestLink);
    }
    expect(longestLink).toBeLessThan(8192);
  });

  test.each([
    ['data=table#table=AAAA.BBBB', 'damaged or cut off'],
    ['data=table#other=1', 'does not hold it'],
    ['data=table&cols=a,b&target=c', 'does not hold it'],
    [`data=table#table=${packTable('')}`, 'The table is empty.'],
    [`data=table#table=${packTable('a,b\n1,2\n3,4')}`, 'two columns of numbers'],
    [`data=table#table=${packTable('a,b,c\n1,2,3')}`, 'two are needed'],
    [`data=wine#table=${packTable(text)}`, 'its data set is “wine”'],
  ])('%s is mended', (link, words) => {
    const { experiment, notices } = parseExperiment(link);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(words);
    expect(experiment.data.table).toBeNull();
    expect(createLanes(experiment)).toHaveLength(2);
  });

  test('what stands behind the # of other programs is left alone', () => {
    expect(parseExperiment('lr=0.2#section-3').notices).toEqual([]);
  });

  test.each([
    ['cols=price,price', 'two different columns'],
    ['cols=price,nothing', 'unknown column'],
    ['target=nothing', 'is not one of'],
    ['cols=price,size (m2)&target=price', 'chosen twice'],
    ['count=9', 'no effect'],
    ['loss=bce&target=price', 'needs two classes'],
  ])('%s is said and mended', (query, words) => {
    const { experiment, notices } = parseExperiment(`data=table&${query}`, text);
    expect(notices.join(' ')).toContain(words);
    expect(experiment.data.table).toBe(text);
    expect(createLanes(experiment)).toHaveLength(2);
  });

  test('hostile links always come to an experiment that can be built', () => {
    const tables = fc.constantFrom(
      text,
      'a,b,y\n1,2,3\n4,5,6',
      '__proto__,constructor,y\n1,2,3\n3,4,4',
      'a,a,a\n1,2,0\n3,4,1',
      'a,b\n1,2',
      '',
      '\0\0\0',
    );
    const rest = fc.constantFrom(
      '',
      '&cols=a,b',
      '&target=y',
      '&yscale=standard',
      '&cols=b,y&target=a',
      '&loss=bce',
    );
    const hash = fc
      .tuple(
        tables.map(packTable),
        fc.nat(60),
        fc.string({ maxLength: 2 }),
        fc.nat(2),
        fc.boolean(),
      )
      .map(([packed, at, put, cut, spoil]) =>
        spoil ? packed.slice(0, at) + put + packed.slice(at + cut) : packed,
      );
    fc.assert(
      fc.property(rest, hash, fc.string({ maxLength: 12 }), (query, packed, junk) => {
        const { experiment, notices } = parseExperiment(
          `data=table${query}#table=${packed}&${junk}`,
        );
        for (const notice of notices) expect(notice.length).toBeLessThan(600);
        const again = parseExperiment(formatExperiment(experiment));
        expect(again.experiment).toEqual(experiment);
        expect(createLanes(experiment)).toHaveLength(2);
      }),
      { numRuns: 2000 },
    );
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('the run', () => {
  test('depends on the table, and on the columns chosen from it', () => {
    const keys = [
      withTable(text),
      withTable(text.replace('340', '341')),
      withTable(text, { target: 'sold' }),
      withTable(text, { columns: ['price', 'size (m2)'] }),
      defaultExperiment(),
    ].map(runKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('has the names, the task and the rows of the table', () => {
    const [lane] = createLanes(withTable(text, { target: 'price' }));
    expect(lane.features).toEqual(['size (m2)', 'rooms, all']);
    expect([...lane.rawSamples.inputs]).toEqual([70.5, 3, 40, 2, 120, 5, 55, 2]);
    expect(datasetOf(withTable(text).data).task).toBe('classification');
    expect(datasetOf(withTable(text, { target: 'price' }).data).task).toBe('regression');
    expect(() => datasetOf(withTable('a,b\n1,2').data)).toThrow(/^unusable table: /);
  });

  test('is told by a program with every row, and swept like any other', () => {
    const experiment = withTable(text);
    for (const language of ['pytorch', 'numpy'] as const) {
      const code = exportCode(experiment, 'raw', language);
      for (const row of ['[70.5, 3.0, 1.0]', '[40.0, 2.0, 0.0]', '[120.0, 5.0, 1.0]']) {
        expect(code).toContain(row);
      }
      expect(code).toContain(`?${formatExperiment(experiment)}`);
    }
    const turns = sweepLearningRate(experiment, { values: [0.1, 1], limit: 20 });
    let turn = turns.next();
    while (!turn.done) turn = turns.next();
    expect(turn.value.runs).toHaveLength(4);
  });
});
