// What exports write, where no page is needed: cells, names, outlines, citations, and what is opened again.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bibtexEntry } from '../../app/figure/exports/bibtex.ts';
import { experimentRecord } from '../../app/figure/exports/experiment-record.ts';
import { fileName } from '../../app/figure/exports/file-name.ts';
import { jsonText } from '../../app/figure/exports/json-text.ts';
import { readExperiment } from '../../app/figure/exports/read-experiment.ts';
import { createSvgPath } from '../../app/figure/exports/svg-path.ts';
import { csvText } from '../../app/figure/exports/table-text.ts';
import { wrapText } from '../../app/figure/exports/words.ts';
import { shortPageLink } from '../../app/page-link.ts';
import { version } from '../../app/version.ts';
import { defaultExperiment, parseExperiment } from '../../src/index.ts';

describe('cells of a table', () => {
  it('are never formulas, and numbers keep their signs and digits', () => {
    const text = csvText(
      ['=HYPERLINK("http://x")', '+a', '-b', '@c', '\td', ' =e'],
      [[-0.1, 1 / 3, -1e-300, Number.NaN, null, Infinity]],
    );
    const [header, row] = text.split('\r\n');
    expect(header).toBe(`"'=HYPERLINK(""http://x"")",'+a,'-b,'@c,'\td,' =e`);
    expect(row).toBe('-0.1,0.3333333333333333,-1e-300,,,');
  });

  it('with commas, quotes and line ends are one cell each', () => {
    expect(csvText(['a,b', 'c"d', 'e\nf'], [])).toBe('"a,b","c""d","e\nf"\r\n');
  });
});

describe('the name of a file', () => {
  it('has the data set, the seed, and nothing that a system refuses', () => {
    const experiment = parseExperiment('data=wine&seed=3').experiment;
    expect(fileName(experiment, ['raw+bn', 'contour'], 'svg')).toBe(
      'normscape-wine-seed3-raw-bn-contour.svg',
    );
    const odd = { data: { ...experiment.data, id: '../<a>:"' }, seed: 1 };
    expect(fileName(odd, [], 'csv')).toBe('normscape-..-a-seed1.csv');
  });
});

describe('an outline', () => {
  it('is moved and turned with the pen', () => {
    const path = createSvgPath(() => [0, 1, -1, 0, 10, 20]);
    path.moveTo(1, 2);
    path.lineTo(3, 4);
    path.closePath();
    expect(path.data).toBe('M8 21L6 23Z');
  });

  it('follows a circle to a hundredth of a pixel', () => {
    const path = createSvgPath(() => [1, 0, 0, 1, 0, 0]);
    path.ellipse(0, 0, 6, 6, 0, 0, 2 * Math.PI);
    const points = path.data
      .slice(1)
      .split('L')
      .map((point) => point.split(' ').map(Number));
    expect(points.length).toBeGreaterThan(40);
    points.forEach(([x = 0, y = 0], k) => {
      expect(Math.abs(Math.hypot(x, y) - 6)).toBeLessThan(0.01);
      const [fromX = x, fromY = y] = points[k - 1] ?? [];
      expect(6 - Math.hypot((x + fromX) / 2, (y + fromY) / 2)).toBeLessThan(0.025);
    });
  });
});

describe('lines of words', () => {
  const measureText = (text: string) => ({ width: text.length }) as TextMetrics;

  it('break between words, and within one that is too long', () => {
    expect(wrapText({ measureText }, 'one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapText({ measureText }, 'a http://long', 6)).toEqual(['a', 'http:/', '/long']);
    expect(wrapText({ measureText }, '', 6)).toEqual([]);
  });
});

describe('a citation', () => {
  it('closes every brace and keeps the link as it is', () => {
    const link = 'https://example.org/?net=4&lanes=raw,standard~lr:0.1';
    const entry = bibtexEntry('50% of {it} & more_', link, 7, '2026-02-28');
    expect(entry).toContain(`url     = {${link}}`);
    expect(entry).toContain('50\\% of \\{it\\} \\& more\\_');
    expect(entry).toContain(`version = {${version}}`);
    const bare = entry.replaceAll(/\\[{}]/g, '');
    expect([...bare].filter((c) => c === '{').length).toBe(
      [...bare].filter((c) => c === '}').length,
    );
  });

  it('has the version of the package', () => {
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});

describe('an experiment that is opened', () => {
  const experimentOf = (text: string) => {
    const read = readExperiment(text);
    if (read.error !== null) throw new Error(read.error);
    return read;
  };

  it('is the one that was saved', () => {
    const query = 'data=wine&lanes=raw%2Bbn,standard~lr:0.5&net=4-4&lr=1e-3&from=0.5:-2';
    const { experiment } = parseExperiment(query);
    const record = experimentRecord(experiment, 'https://example.org/lab/');
    const read = experimentOf(jsonText(record));
    expect(read.experiment).toEqual(experiment);
    expect(read.notices).toEqual([]);
    expect(experimentOf(record.link).experiment).toEqual(experiment);
    expect(record.link).toMatch(/^https:\/\/example\.org\/lab\/\?data=wine&/);
  });

  it.each([
    ['short', 3],
    ['too long for a link', 2000],
  ])('brings a reader’s own table along, even one that is %s', (_, rows) => {
    const lines = Array.from({ length: rows }, (__, k) => `${Math.sqrt(k)},${k * k},${k % 7}`);
    const { experiment } = parseExperiment('data=table&cols=b,a', `a,b,y\n${lines.join('\n')}`);
    expect(experiment.data.columns).toEqual(['b', 'a']);
    const record = experimentRecord(experiment, 'https://example.org/lab/');
    expect(experimentOf(jsonText(record))).toMatchObject({ experiment, notices: [] });
    expect(record.link.includes('#table=')).toBe(rows < 100);
    if (rows < 100) expect(experimentOf(record.link).experiment).toEqual(experiment);
    // A picture has no room for it.
    expect(shortPageLink(experiment, 'https://example.org/lab/')).toBe(
      'https://example.org/lab/?data=table&cols=b,a#table=…',
    );
  });

  it('is refused, with a reason, where it is none', () => {
    const none = ['', ' ', 'hello', '[1]', '{', '{}', 'null', '{"format":"normscape experiment"}'];
    for (const text of [...none, 'javascript:alert(1)', `{"a":"${'x'.repeat(5e6)}"}`]) {
      const read = readExperiment(text);
      expect(read.error, text.slice(0, 40)).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('takes nothing from a hostile file but known keys', () => {
    const read = experimentOf(
      '{"format":"normscape experiment","v":1,"__proto__":{"x":1},"experiment":' +
        '{"__proto__":{"x":1},"constructor":"a","lr":[1],"seed":-1e999,"data":"<img src=x>"}}',
    );
    expect(read.experiment).toEqual(defaultExperiment());
    expect(read.notices.length).toBeGreaterThanOrEqual(5);
    expect('x' in {}).toBe(false);
  });
});

describe('a record of numbers', () => {
  it('is JSON again, whatever is in it', () => {
    const value = { a: [1, -0.5, 1e300], b: [[1], [2]], c: {}, d: 'x"<', e: [{ f: null }], g: [] };
    expect(JSON.parse(jsonText(value))).toEqual(value);
    expect(JSON.parse(jsonText({ a: [Number.NaN, Infinity], b: undefined }))).toEqual({
      a: [null, null],
      b: null,
    });
  });
});
