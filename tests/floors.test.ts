// Imports point down, through one door, and never in a circle; and the checker that says so can say no.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { brokenFloors, importCircles, importsOf } from './floors.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = new Map(
  ['src', 'app']
    .flatMap((side) =>
      readdirSync(`${root}/${side}`, { recursive: true, encoding: 'utf8' }).map(
        (name) => `${side}/${name.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')] as const),
);

describe('this project', () => {
  test('has its source files where the checker looks', () => {
    expect(sources.size).toBeGreaterThan(20);
    expect(importsOf(sources.get('src/index.ts') ?? '').length).toBeGreaterThan(5);
  });
  test('imports only what lies below, through the right doors', () => {
    expect(brokenFloors(sources)).toEqual([]);
  });
  test('has no circle of imports', () => {
    expect(importCircles(sources)).toEqual([]);
  });
});

describe('the checker', () => {
  test('reads every form of import', () => {
    const source = [
      `import a from './a.ts';`,
      `import {`,
      `  b,`,
      `} from "./b.ts";`,
      `import type { C } from './c.ts';`,
      `import './d.css';`,
      `export * from './e.ts';`,
      `export type { F } from './f.ts';`,
      `const g = await import('./g.tsx');`,
      `type H = import('./h.ts').H;`,
      `new Worker(new URL('./i.ts', import.meta.url), { type: 'module' });`,
      `import J from './j.ts?worker&inline';`,
      `// import no from './comment.ts'`,
      `const text = 'an import from a string';`,
    ].join('\n');
    const expected = [
      'a.ts',
      'b.ts',
      'c.ts',
      'd.css',
      'e.ts',
      'f.ts',
      'g.tsx',
      'h.ts',
      'i.ts',
      'j.ts',
    ];
    expect(importsOf(source).sort()).toEqual(expected.map((name) => `./${name}`));
  });

  /** A house of made-up files: each path with what it imports. */
  const house = (rooms: Record<string, string[]>) =>
    new Map(
      Object.entries(rooms).map(([path, imports]) => [
        path,
        imports.map((specifier) => `import { x } from '${specifier}';`).join('\n'),
      ]),
    );

  test('is content with a house in order', () => {
    const good = house({
      'src/knob.ts': [],
      'src/math/random.ts': [],
      'src/data/moons.ts': ['../math/random.ts', 'd3-dsv'],
      'src/landscape/curvature.ts': ['../knob.ts', 'd3-dsv'],
      'src/experiment/lane.ts': ['../data/moons.ts', '../landscape/curvature.ts'],
      'src/index.ts': ['./experiment/lane.ts', './data/moons.ts'],
      'app/theme.ts': ['d3-color'],
      'app/session/clock.ts': ['../../src/index.ts', 'zustand/vanilla'],
      'app/scene/Scene.tsx': [
        '../session/clock.ts',
        '../theme.ts',
        'three',
        '@react-three/fiber',
        'd3-scale',
      ],
      'app/figure/Figure.tsx': ['../scene/Scene.tsx', 'react'],
      'app/lab/Lab.tsx': ['../figure/Figure.tsx', '../../src/index.ts'],
      'app/main.ts': ['./lab/Lab.tsx', './main.css', 'react-dom/client'],
    });
    expect(brokenFloors(good)).toEqual([]);
    expect(importCircles(good)).toEqual([]);
  });

  test.each([
    ['src/knob.ts', './data/moons.ts', 'higher floor'],
    ['src/math/random.ts', '../experiment/lane.ts', 'higher floor'],
    ['src/data/moons.ts', '../scaling/standard.ts', 'strangers'],
    ['src/network/objective.ts', '../landscape/plane.ts', 'strangers'],
    ['src/data/moons.ts', '../index.ts', 'higher floor'],
    ['src/experiment/lane.ts', '../../app/theme.ts', 'higher floor'],
    ['app/session/clock.ts', '../../src/knob.ts', 'only through src/index.ts'],
    ['app/session/clock.ts', '../scene/Scene.tsx', 'higher floor'],
    ['app/theme.ts', './session/clock.ts', 'higher floor'],
    ['app/plot/contour.ts', '../lab/Lab.tsx', 'higher floor'],
    ['app/lab/Lab.tsx', '../main.ts', 'higher floor'],
    ['app/lab/Lab.tsx', '../../src/experiment/lane.ts', 'only through src/index.ts'],
    ['src/data/moons.ts', 'react', 'src/ uses only'],
    ['src/data/moons.ts', 'd3-array', 'src/ uses only'],
    ['src/data/moons.ts', 'node:fs', 'src/ uses only'],
    ['app/plot/contour.ts', 'three', 'belongs to app/scene'],
    ['app/figure/Figure.tsx', '@react-three/fiber', 'belongs to app/scene'],
    ['app/plot/contour.ts', 'three/examples/jsm/controls/OrbitControls.js', 'belongs to app/scene'],
    ['app/session/clock.ts', 'react', 'no React'],
    ['app/session/clock.ts', 'zustand', 'no React'],
    ['app/lab/Lab.tsx', 'd3-scale', 'belongs to the views'],
  ])('refuses that %s imports %s', (from, specifier, reason) => {
    const all = [
      'src/knob.ts',
      'src/index.ts',
      'src/math/random.ts',
      'src/data/moons.ts',
      'src/scaling/standard.ts',
      'src/landscape/plane.ts',
      'src/experiment/lane.ts',
      'app/theme.ts',
      'app/session/clock.ts',
      'app/scene/Scene.tsx',
      'app/lab/Lab.tsx',
      'app/main.ts',
    ];
    const files = house({
      ...Object.fromEntries(all.map((path) => [path, []])),
      [from]: [specifier],
    });
    const [sentence, ...more] = brokenFloors(files);
    expect(sentence).toContain(from);
    expect(sentence).toContain(specifier.split('/').at(-1));
    expect(sentence).toContain(reason);
    expect(more).toEqual([]);
  });

  test('refuses a lone file in no room', () => {
    expect(brokenFloors(house({ 'app/attic/box.ts': [] }))).toEqual([
      'app/attic/box.ts is in no room of the house',
    ]);
  });

  test('finds circles of two and of three, of types too, and each only once', () => {
    const two = new Map([
      ['src/a.ts', `import type { B } from './b.ts';`],
      ['src/b.ts', `import type { A } from './a.ts';`],
    ]);
    expect(importCircles(two)).toEqual(['src/a.ts -> src/b.ts -> src/a.ts']);
    const three = house({ 'src/a.ts': ['./b.ts'], 'src/b.ts': ['./c.ts'], 'src/c.ts': ['./a.ts'] });
    expect(importCircles(three)).toEqual(['src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts']);
    expect(importCircles(house({ 'src/a.ts': ['./a.ts'] }))).toEqual(['src/a.ts -> src/a.ts']);
  });
});
