// The rows of the tables: all there in Node, and fetched once where they come late.
import { describe, expect, it, vi } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { createTableTexts } from '../../src/data/tables/create-table-texts.ts';
import * as late from '../../src/data/tables/late-table-texts.ts';
import * as texts from '../../src/data/tables/table-texts.ts';

const tables = datasets.all.filter(({ table }) => table).map(({ id }) => id);

it('are all there in Node', () => {
  expect(tables).toHaveLength(5);
  for (const id of tables) {
    expect(texts.hasTableText(id)).toBe(true);
    expect(texts.tableText(id)).toMatch(/^\s*[a-z]/);
  }
});

it.each(tables)('%s comes late to a page, with the same rows', async (id) => {
  expect(late.hasTableText(id)).toBe(false);
  expect(() => late.tableText(id)).toThrow(new Error(`missing rows: ${id} (loadTableText first)`));
  await late.loadTableText(id);
  expect(late.hasTableText(id)).toBe(true);
  expect(late.tableText(id)).toBe(texts.tableText(id));
});

it('can be provided by who has them, as a page has for its workers', () => {
  const { hasTableText, provideTableText, tableText } = createTableTexts(
    {},
    { some: () => Promise.reject(new Error('never asked')) },
  );
  expect(hasTableText('some')).toBe(false);
  provideTableText('some', 'a,b');
  expect(hasTableText('some')).toBe(true);
  expect(tableText('some')).toBe('a,b');
});

describe('late rows', () => {
  it('are fetched once, and again after a failure', async () => {
    const source = vi
      .fn<() => Promise<{ text: string }>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue({ text: 'a,b\n1,2' });
    const { hasTableText, loadTableText, tableText } = createTableTexts({}, { some: source });
    await expect(loadTableText('some')).rejects.toThrow('offline');
    expect(hasTableText('some')).toBe(false);
    await loadTableText('some');
    await loadTableText('some');
    expect(source).toHaveBeenCalledTimes(2);
    expect(tableText('some')).toBe('a,b\n1,2');
  });

  it('are not waited for where there are none', async () => {
    const { hasTableText, loadTableText } = createTableTexts({}, {});
    expect(hasTableText('two-scales')).toBe(true);
    await loadTableText('two-scales');
  });
});
