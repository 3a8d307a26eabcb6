// A reader's own table: what is understood, what is left out and said, and what is refused; never an exception.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectTable } from '../../src/data/text/inspect-table.ts';
import { parseTable } from '../../src/data/text/parse-table.ts';
import { createTextDataset } from '../../src/data/text/text-dataset.ts';

const choice = { columns: ['a', 'b'], target: 'y' } as const;

/** The rows [x1, x2, target] that a text gives, and its notices. */
const read = (text: string, chosen: Parameters<typeof parseTable>[1] = choice) => {
  const result = parseTable(text, chosen);
  if (result.error !== null) throw new Error(result.error);
  const { inputs, targets, count } = result.samples;
  expect([inputs.length, targets.length]).toEqual([2 * count, count]);
  const rows = Array.from(targets, (y, k) => [inputs[2 * k], inputs[2 * k + 1], y]);
  return { ...result, rows };
};
const refusal = (text: string, chosen: Parameters<typeof parseTable>[1] = choice) =>
  parseTable(text, chosen).error;
/** Choices for tables without a header. */
const numbered = { columns: ['column 1', 'column 2'], target: 'column 3' } as const;

const plain = [
  [1, 2, 3],
  [4, 5, 6],
];

describe('spellings of one table', () => {
  it.each([
    ['commas', 'a,b,y\n1,2,3\n4,5,6\n'],
    ['semicolons', 'a;b;y\n1;2;3\n4;5;6\n'],
    ['tabs', 'a\tb\ty\n1\t2\t3\n4\t5\t6\n'],
    ['no line end at the end', 'a,b,y\n1,2,3\n4,5,6'],
    ['CRLF', 'a,b,y\r\n1,2,3\r\n4,5,6\r\n'],
    ['CR alone', 'a,b,y\r1,2,3\r4,5,6\r'],
    ['a byte order mark', '\ufeffa,b,y\n1,2,3\n4,5,6\n'],
    ['a separator line', 'sep=;\r\na;b;y\r\n1;2;3\r\n4;5;6\r\n'],
    ['a byte order mark and a separator line', '\ufeffsep=,\na,b,y\n1,2,3\n4,5,6\n'],
    ['quotes', '"a","b","y"\n"1","2","3"\n"4","5","6"\n'],
    ['spaces', ' a , b , y \n 1 ,\t2 , 3 \n4, 5,6\u00a0\n'],
    ['blank lines', '\n\na,b,y\n\n1,2,3\n   \n4,5,6\n\n\n'],
    ['rows of separators', 'a,b,y\n,,\n1,2,3\n,,,,\n4,5,6\n'],
    ['separators too many', 'a,b,y,\n1,2,3,\n4,5,6,\n'],
    ['another order', 'y,a,b\n3,1,2\n6,4,5\n'],
    ['other columns', 'name,a,b,note,y\n"x, y",1,2,"said ""no""",3\nz,4,5,"two\nlines",6\n'],
    ['other writings of numbers', 'a,b,y\n+1,2.,3.0\n.4e1,0.5E+1,60e-1\n'],
    ['decimal commas', 'a;b;y\n1,0;2;3\n4,0;5;6\n'],
    ['decimal commas in quotes', 'a,b,y\n"1,0",2,3\n"4,0",5,6\n'],
  ])('%s', (_, text) => expect(read(text).rows).toEqual(plain));

  it.each([
    ['commas', '1,2,3\n4,5,6\n'],
    ['semicolons', '1;2;3\n4;5;6\n'],
    ['a byte order mark', '\ufeff1,2,3\r\n4,5,6\r\n'],
    ['a text beside', '1,2,3,red\n4,5,6,blue\n'],
  ])('no header, %s', (_, text) => {
    const { rows, header } = read(text, numbered);
    expect(rows).toEqual(plain);
    expect(header).toBe(false);
  });

  it('takes years and blanks for names where there are no numbers else in their place', () => {
    expect(
      read('id,2019,2020\n1,2,3\n4,5,6\n', { columns: ['id', '2019'], target: '2020' }).rows,
    ).toEqual(plain);
    expect(read('a,b,y\n1,2,3\n4,5,6\n').header).toBe(true);
    expect(read('a,,y\n1,2,3\n4,5,6\n', { columns: ['a', 'column 2'], target: 'y' }).rows).toEqual(
      plain,
    );
  });

  it('says nothing where there is nothing to say', () => {
    expect(read('a,b,y\n1,2,3\n4,5,6\n').notices).toEqual([]);
  });
});

describe('numbers', () => {
  it('reads decimal commas and says so', () => {
    const { rows, notices } = read('a;b;y\n1,5;2;-0,25\n,5;1.234;1e3\n');
    expect(rows).toEqual([
      [1.5, 2, -0.25],
      [0.5, 1.234, 1000],
    ]);
    expect(notices).toEqual([
      'Column “a” has decimal commas: “1,5” is 1.5.',
      'Column “y” has decimal commas: “-0,25” is -0.25.',
    ]);
  });

  it('reads a true minus sign, and turns -0 into 0', () => {
    const { rows } = read('a,b,y\n\u22121,-0,1\n2,1e-400,2\n');
    expect(rows).toEqual([
      [-1, 0, 1],
      [2, 0, 2],
    ]);
  });

  it.each([
    'abc',
    '0x10',
    'Infinity',
    '1_000',
    '1 000',
    '1,234,567',
    '1.234,5',
    '5%',
    '$5',
    '1e',
    '--1',
    'true',
    '１',
  ])('leaves out a row with “%s”', (cell) => {
    const { rows, notices } = read(`a;b;y\n1;2;3\n${cell};2;3\n4;5;6\n7;8;9\n`);
    expect(rows).toEqual([...plain, [7, 8, 9]]);
    expect(notices).toEqual([
      `Row 3 is left out: column “a” holds “${cell}”, which is not a number.`,
    ]);
  });

  it.each(['', ' ', 'NA', 'n/a', 'NaN', 'null', '?', '-', '#N/A'])(
    'takes “%s” for a blank',
    (cell) => {
      const { rows, notices } = read(`a,b,y\n1,2,3\n4,${cell},6\n4,5,6\n`);
      expect(rows).toEqual(plain);
      expect(notices).toEqual(['Row 3 is left out: column “b” is blank.']);
    },
  );

  it.each(['1e308', '-1e101', '1e999'])(
    'leaves out a row with %s, which would overflow',
    (cell) => {
      const { rows, notices } = read(`a,b,y\n1,2,3\n4,5,6\n${cell},2,3\n`);
      expect(rows).toEqual(plain);
      expect(notices).toEqual([
        `Row 4 is left out: column “a” holds “${cell}”, which is larger than 1e+100.`,
      ]);
    },
  );

  it('tells the first five rows that are left out, and counts the others', () => {
    const bad = Array.from({ length: 12 }, () => 'x,2,3\n').join('');
    const good = Array.from({ length: 12 }, (_, k) => `${k},${k % 5},${k % 7}\n`).join('');
    const { notices, rows } = read(`a,b,y\n${bad}${good}`);
    expect(rows.length).toBe(12);
    expect(notices.length).toBe(6);
    expect(notices[4]).toMatch(/^Row 6 is left out/);
    expect(notices[5]).toBe('The same goes for 7 more.');
  });

  it('counts rows as a spreadsheet does, blank lines and all', () => {
    const { notices } = read('\na,b,y\n\n1,2,3\n\n4,,6\n4,5,6\n');
    expect(notices).toEqual(['Row 6 is left out: column “b” is blank.']);
    expect(read('sep=,\na,b,y\n1,,3\n1,2,3\n4,5,6').notices[0]).toMatch(/^Row 3 /);
  });
});

describe('targets', () => {
  it('turns two texts into 0 and 1, and says which is which', () => {
    const { rows, task, classes, notices } = read('a,b,y\n1,2,yes\n4,5,no\n7,8,yes\n');
    expect(rows.map(([, , y]) => y)).toEqual([1, 0, 1]);
    expect(task).toBe('classification');
    expect(classes).toEqual(['no', 'yes']);
    expect(notices).toEqual(['In column “y”, “no” is 0 and “yes” is 1.']);
  });

  it('gives the same classes in any order of rows', () => {
    for (const text of ['a,b,y\n1,2,r\n4,5,s\n', 'a,b,y\n4,5,s\n1,2,r\n']) {
      expect(read(text).rows.toSorted()).toEqual([
        [1, 2, 0],
        [4, 5, 1],
      ]);
    }
  });

  it('leaves out rows without a class', () => {
    const { rows, notices } = read('a,b,y\n1,2,r\n3,3,\n4,5,s\n');
    expect(rows.length).toBe(2);
    expect(notices[0]).toBe('Row 3 is left out: column “y” is blank.');
  });

  it('takes 0 and 1 for classes, and other numbers for numbers', () => {
    expect(read('a,b,y\n1,2,0\n4,5,1\n6,5,1.0\n')).toMatchObject({
      task: 'classification',
      classes: null,
    });
    expect(read('a,b,y\n1,2,1\n4,5,2\n').task).toBe('regression');
    expect(read('a,b,y\n1,2,0\n4,5,0.5\n6,7,1').task).toBe('regression');
  });

  it('refuses one text, and more than two', () => {
    expect(refusal('a,b,y\n1,2,r\n4,5,r\n')).toBe(
      'Column “y” holds “r”; a target needs numbers, or exactly two texts.',
    );
    expect(refusal('a,b,y\n1,2,r\n4,5,s\n4,5,t\n4,5,u\n')).toBe(
      'Column “y” holds “r”, “s”, “t” and more; a target needs numbers, or exactly two texts.',
    );
    expect(refusal('a,b,y\n1,2,\n4,5,\n')).toBe('Column “y” is blank, so it cannot be the target.');
  });
});

describe('what is refused, in one plain sentence', () => {
  it.each([
    ['', 'The table is empty.'],
    ['\ufeff', 'The table is empty.'],
    [' \n\t\n,,,\n', 'The table is empty.'],
    ['a,b,y', 'The table has a header, but no rows.'],
    ['a,b,y\n\n', 'The table has a header, but no rows.'],
    ['p,q,r\n1,2,3\n', 'The table has no column “a”; it has “p”, “q”, “r”.'],
    ['a b y\n1 2 3\n', 'The table has no column “a”; it has “a b y”.'],
    ['a,b,y\nx,2,3\nz,5,6\n', 'Column “a” does not hold numbers, so it cannot be an input.'],
    ['a,b,y\n,2,3\n,5,6\n', 'Column “a” does not hold numbers, so it cannot be an input.'],
    [
      'a,b,y\n1,2,3\n',
      'The table has one row with a value in all three columns, but two are needed.',
    ],
    [
      'a,b,y\n1,,3\n,5,6\n',
      'The table has no row with a value in all three columns, but two are needed. Row 2 is left out: column “b” is blank.',
    ],
  ])('%j', (text, sentence) => expect(refusal(text)).toBe(sentence));

  it('two roles for one column', () => {
    const text = 'a,b,y\n1,2,3\n4,5,6\n';
    for (const chosen of [
      { columns: ['a', 'a'], target: 'y' },
      { columns: ['a', 'b'], target: 'a' },
    ] as const) {
      expect(refusal(text, chosen)).toBe(
        'Column “a” is chosen twice; inputs and target need three different columns.',
      );
    }
  });
});

describe('limits', () => {
  const row = (k: number) => `${k},${k % 10},${k % 3}\n`;

  it('uses the first 5,000 rows and says so', () => {
    const text = (count: number) =>
      `a,b,y\n${Array.from({ length: count }, (_, k) => row(k)).join('')}`;
    expect(read(text(5000))).toMatchObject({ samples: { count: 5000 }, notices: [] });
    const { samples, notices } = read(text(5001));
    expect(samples.count).toBe(5000);
    expect(notices).toEqual(['The table has 5,001 rows; the first 5,000 rows are used.']);
  });

  it('uses the first 64 columns and says so', () => {
    const names = Array.from({ length: 70 }, (_, k) => `c${k}`);
    const text = `${names.join()}\n${names.map((_, k) => k).join()}\n${names.map((_, k) => k * k + 5).join()}\n`;
    const { columns, notices } = read(text, { columns: ['c1', 'c2'], target: 'c63' });
    expect(columns.length).toBe(64);
    expect(notices).toEqual(['The table has more than 64 columns; the first 64 are used.']);
    expect(refusal(text, { columns: ['c1', 'c2'], target: 'c64' })).toMatch(
      /^The table has no column “c64”/,
    );
  });

  it('leaves out cells and cuts names of more than 256 characters', () => {
    const long = '1'.repeat(257);
    const { rows, notices } = read(`a,b,y\n1,2,3\n${long},2,3\n4,5,6\n`);
    expect(rows).toEqual(plain);
    expect(notices[0]).toBe('Row 3, column “a”: more than 256 characters are left out.');
    const inspection = inspectTable(`${'n'.repeat(300)},b\n1,2\n`);
    expect(inspection).toMatchObject({
      columns: [{ name: 'n'.repeat(256) }, { name: 'b' }],
      notices: ['The name of column 1 is cut to 256 characters.'],
    });
  });

  it('leaves out cells beyond the header', () => {
    const { rows, notices } = read('a,b,y\n1,2,3,4\n4,5,6\n');
    expect(rows).toEqual(plain);
    expect(notices).toEqual(['Row 2 has more cells than the header; the rest is left out.']);
  });

  it('takes a row that is too short for one with blanks', () => {
    expect(read('a,b,y\n1,2,3\n4,5\n4,5,6\n').notices).toEqual([
      'Row 3 is left out: column “y” is blank.',
    ]);
  });

  it('refuses 10 MB at once', () => {
    const text = 'a,b,y\n1,2,3\n'.repeat(900_000);
    const start = process.cpuUsage();
    expect(refusal(text)).toBe(
      'The table has 10,800,000 characters, but at most 1,048,576 characters are read.',
    );
    expect(inspectTable(text).error).toMatch(/^The table has 10,800,000 characters/);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(100);
  });

  it.each([
    ['rows', 'a,b,y\n' + '1.25,2.5,3.75\n'.repeat(74_000)],
    ['columns', 'a,b,y\n' + '1,'.repeat(500_000)],
    ['cells', Array.from({ length: 5000 }, (_, k) => `${k},`.repeat(40)).join('\n')],
    ['line ends', 'a,b,y\n1,2,3\n' + '\n'.repeat(1_000_000)],
    ['an open quote', 'a,b,y\n1,2,3\n"' + '1,2,3\n'.repeat(170_000)],
    ['quotes', 'a,b,y\n' + '""'.repeat(520_000)],
  ])('is done with 1 MB of %s in good time', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(2 ** 20);
    // Time of the processor, the least of three: the machine may be busy with something else.
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage();
      parseTable(text, choice);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(200);
  });
});

/** Odd tables, every one of which must come to samples or to a sentence. */
const oddities: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one character', 'a'],
  ['one quote', '"'],
  ['two quotes', '""'],
  ['one comma', ','],
  ['one line end', '\n'],
  ['a NUL', '\0'],
  ['NULs', 'a,b,y\n\0,\0\0,\0\n1,2,3\n4,5,6'],
  ['a lone surrogate', 'a,b,y\n\ud800,2,3\n4,5,6'],
  ['header alone', 'a,b,y'],
  ['one row', 'a,b,y\n1,2,3'],
  ['a constant column', 'a,b,y\n1,2,3\n1,5,6'],
  ['all constant', 'a,b,y\n1,2,3\n1,2,3'],
  ['huge', 'a,b,y\n1e308,-1e308,1e308\n1,2,3\n4,5,6'],
  ['tiny', 'a,b,y\n5e-324,1e-320,1e-400\n1,2,3'],
  ['NaN', 'a,b,y\nNaN,NaN,NaN\nnan,2,3'],
  ['Infinity', 'a,b,y\nInfinity,-Infinity,inf\n1,2,3'],
  ['same names', 'a,a,b,y,y\n1,2,3,4,5\n6,7,8,9,0'],
  ['names of numbered copies', 'a,a,a (2),b,y\n1,2,3,4,5\n6,7,8,9,0'],
  ['empty names', ',,\n1,2,3\n4,5,6'],
  ['__proto__', '__proto__,constructor,prototype\n1,2,3\n4,5,6'],
  ['properties of objects', 'toString,hasOwnProperty,valueOf\n1,2,3\n4,5,6'],
  ['markup', '"><img src=x onerror=alert(1)>,</script><script>,y\n1,2,3\n4,5,6'],
  ['formulas', '=1+1,@sum,y\n=cmd|x,+1,-1\n1,2,3'],
  ['right to left', '\u202ea,\u202eb,y\n1,2,3\n4,5,6'],
  ['emoji', '🙂,b,y\n1,2,3\n4,5,6'],
  ['an open quote', 'a,b,y\n"1,2,3\n4,5,6'],
  ['a quote in mid cell', 'a,b,y\n1"1,2,3\n4,5,6'],
  ['quotes and then text', 'a,b,y\n"1"x,2,3\n4,5,6'],
  ['both line ends', 'a,b,y\r\n1,2,3\n4,5,6\r7,8,9'],
  ['mixed separators', 'a,b;y\t1\n1;2,3\n4\t5;6'],
  ['only separators', ',;\t,;\t\n;;;\n'],
  ['ragged', 'a,b,y\n1\n1,2\n1,2,3\n1,2,3,4\n1,2,3,4,5'],
  ['spaces between', 'a b y\n1 2 3\n4 5 6'],
  ['pipes', 'a|b|y\n1|2|3\n4|5|6'],
  ['JSON', '[{"a": 1, "b": 2, "y": 3}]'],
  ['HTML', '<table><tr><td>1</td></tr></table>'],
  ['prose', 'Dear reader,\n\nthis is no table; it is a letter.\n'],
  ['bytes', String.fromCharCode(...Array.from({ length: 256 }, (_, k) => k)).repeat(8)],
  ['UTF-16 read as bytes', 'a\0,\0b\0,\0y\0\n\x001\0,\x002\0,\x003\0'],
  ['a table of text', 'a,b,y\nx,y,z\nu,v,w'],
  ['percent signs', 'a,b,y\n5%,6%,7%\n1,2,3\n4,5,6'],
  ['thousands', 'a,b,y\n"1,234","5,678",1\n"2,345","6,789",0'],
  ['a byte order mark in the middle', 'a,b,y\n\ufeff1,2,3\n4,5,6'],
  ['a separator line alone', 'sep=;'],
  ['a separator line of another kind', 'sep=|\na|b|y'],
  ['a very long name', `${'a'.repeat(5000)},b,y\n1,2,3\n4,5,6`],
  ['an endless number', `a,b,y\n${'9'.repeat(200)},2,3\n0.${'3'.repeat(200)},2,3\n4,5,6`],
];

/** Whatever the text, and whatever of it is chosen: samples that are finite, or a sentence. */
function expectSound(text: string) {
  const inspection = inspectTable(text);
  if (inspection.error !== null) expect(inspection.error).toMatch(/\.$/);
  const names = inspection.error === null ? inspection.columns.map(({ name }) => name) : [];
  expect(new Set(names).size).toBe(names.length);
  const choices = [
    choice,
    numbered,
    ...(inspection.error === null && inspection.suggestion ? [inspection.suggestion] : []),
    ...(names.length >= 3 ? [{ columns: [names[0], names[1]], target: names[2] } as const] : []),
  ];
  for (const chosen of choices) {
    const result = parseTable(text, chosen);
    for (const sentence of result.notices) expect(sentence).toMatch(/^\S.*[^.]\.$/s);
    if (result.error !== null) {
      expect(result.error).toMatch(/^The table |^Column /);
      expect(result.error).toMatch(/\.$/);
      continue;
    }
    const { count, inputs, targets } = result.samples;
    expect(count).toBeGreaterThanOrEqual(2);
    expect([inputs.length, targets.length]).toEqual([2 * count, count]);
    expect([...inputs, ...targets].every((value) => Math.abs(value) <= 1e100)).toBe(true);
    if (result.task === 'classification') expect([...new Set([0, 1, ...targets])]).toEqual([0, 1]);
  }
}

describe('odd texts come to samples or to a sentence', () => {
  it.each(oddities)('%s', (_, text) => expectSound(text));

  it('anything at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectSound), {
      numRuns: 300,
    });
  });

  it('anything that looks like a table', () => {
    const cell = fc.constantFrom(
      '1',
      '2,5',
      '-3.5e2',
      '',
      'x',
      '"',
      '"4"',
      'NA',
      '1e999',
      ' 7 ',
      '\u22128',
      '__proto__',
      '\0',
    );
    const separator = fc.constantFrom(',', ';', '\t', ',', ',', '\n', '\n', '\r\n', '"', '');
    const text = fc
      .array(fc.tuple(cell, separator), { maxLength: 80 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.constantFrom('', 'a,b,y\n', 'a;b;y\n', '\ufeff'), text, (head, body) =>
        expectSound(head + body),
      ),
      { numRuns: 1000 },
    );
  });

  it('a table comes back from any of its spellings', () => {
    const number = fc.double({ min: -1e100, max: 1e100, noNaN: true });
    const table = fc.array(fc.tuple(number, number, number), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (rows, separator, end, quoted, comma) => {
          const spell = (value: number | string) => {
            const text =
              comma && separator !== ',' ? String(value).replace('.', ',') : String(value);
            return quoted ? `"${text}"` : text;
          };
          const text = [['a', 'b', 'y'], ...rows]
            .map((row) => row.map(spell).join(separator))
            .join(end);
          expect(read(text).rows).toEqual(rows.map((row) => row.map((value) => value + 0)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names that every object has stay names', () => {
    const { rows } = read('__proto__,constructor,toString\n1,2,3\n4,5,6\n', {
      columns: ['__proto__', 'constructor'],
      target: 'toString',
    });
    expect(rows).toEqual(plain);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
    expect(refusal('a,b\n1,2\n3,4\n', { columns: ['a', 'b'], target: '__proto__' })).toBe(
      'The table has no column “__proto__”; it has “a”, “b”.',
    );
  });

  it('quotes what it tells so that it can be read', () => {
    const { notices } = read(`a,b,y\n1,2,3\n4,5,6\n\u202e\0${'x'.repeat(100)},2,3\n`);
    expect(notices[0]).toBe(
      `Row 4 is left out: column “a” holds “··${'x'.repeat(38)}…”, which is not a number.`,
    );
  });
});

describe('inspectTable', () => {
  it('lists the columns, for a reader to choose from', () => {
    expect(
      inspectTable('size;colour;weight;ok\n1,5;red;;yes\n2;blue;3;no\n2;green;4;yes\n'),
    ).toEqual({
      error: null,
      rows: 3,
      header: true,
      delimiter: ';',
      columns: [
        { name: 'size', numeric: true, blanks: 0, classes: null },
        { name: 'colour', numeric: false, blanks: 0, classes: null },
        { name: 'weight', numeric: true, blanks: 1, classes: null },
        { name: 'ok', numeric: false, blanks: 0, classes: ['no', 'yes'] },
      ],
      suggestion: { columns: ['size', 'weight'], target: 'ok' },
      notices: [],
    });
  });

  it('suggests numbers as a target where there are no classes, and nothing where columns do not suffice', () => {
    expect(inspectTable('1,2,3,4\n5,6,7,8\n')).toMatchObject({
      header: false,
      suggestion: { columns: ['column 1', 'column 2'], target: 'column 4' },
    });
    expect(inspectTable('a,b\n1,2\n')).toMatchObject({ suggestion: null });
    expect(inspectTable('a,b,y\n0,1,2\n1,5,6\n3,4,1\n')).toMatchObject({
      suggestion: { columns: ['a', 'b'], target: 'y' },
    });
  });

  it('tells two columns of one name apart', () => {
    expect(inspectTable('x,x,x (2),y\n1,2,3,4\n5,6,7,8\n')).toMatchObject({
      columns: [{ name: 'x' }, { name: 'x (2)' }, { name: 'x (2) (2)' }, { name: 'y' }],
      notices: [
        'Column 2 is called “x (2)”, since there is a “x” already.',
        'Column 3 is called “x (2) (2)”, since there is a “x (2)” already.',
      ],
    });
  });
});

describe('createTextDataset', () => {
  const text = 'a,b,c,y\n1,2,9,3\n4,5,8,7\n2,2,7,4\n';

  it('is a data set with the reader’s columns', () => {
    const made = createTextDataset(text, choice);
    if (made.error !== null) throw new Error(made.error);
    const { dataset } = made;
    expect(dataset).toMatchObject({ id: 'table', task: 'regression', features: ['a', 'b'] });
    expect(dataset.table?.inputs).toEqual(['a', 'b', 'c', 'y']);
    expect(dataset.sample().inputs).toEqual(Float64Array.of(1, 2, 4, 5, 2, 2));
    expect(dataset.sample({ columns: ['c', 'b'] }).inputs).toEqual(
      Float64Array.of(9, 2, 8, 5, 7, 2),
    );
    expect(dataset.targetLoss(dataset.sample(), 'mse')).toBeGreaterThan(0);
    expect(() => dataset.sample({ target: 'z' })).toThrow(
      'unusable table: The table has no column “z”',
    );
  });

  it('is refused as the table is', () => {
    expect(createTextDataset('', choice)).toEqual({ error: 'The table is empty.', notices: [] });
  });
});
