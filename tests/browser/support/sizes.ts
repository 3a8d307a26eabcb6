// What the built pages weigh on their way to a reader: compressed with brotli, as hosts send them.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = new URL('../../../dist/', import.meta.url).pathname;
const read = (file: string) => readFileSync(join(dist, file));
const size = (file: string) => brotliCompressSync(read(file)).length;
const total = (files: Iterable<string>) =>
  [...files].reduce((bytes, file) => bytes + size(file), 0);

/** Files that a chunk cannot start without, itself among them. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  if (!file.endsWith('.js')) return found;
  // `import x from "./y.js"`, `import "./y.js"` and `export ... from "./y.js"`, but not `import("./y.js")`.
  const statements = read(file)
    .toString()
    .matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
  for (const [, name] of statements) withImports(`${dirname(file)}/${name}`, found);
  return found;
}

/** Files that a page fetches before it can draw. */
function firstFiles(page: string): Set<string> {
  const found = new Set([page]);
  const named = read(page)
    .toString()
    .matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g);
  for (const [, name] of named) withImports(name, found);
  return found;
}

/** Where the scripts and styles of a page are: the embed is a build of its own. */
const folders = new Map([
  ['index.html', 'assets'],
  ['embed.html', 'assets/embed'],
]);
const folderOf = (page: string) => folders.get(page) ?? 'unknown';

const filesOf = (page: string) =>
  readdirSync(join(dist, folderOf(page)), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${folderOf(page)}/${name}`);

/** The only script of a page whose name begins so, from the root of the build. */
export function assetNamed(prefix: string, page = 'index.html'): string {
  const names = filesOf(page).filter(
    (file) => file.startsWith(`${folderOf(page)}/${prefix}`) && file.endsWith('.js'),
  );
  if (names.length !== 1)
    throw new Error(`${names.length} scripts are named ${prefix}… (1 wanted)`);
  return names[0];
}

/** Bytes of one file of the build. */
export const fileSize = (file: string): number => size(file);

/** Bytes of all that a page fetches before it can draw. */
export const firstViewSize = (page: string): number => total(firstFiles(page));

const chunk = (prefix: string, page: string) => withImports(assetNamed(prefix, page));

/** Bytes of all that a chunk brings to a page whose first view and other chunks are there. */
export function lateSize(page: string, prefix: string, others: readonly string[]): number {
  const before = [firstFiles(page), ...others.map((other) => chunk(other, page))];
  const known = new Set(before.flatMap((files) => [...files]));
  return total([...chunk(prefix, page)].filter((file) => !known.has(file)));
}

/** Bytes of everything that a page may ever fetch. */
export const wholeSize = (page: string): number => total(filesOf(page));
