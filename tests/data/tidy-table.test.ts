// The text of a reader's table as it is kept.
import { expect, test } from 'vitest';
import { parseTable, pickColumns, tidyTable } from '../../src/index.ts';

test('a tidy table is the same table', () => {
  const text = '\ufeffa;b;y\r\n1,5;2;no\r\n2;3;yes\r4;1;no\r\n\r\n  ';
  const tidy = tidyTable(text);
  expect(tidy).toBe('a;b;y\n1,5;2;no\n2;3;yes\n4;1;no');
  const choice = { columns: ['a', 'b'], target: 'y' } as const;
  expect(parseTable(tidy, choice)).toEqual(parseTable(text, choice));
  expect(tidyTable('a\ud800b')).toBe('a\ufffdb');
  expect(tidyTable('a😀b')).toBe('a😀b');
});

test('picked columns keep their cells, their names and their samples', () => {
  const text = 'id\tx, raw\tnote\t"y ""1"""\tz\n1\t1,5\tfree\t3\t7\n2\t2\t\t\t8\n3\t4\tx\t1\t9\n';
  const names = ['z', 'x, raw', 'y "1"'];
  const picked = pickColumns(text, names);
  expect(picked).toBe('z,"x, raw","y ""1"""\n7,"1,5",3\n8,2,\n9,4,1');
  const choice = { columns: ['z', 'x, raw'], target: 'y "1"' } as const;
  const [before, after] = [text, picked ?? ''].map((each) => parseTable(each, choice));
  expect(before.error).toBeNull();
  expect(after).toMatchObject({ error: null, samples: 'samples' in before && before.samples });
  expect(pickColumns(text, ['z', 'nothing'])).toBeNull();
  expect(pickColumns('', ['z'])).toBeNull();
});

test('a table without a header gets its numbers of columns as one', () => {
  expect(pickColumns('1,2,3\n4,5,6', ['column 3', 'column 1'])).toBe('column 3,column 1\n3,1\n6,4');
});
