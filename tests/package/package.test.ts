// The package as an author gets it: packed by npm, installed from the tarball, run by plain Node.
import { execFileSync, execSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'normscape-package-'));
const installed = join(folder, 'node_modules', 'normscape');

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const manifestOf = (path: string) =>
  JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;

/** Puts a dependency and what it depends on in place, as an install would, without asking a registry. */
function install(name: string): void {
  const from = join(root, 'node_modules', name);
  const to = join(folder, 'node_modules', name);
  if (existsSync(to)) return;
  cpSync(from, to, { recursive: true });
  Object.keys(manifestOf(to).dependencies ?? {}).forEach(install);
}

const run = (command: string) => execSync(command, { cwd: folder, encoding: 'utf8' });

// As long as a test may take: packing compiles the engine.
beforeAll(() => {
  execSync(`npm pack --silent --pack-destination "${folder}"`, { cwd: root, stdio: 'ignore' });
  const { version } = manifestOf(root);
  mkdirSync(installed, { recursive: true });
  run(`tar -xzf normscape-${version}.tgz -C node_modules/normscape --strip-components=1`);
  Object.keys(manifestOf(installed).dependencies ?? {}).forEach(install);
  const consumer = { type: 'module', dependencies: { normscape: version } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(consumer));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed engine', () => {
  test('holds compiled code with types, licences, and nothing else', () => {
    const top = readdirSync(installed).filter((name) => name !== 'README.md');
    expect(top.sort()).toEqual(['LICENSE', 'NOTICE', 'dist-package', 'package.json']);
    const files = readdirSync(join(installed, 'dist-package'), {
      recursive: true,
      encoding: 'utf8',
    }).filter((name) => /\.\w+$/.test(name));
    expect(files).toContain('index.js');
    for (const name of files) {
      expect(name).toMatch(/\.(js|d\.ts)$/);
      const partner = name.endsWith('.js')
        ? name.replace(/\.js$/, '.d.ts')
        : name.replace(/\.d\.ts$/, '.js');
      expect(files).toContain(partner);
    }
  });

  test('asks for the packages of the engine, and for no page', () => {
    expect(Object.keys(manifestOf(installed).dependencies ?? {}).sort()).toEqual([
      'd3-dsv',
      'fflate',
    ]);
    // Fails if anything that is needed is missing or of the wrong version.
    run('npm ls --all --offline');
    for (const name of ['react', 'three', 'zustand']) {
      expect(existsSync(join(folder, 'node_modules', name))).toBe(false);
    }
  });

  test('runs the example in plain Node', () => {
    cpSync(join(root, 'examples/two-lanes.mjs'), join(folder, 'two-lanes.mjs'));
    expect(execFileSync(process.execPath, ['two-lanes.mjs'], { cwd: folder, encoding: 'utf8' }))
      .toBe(`Raw inputs, 1000 steps
  loss 0.075354
  reached 0.01 at step none
  condition number 166768
  stable up to learning rate 0.786796
Standardized, 1000 steps
  loss 0.002253
  reached 0.01 at step 1
  condition number 1.02762
  stable up to learning rate 0.986560
`);
  });

  test('has types that a strict program compiles with, and that need no DOM', () => {
    writeFileSync(
      join(folder, 'author.mts'),
      `import { createLanes, defaultExperiment, type Lane } from 'normscape';
const lanes: Lane[] = createLanes(defaultExperiment());
export const losses: number[] = lanes.map((lane) => lane.loss);
// @ts-expect-error A loss is a number, so types are known and not any.
export const words: string[] = lanes.map((lane) => lane.loss);
`,
    );
    const options = '--noEmit --strict --module nodenext --target es2023 --lib es2023 --types ""';
    const compiler = join(root, 'node_modules', '.bin', 'tsc');
    expect(run(`"${compiler}" ${options} author.mts`)).toBe('');
  });
});
