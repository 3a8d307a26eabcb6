// Spellings: how a member of a family is written in Python, one entry a member.

/** What an exported program is written with. */
export type ProgramLanguage = 'pytorch' | 'numpy';

export type Spellings<T> = Readonly<Record<string, T>>;

/** @throws {RangeError} `unsupported activation: swish (exported programs can have: tanh, relu, ...)` */
export function spellingOf<T>(noun: string, spellings: Spellings<T>, id: string): T {
  if (!Object.hasOwn(spellings, id)) {
    const known = Object.keys(spellings).join(', ');
    throw new RangeError(`unsupported ${noun}: ${id} (exported programs can have: ${known})`);
  }
  return spellings[id];
}
