// Raw deflate, fetched when a table is first to be packed or unpacked: what the page is built with, see vite.config.ts.
import type * as Packer from './packer.ts';

let arrived: typeof Packer | null = null;

const packer = (): typeof Packer => {
  if (!arrived) throw new Error('missing packer of tables (loadTablePacker first)');
  return arrived;
};

export const deflateText: typeof Packer.deflateText = (text) => packer().deflateText(text);

export const inflateText: typeof Packer.inflateText = (bytes) => packer().inflateText(bytes);

export const hasTablePacker = (): boolean => arrived !== null;

export const loadTablePacker = async (): Promise<void> => {
  arrived ??= await import('./packer.ts');
};
