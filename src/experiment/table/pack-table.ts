// A table's text small enough for a link: compressed, in letters that a link may hold, with a sum that tells of damage.
import { mostCharacters } from '../../data/text/read-table.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deflateText, inflateText } from './packer.ts';

/** `DEFLATED.SUM`: raw deflate (RFC 1951) of the text in UTF-8, and four bytes of checksum, both as base64url. */
export function packTable(text: string): string {
  const packed = deflateText(text);
  return `${toBase64url(packed)}.${toBase64url(checksum(packed))}`;
}

/** The text; null if what is given is damaged, cut off, or no table's. Never throws. */
export function unpackTable(packed: string): string | null {
  const [body, sum, ...more] = packed.trim().split('.');
  if (sum === undefined || more.length > 0) return null;
  const bytes = fromBase64url(body);
  if (bytes === null || toBase64url(checksum(bytes)) !== sum) return null;
  try {
    const text = inflateText(bytes);
    return text.length <= mostCharacters ? text : null;
  } catch {
    return null;
  }
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function checksum(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8, hash);
}
