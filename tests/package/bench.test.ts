// The benchmark's own packages stay in its folder, and its programs compute what the engine computes.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createCase, networks } from '../../bench/cases.mjs';
import { compileNative, findCompiler } from '../../bench/native.mjs';
import * as engine from '../../src/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packageOf = (path: string) =>
  JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as Record<string, Record<string, string>>;

test('nothing that the engine is compared with is a dependency of it, or is published with it', () => {
  const product = packageOf('package.json');
  const peers = Object.keys(packageOf('bench/package.json').dependencies);
  expect(peers.length).toBeGreaterThan(0);
  for (const peer of peers) {
    expect(product.dependencies).not.toHaveProperty([peer]);
    expect(product.devDependencies).not.toHaveProperty([peer]);
  }
  expect(product.files).not.toContain('bench');
  expect(existsSync(`${root}bench/package-lock.json`)).toBe(true);
});

const compiler = findCompiler();

test.skipIf(!compiler)('the C program has the losses and the gradient of the engine', () => {
  if (!compiler) return;
  const folder = mkdtempSync(join(tmpdir(), 'normscape-native-'));
  try {
    for (const network of networks) {
      const subject = createCase(engine, { ...network, grid: 3 }, { rows: 32 });
      const native = compileNative(compiler, folder, subject);
      const { objective, plane } = subject;
      const gradient = new Float64Array(objective.size);
      const loss = objective.evaluate(plane.origin, gradient);
      const [found, ...slopes] = native.stepResult();
      expect(Math.abs((found ?? NaN) / loss - 1)).toBeLessThan(1e-13);
      slopes.forEach((slope: number, k: number) => {
        expect(Math.abs(slope - gradient[k])).toBeLessThan(1e-13);
      });
      const { heights } = engine.sampleSurface(objective, plane, 3, 3);
      native.surfaceLosses(3).forEach((height: number, k: number) => {
        expect(Math.abs(height / heights[k] - 1)).toBeLessThan(1e-5);
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
