// The browser's door to WebAssembly, as far as kernels use it. It may be missing, or shut by a page's security policy.

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** In pages of 64 KiB; detaches `buffer`. */
  grow(pages: number): number;
}

/** A compiled module; opaque. */
export type WasmModule = object;

type Exports = Readonly<Record<string, (...numbers: number[]) => number | undefined>>;

interface WebAssemblyDoor {
  Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  Instance: new (
    module: WasmModule,
    imports?: { kernel: { memory: WasmMemory } },
  ) => { readonly exports: Exports };
  Memory: new (size: { initial: number }) => WasmMemory;
  compile(bytes: Uint8Array<ArrayBuffer>): Promise<WasmModule>;
}

export const pageSize = 65536;

/** @throws {Error} where there is no WebAssembly */
function door(): WebAssemblyDoor {
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyDoor };
  if (!WebAssembly) throw new Error('WebAssembly is missing');
  return WebAssembly;
}

/** The smallest module that there is: nothing but what every module begins with. */
const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** Whether a policy lets modules run, once that is known. */
let permission: { readonly refusal: unknown } | null = null;

/**
 * WebKit compiles what a page's policy forbids, and refuses only to run it; so a first module is run before any is believed.
 * A page is asked once, since it writes every refusal on its console.
 */
function permitted(): WebAssemblyDoor {
  const machine = door();
  if (!permission) {
    permission = { refusal: null };
    try {
      void new machine.Instance(new machine.Module(emptyModule));
    } catch (refusal) {
      permission = { refusal };
    }
  }
  if (permission.refusal !== null) throw permission.refusal;
  return machine;
}

/** @throws what the machine throws: for a module it refuses, or where a policy forbids all modules */
export const compile = (bytes: Uint8Array<ArrayBuffer>): WasmModule =>
  new (permitted().Module)(bytes);

/** For a page's main thread that may compile only small modules at once. */
export const compileLater = (bytes: Uint8Array<ArrayBuffer>): Promise<WasmModule> =>
  door().compile(bytes);

export const createMemory = (bytes: number): WasmMemory =>
  new (door().Memory)({ initial: Math.ceil(bytes / pageSize) });

export function instantiate(module: WasmModule, memory: WasmMemory): Exports {
  return new (door().Instance)(module, { kernel: { memory } }).exports;
}
