// Tables in Markdown, and on what they were measured.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

export const milliseconds = (value) =>
  value === undefined
    ? ''
    : value < 1
      ? `${(1000 * value).toPrecision(3)} us`
      : `${value.toPrecision(3)} ms`;
export const ratio = (value) => (Number.isFinite(value) ? value.toPrecision(3) : '');
export const error = (value) => (value === undefined ? '' : value.toExponential(1));

export function table(heading, columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(`\n### ${heading}\n`);
  console.log(line(columns));
  console.log(line(columns.map((_, k) => (k === 0 ? '---' : '---:'))));
  for (const row of rows) console.log(line(row.map((cell) => cell ?? '')));
}

export const note = (sentence) => console.log(`\n${sentence}`);

const versionOf = (name, from) => {
  try {
    return JSON.parse(
      readFileSync(new URL(`${from}node_modules/${name}/package.json`, import.meta.url)),
    ).version;
  } catch {
    return 'missing';
  }
};

export function machine(compiler, rounds) {
  const [{ model, speed }] = cpus();
  console.log('## Speed\n');
  console.log(
    `- ${model}, ${cpus().length} cores, ${speed} MHz, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  console.log(
    `- Node ${process.versions.node} (V8 ${process.versions.v8}), ${process.platform} ${process.arch}`,
  );
  console.log(
    `- TensorFlow.js ${versionOf('@tensorflow/tfjs-core', './')} with its wasm backend; d3-contour ${versionOf('d3-contour', '../')}`,
  );
  console.log(`- C: ${compiler ? `${compiler.version}, -O3 -march=native` : 'no compiler found'}`);
  console.log(
    `- Processor time of the process, medians of ${rounds} rounds in turns, after a warm-up.`,
  );
}
