// npm run bench: how fast the engine is, next to others on the same work. Prints Markdown; takes some minutes.
// `npm run bench -- --quick` measures fewer rounds, `--rounds=21` as many as that, `npm run bench -- steps contours` those
// tables alone, and `npm run bench -- page` the page in a browser instead. Nothing here belongs to the product.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundle } from './bundle.mjs';
import { contourTable } from './contours.mjs';
import { findCompiler } from './native.mjs';
import { pageTables } from './page.mjs';
import { machine, note } from './report.mjs';
import { installPeers } from './setup.mjs';
import { stepTable } from './steps.mjs';
import { growthTable, sliceTable, surfaceTable } from './surfaces.mjs';
import { loadTensorflow } from './tensorflow.mjs';

if (process.argv.includes('page')) {
  await pageTables({ quick: process.argv.includes('--quick') });
  process.exit();
}

const tables = {
  surfaces: surfaceTable,
  growth: growthTable,
  slices: sliceTable,
  steps: stepTable,
  contours: contourTable,
};
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.find((name) => !(name in tables));
if (unknown !== undefined) {
  console.error(`unknown table: ${unknown} (known: ${Object.keys(tables).join(', ')}, page)`);
  process.exit(1);
}

const named = process.argv.find((argument) => argument.startsWith('--rounds='));
const rounds = named
  ? Number(named.slice('--rounds='.length))
  : process.argv.includes('--quick')
    ? 3
    : 7;
const folder = mkdtempSync(join(tmpdir(), 'normscape-bench-'));
try {
  installPeers();
  const compiler = findCompiler();
  machine(compiler, rounds);
  let tf = null;
  try {
    tf = await loadTensorflow(folder);
  } catch (reason) {
    note(`TensorFlow.js is left out: ${reason.message.split('\n')[0]}`);
  }
  if (!compiler) note('C is left out: there is no compiler (gcc or clang; CC names another).');
  const tools = {
    engine: await loadBundle('../src/index.ts', 'engine', folder),
    unstructured: await loadBundle('unstructured.mjs', 'unstructured', folder),
    tf,
    compiler,
    folder,
    rounds,
  };
  const plot = await loadBundle('../app/plot/marching-squares.ts', 'plot', folder);
  for (const [name, measure] of Object.entries(tables)) {
    if (wanted.length === 0 || wanted.includes(name)) await measure({ ...tools, plot });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
