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
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, unknown>>;
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

// Longer than a test may take: packing compiles the engine and builds the components.
beforeAll(() => {
  execSync(`npm pack --silent --pack-destination "${folder}"`, { cwd: root, stdio: 'ignore' });
  const { version } = manifestOf(root);
  mkdirSync(installed, { recursive: true });
  run(`tar -xzf normscape-${version}.tgz -C node_modules/normscape --strip-components=1`);
  Object.keys(manifestOf(installed).dependencies ?? {}).forEach(install);
  const consumer = { type: 'module', dependencies: { normscape: version } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(consumer));
}, 120_000);
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
    const ofEngine = files.filter((name) => !/^(react|element)[\\/]/.test(name));
    for (const name of ofEngine) {
      expect(name).toMatch(/\.(js|d\.ts)$/);
      const partner = name.endsWith('.js')
        ? name.replace(/\.js$/, '.d.ts')
        : name.replace(/\.d\.ts$/, '.js');
      expect(ofEngine).toContain(partner);
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

describe('the packed components', () => {
  const parts = (name: string) =>
    readdirSync(join(installed, 'dist-package', name)).map((file) => [
      file,
      readFileSync(join(installed, 'dist-package', name, file), 'utf8'),
    ]);

  test('leave React and three.js to the author, who need not have them for the engine', () => {
    const { peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(installed);
    const peers = ['@react-three/fiber', 'react', 'react-dom', 'three'];
    expect(Object.keys(peerDependencies).sort()).toEqual(peers);
    for (const name of peers) expect(peerDependenciesMeta[name]).toEqual({ optional: true });
    const asked = parts('react')
      .filter(([file]) => file?.endsWith('.js'))
      .flatMap(([, text = '']) => [
        ...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*["'`]([^"'`\s]+)["'`]/g),
      ])
      .map(([, specifier = '']) => specifier)
      .filter((specifier) => !specifier.startsWith('./'));
    expect([...new Set(asked)].sort()).toEqual([
      '@react-three/fiber',
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'three',
    ]);
  });

  test('come with the licences of what is built into them', () => {
    const licencesOf = (name: string) =>
      parts(name).find(([file]) => file?.endsWith('licenses.md'))?.[1] ?? '';
    for (const name of ['react', 'element']) expect(licencesOf(name)).toContain('d3-scale');
    expect(licencesOf('element')).toContain('## preact');
    // An author's page has one React, and a guest brings none.
    for (const name of ['react', 'element']) expect(licencesOf(name)).not.toContain('## react');
  });

  test('can be imported on a server, where the children are rendered', () => {
    ['react', 'react-dom', 'three', '@react-three/fiber'].forEach(install);
    writeFileSync(
      join(folder, 'server.mjs'),
      `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Normscape } from 'normscape/react';
import 'normscape/element';
const children = createElement('p', null, 'A picture of it.');
const props = { lanes: 'raw,standard', lr: 0.3, autoplay: true, className: 'wide', title: 'A figure' };
console.log(renderToString(createElement(Normscape, props, children)));
`,
    );
    expect(run(`"${process.execPath}" server.mjs`)).toBe(
      '<div class="wide"><p>A picture of it.</p></div>\n',
    );
  });

  test('have types that a strict program compiles with', () => {
    const types = ['react', 'react-dom'].map((name) => `@types/${name}`);
    types.forEach(install);
    writeFileSync(
      join(folder, 'author.tsx'),
      `import { useRef } from 'react';
import { Normscape, type FigureControls } from 'normscape/react';
import 'normscape/element';
export function Post() {
  const figure = useRef<FigureControls>(null);
  const last = () => figure.current?.getState().lanes.map((lane) => lane.loss.toFixed(3));
  // @ts-expect-error A typing mistake is none of the keys.
  const wrong = <Normscape lanez="raw" />;
  return (
    <Normscape ref={figure} lanes="raw,standard" lr={0.3} poster={false} onStep={({ step }) => step + 1}>
      <p>{last()}</p>
      {wrong}
    </Normscape>
  );
}
const element = document.querySelector('norm-scape');
element?.seek(3);
element?.addEventListener('notice', ({ detail }) => detail.text.trim());
// @ts-expect-error A step is a number.
element?.seek('three');
`,
    );
    const options =
      '--noEmit --strict --module nodenext --target es2022 --lib es2023,dom --jsx react-jsx --types react';
    const compiler = join(root, 'node_modules', '.bin', 'tsc');
    expect(run(`"${compiler}" ${options} author.tsx`)).toBe('');
  });
});
