// Bytes as text that a link may hold as it is: base64 with - and _, and without padding (RFC 4648, section 5).

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const sixBits = new Map([...alphabet].map((character, value) => [character, value]));

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let k = 0; k < bytes.length; k += 3) {
    const given = Math.min(3, bytes.length - k);
    const group = (bytes[k] << 16) | ((bytes[k + 1] ?? 0) << 8) | (bytes[k + 2] ?? 0);
    for (let place = 0; place <= given; place++) text += alphabet[(group >> (18 - 6 * place)) & 63];
  }
  return text;
}

/** Null for a text that `toBase64url` does not write. */
export function fromBase64url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let [bits, held, filled] = [0, 0, 0];
  for (const character of text) {
    const value = sixBits.get(character);
    if (value === undefined) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[filled++] = (bits >> held) & 0xff;
  }
  // What is left over belongs to no byte, and is 0.
  return (bits & ((1 << held) - 1)) === 0 ? bytes : null;
}
