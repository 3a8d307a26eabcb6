// Raw deflate (RFC 1951) of a text in UTF-8, there at once: for Node, for the tests and for the package.
// The page is built with late-packer.ts in this file's place: few links hold a table.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

export const deflateText = (text: string): Uint8Array => deflateSync(strToU8(text), { level: 9 });

/** @throws {Error} for bytes that are no deflated text */
export const inflateText = (bytes: Uint8Array): string => strFromU8(inflateSync(bytes));

/** Whether a table can be packed and unpacked. */
export const hasTablePacker = (): boolean => true;

/** Resolves when tables can be packed and unpacked. Rejects if what that takes cannot be fetched. */
export const loadTablePacker = async (): Promise<void> => {};
