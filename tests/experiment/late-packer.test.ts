// The packer of tables: at once in Node, late on a page.
import { expect, it } from 'vitest';
import * as late from '../../src/experiment/table/late-packer.ts';
import * as packer from '../../src/experiment/table/packer.ts';

const text = 'x1,x2,y\n1,2,0\n3,4,1\n';

it('is there at once, or after it was fetched, with the same bytes', async () => {
  expect(packer.hasTablePacker()).toBe(true);
  expect(late.hasTablePacker()).toBe(false);
  expect(() => late.deflateText(text)).toThrow('loadTablePacker first');
  await late.loadTablePacker();
  expect(late.hasTablePacker()).toBe(true);
  expect(late.deflateText(text)).toEqual(packer.deflateText(text));
  expect(late.inflateText(packer.deflateText(text))).toBe(text);
});
