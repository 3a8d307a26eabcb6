// A table that is being edited: read as far as it goes, with a sentence for whatever stands in the way.
import { describe, expect, test } from 'vitest';
import { chooseColumn } from '../../app/controls/table-editor/choose-column.ts';
import { emptyDraft, readDraft, rowsInWords } from '../../app/controls/table-editor/table-draft.ts';

const text = 'a,b,kind,y\n1,20,no,3\n2,,yes,4\n3,40,no,x\n4,10,yes,7\n';

describe('a draft', () => {
  test('that is empty says nothing yet', () => {
    expect(readDraft(emptyDraft)).toMatchObject({ problem: null, parsed: null, choice: null });
    expect(readDraft({ ...emptyDraft, text: ' \n\t' }).problem).toBeNull();
  });

  test('suggests columns, and counts and names the rows that it leaves out', () => {
    const { choice, parsed, leftOut, notices, problem } = readDraft({ ...emptyDraft, text });
    expect(problem).toBeNull();
    expect(choice).toEqual({ columns: ['a', 'b'], target: 'kind' });
    expect(parsed?.samples.count).toBe(3);
    expect(leftOut).toBe(1);
    expect(notices.join(' ')).toContain('Row 3 is left out: column “b” is blank.');
  });

  test('keeps the columns that were chosen, while the text has them', () => {
    const draft = { text, columns: ['y', 'a'], target: 'kind' } as const;
    expect(readDraft(draft).choice).toEqual({ columns: ['y', 'a'], target: 'kind' });
    const other = text.replace('a,b,kind,y', 'p,q,r,s');
    expect(readDraft({ ...draft, text: other }).choice).toEqual({
      columns: ['p', 'q'],
      target: 'r',
    });
  });

  test.each([
    ['a,b\n1,2\n3,4', 'needs two columns of numbers'],
    ['a,b,c\n', 'has a header, but no rows'],
    ['a,b,y\n1,2,3\n,5,6', 'Row 3 is left out'],
  ])('that cannot be used says why: %j', (given, words) => {
    const { problem, parsed } = readDraft({ ...emptyDraft, text: given });
    expect(problem).toContain(words);
    expect(parsed).toBeNull();
  });

  test('whose columns do not go together still has them to choose from', () => {
    const { problem, choice, inspection } = readDraft({ text, columns: ['a', 'a'], target: null });
    expect(problem).toContain('chosen twice');
    expect(choice?.columns).toEqual(['a', 'a']);
    expect(inspection?.columns).toHaveLength(4);
  });
});

test('rows are counted in words', () => {
  expect(rowsInWords(195, 3)).toBe('195 rows are used, 3 are left out.');
  expect(rowsInWords(2, 1)).toBe('2 rows are used, 1 is left out.');
  expect(rowsInWords(2, 0)).toBe('2 rows are used, none is left out.');
});

test('a column that is chosen elsewhere trades places', () => {
  const choice = { columns: ['a', 'b'], target: 'y' } as const;
  const numeric = ['a', 'b', 'c', 'y'];
  expect(chooseColumn(choice, 'first', 'c', numeric)).toEqual({ columns: ['c', 'b'], target: 'y' });
  expect(chooseColumn(choice, 'first', 'b', numeric)).toEqual({ columns: ['b', 'a'], target: 'y' });
  expect(chooseColumn(choice, 'second', 'y', numeric)).toEqual({
    columns: ['a', 'y'],
    target: 'b',
  });
  expect(chooseColumn(choice, 'target', 'a', numeric)).toEqual({
    columns: ['y', 'b'],
    target: 'a',
  });
  // A target of texts cannot become an input.
  expect(chooseColumn(choice, 'target', 'a', ['a', 'b', 'c'])).toEqual({
    columns: ['c', 'b'],
    target: 'a',
  });
});
