// No raw deflate: what workers are built with, see vite.config.ts. They are sent a table as it is.
import type * as Packer from './packer.ts';

const refuse = (): never => {
  throw new Error('no packer of tables (a worker is sent the table itself)');
};

export const deflateText: typeof Packer.deflateText = refuse;
export const inflateText: typeof Packer.inflateText = refuse;
export const hasTablePacker = (): boolean => false;
export const loadTablePacker = async (): Promise<void> => refuse();
