// The house rules of imports: which file may import which, and from which package. See CONTRIBUTING.md.
import { posix } from 'node:path';

/** Text of each file by its path from the project's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

interface Room {
  readonly floor: number;
  /** Rooms that may not import each other although they are on one floor have different families. */
  readonly family: string;
}

const families = ['data', 'scaling', 'network', 'optimizers', 'landscape'];
const views = ['figure', 'scene', 'plot', 'controls'];
const doors = ['main', 'embed', 'element', 'react', 'single'];
const enginePackages = ['d3-dsv', 'fflate'];

/** The room a file is in, or null for one that is in none. */
export function roomOf(path: string): Room | null {
  const [side, folder = '', ...rest] = path.split('/');
  const top = rest.length === 0;
  if (side === 'src') {
    if (top)
      return path === 'src/index.ts'
        ? { floor: 3.5, family: 'engine' }
        : { floor: 1, family: 'nouns' };
    if (folder === 'math') return { floor: 1, family: 'nouns' };
    if (families.includes(folder)) return { floor: 2, family: folder };
    if (folder === 'experiment') return { floor: 3, family: folder };
  }
  if (side === 'app') {
    if (top) {
      const door = doors.includes(posix.parse(path).name);
      return door ? { floor: 7, family: 'doors' } : { floor: 3.8, family: 'helpers' };
    }
    if (folder === 'session') return { floor: 4, family: folder };
    if (views.includes(folder)) return { floor: 5, family: 'views' };
    if (['lab', 'story', 'embed', 'element'].includes(folder)) return { floor: 6, family: 'pages' };
  }
  return null;
}

/** What a file imports, in any form: static, dynamic, re-exported, types only, or as a worker's address. */
export function importsOf(source: string): string[] {
  const forms = [
    /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"`]([^'"`]+)['"`]/g,
    /\bnew URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  const found = forms.flatMap((form) => [...source.matchAll(form)].map((match) => match[1] ?? ''));
  return [...new Set(found.map((specifier) => specifier.replace(/\?.*$/, '')))];
}

/** The imported file's path; null for a package, or for what is not code, such as a style sheet. */
function resolve(from: string, specifier: string, sources: Sources): string | null {
  if (!specifier.startsWith('.')) return null;
  const path = posix.join(posix.dirname(from), specifier);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  return candidates.find((candidate) => sources.has(candidate)) ?? null;
}

function brokenFileRule(from: string, to: string): string | null {
  const [importer, imported] = [roomOf(from), roomOf(to)];
  if (!importer || !imported) return 'which is in no room of the house';
  if (from.startsWith('app/') && to.startsWith('src/') && to !== 'src/index.ts')
    return 'but app/ reaches the engine only through src/index.ts';
  if (imported.floor > importer.floor) return 'which is on a higher floor';
  if (imported.floor === 2 && importer.floor === 2 && imported.family !== importer.family)
    return 'but the families are strangers to each other';
  return null;
}

function brokenPackageRule(from: string, specifier: string): string | null {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (from.startsWith('src/'))
    return enginePackages.includes(name)
      ? null
      : `but src/ uses only ${enginePackages.join(' and ')}`;
  if ((name === 'three' || name === '@react-three/fiber') && !from.startsWith('app/scene/'))
    return 'but three.js belongs to app/scene';
  const floor = roomOf(from)?.floor ?? 0;
  if (floor === 4 && (/^(react|react-dom)$/.test(name) || specifier === 'zustand'))
    return 'but app/session knows no React';
  if (name.startsWith('d3-') && floor !== 5 && floor !== 3.8) return 'but d3 belongs to the views';
  return null;
}

/** One sentence for each import that breaks a rule, naming both sides; none is what we want. */
export function brokenFloors(sources: Sources): string[] {
  const broken: string[] = [];
  for (const [from, source] of sources) {
    if (!roomOf(from)) broken.push(`${from} is in no room of the house`);
    for (const specifier of importsOf(source)) {
      const to = resolve(from, specifier, sources);
      const rule = to
        ? brokenFileRule(from, to)
        : specifier.startsWith('.')
          ? null
          : brokenPackageRule(from, specifier);
      if (rule) broken.push(`${from} imports ${to ?? specifier}, ${rule}`);
    }
  }
  return broken;
}

/** Every circle once, as `a.ts -> b.ts -> a.ts`; imports of types count as well. */
export function importCircles(sources: Sources): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      circles.push([...trail.slice(start), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const specifier of importsOf(sources.get(file) ?? '')) {
      const next = resolve(file, specifier, sources);
      if (next) visit(next, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of sources.keys()) visit(file, []);
  return circles;
}
