// Modules that have been compiled, so that networks of one shape share theirs.
import { compile, compileLater } from './web-assembly.ts';
import type { WasmModule } from './web-assembly.ts';

/** Null while it is being compiled, and where a policy forbids that. */
export interface Compiled {
  module: WasmModule | null;
}

/** Shapes that are kept; a reader goes through few. */
const capacity = 64;
const known = new Map<string, Compiled>();

/** @param encode what belongs to the key */
export function compiled(key: string, encode: () => Uint8Array<ArrayBuffer>): Compiled {
  const found = known.get(key);
  if (found) return found;
  const bytes = encode();
  const entry: Compiled = { module: null };
  try {
    entry.module = compile(bytes);
  } catch (error) {
    // A page may have to compile what is large in the background.
    if (error instanceof RangeError) {
      void compileLater(bytes).then(
        (module) => {
          entry.module = module;
        },
        () => undefined,
      );
    }
  }
  const [oldest] = known.keys();
  if (known.size >= capacity && oldest !== undefined) known.delete(oldest);
  known.set(key, entry);
  return entry;
}
