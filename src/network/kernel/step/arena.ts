// One piece of WebAssembly's memory, handed out as arrays that plain code and instructions both see.
import { createMemory } from '../web-assembly.ts';
import type { WasmMemory } from '../web-assembly.ts';

export interface Arena {
  readonly memory: WasmMemory;
  /** An array of zeros at a multiple of 16 bytes; its address is `byteOffset`. */
  take(length: number): Float64Array;
}

/**
 * @param numbers how many will be taken at most, in all
 * @param arrays in how many arrays
 * @throws where there is no WebAssembly, or no memory for it
 */
export function createArena(numbers: number, arrays: number): Arena {
  const memory = createMemory(8 * (numbers + arrays) + 16);
  let next = 16;
  return {
    memory,
    take(length) {
      const array = new Float64Array(memory.buffer, next, length);
      next += 16 * Math.ceil(length / 2);
      return array;
    },
  };
}
