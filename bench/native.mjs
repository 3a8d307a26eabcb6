// The C program of native.c, compiled for one network with whatever compiler is here.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('native.c', import.meta.url));
const flags = ['-O3', '-march=native', '-funroll-loops', '-std=gnu11'];

/** @returns {{ command: string, version: string } | null} the first compiler that answers */
export function findCompiler() {
  for (const command of [process.env.CC, 'gcc', 'clang', 'cc'].filter(Boolean)) {
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { command, version: stdout.split('\n')[0].trim() };
  }
  return null;
}

/** Compiles for one case; `folder` is for what comes of it. */
export function compileNative(compiler, folder, { name, sizes, activation, samples, plane }) {
  const layers = sizes.slice(1).map((units, k) => ({ k, inputs: sizes[k], units }));
  const starts = [0];
  for (const { inputs, units } of layers) starts.push(starts.at(-1) + (inputs + 1) * units);
  const depth = layers.length;
  const forward = layers.map(
    ({ k, inputs, units }) =>
      `call(w + ${starts[k]}, ${inputs}, ${units}, h[${k}], h[${k + 1}], ${Number(k === depth - 1)});`,
  );
  const backward = layers.map(
    ({ k, inputs, units }) =>
      `call(w + ${starts[k]}, g + ${starts[k]}, ${inputs}, ${units}, h[${k}], d[${k + 1}], d[${k}], ${Number(k === 0)});`,
  );
  const defines = {
    ROWS: samples.count,
    SIZE: starts.at(-1),
    DEPTH: depth,
    IS_TANH: Number(activation === 'tanh'),
    'FORWARD(call)': forward.join(' '),
    'BACKWARD(call)': [...backward].reverse().join(' '),
  };
  const program = join(folder, `native-${name}`);
  const words = Object.entries(defines).map(([key, value]) => `-D${key}=${value}`);
  const made = spawnSync(compiler.command, [...flags, ...words, source, '-o', program, '-lm'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the compiler refused native.c: ${made.stderr.trim()}`);

  const file = join(folder, `${name}.bin`);
  const { origin, u, v, extent } = plane;
  const column = (k) => Array.from(samples.targets, (_, row) => samples.inputs[2 * row + k]);
  const numbers = [column(0), column(1), samples.targets, origin, u, v, extent].flatMap((part) => [
    ...part,
  ]);
  writeFileSync(file, Buffer.from(Float64Array.from(numbers).buffer));

  /** @returns {number} processor milliseconds of one run */
  const run = (words) => {
    const { status, stdout } = spawnSync(program, words.map(String), { encoding: 'utf8' });
    if (status !== 0) throw new Error(`native.c ended with code ${status}`);
    return Number(stdout) / 1e6;
  };
  const result = (words) => {
    const out = join(folder, `${name}.out`);
    run([...words, out]);
    const bytes = readFileSync(out);
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8).slice();
  };
  return {
    surface: (grid, repeats) => run(['surface', file, grid, repeats]),
    surfaceLosses: (grid) => result(['surface', file, grid, 1]),
    step: (repeats) => run(['step', file, repeats]),
    stepResult: () => result(['step', file, 1]),
  };
}
