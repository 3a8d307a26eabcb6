// npm run docs: docs/api.md, from the comments of what src/index.ts exports.
// `node scripts/docs.mjs -` prints it instead of writing it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declarationOf, readExports } from './declarations.mjs';
import { buildPackage } from './pack.mjs';
import { root } from './shell.mjs';

const heading = `# The engine

What \`import { ... } from 'normscape'\` offers: arithmetic on arrays, without a page, for Node, workers and bundlers.
Parameters are one flat \`Float64Array\`, in PyTorch's order; everything random comes from a seed.

<!-- Written by \`npm run docs\` from the comments in src/. Change those, not this. -->
`;

/** @returns {Promise<string>} the text of docs/api.md */
export async function writeApi() {
  // Inside the project, so that the compiled engine finds its packages.
  const folder = `node_modules/.cache/normscape/docs-${process.pid}`;
  try {
    await buildPackage(folder);
    const engine = await import(pathToFileURL(join(root, folder, 'index.js')).href);
    const sections = readExports(readFileSync(join(root, 'src/index.ts'), 'utf8'));
    const parts = sections.flatMap(({ title, names }) => [
      `## ${title}\n`,
      ...names.map(({ name, from }) => item(name, from, join(root, folder), engine[name])),
    ]);
    return [heading, ...parts].join('\n');
  } finally {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
}

/** One exported name. @param value what it is at run time; undefined for a type */
function item(name, from, folder, value) {
  const { code, comment, file } = declarationOf(name, from, folder);
  const isRegistry = Array.isArray(value?.all);
  const isBare = comment === '' && (isRegistry || name === nameOf(file));
  const words = isBare ? purposeOf(file) : describe(comment);
  const parts = [`### ${name}\n`, '```ts', narrow(code), '```\n', words];
  if (isRegistry) parts.push(memberTable(value.all));
  return parts.filter((part) => part !== '').join('\n');
}

/** What a file called `network/loss-scale` is about: `LossScale`. */
const nameOf = (file) =>
  file
    .replace(/^.*\//, '')
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');

/** The comment at the head of a source file, which tells its purpose. */
function purposeOf(file) {
  const source = readFileSync(join(root, 'src', `${file}.ts`), 'utf8');
  const [head = ''] = /^(\/\/ .*\n)+/.exec(source) ?? [];
  return head.replace(/^\/\/ /gm, '');
}

/** The compiler indents by four spaces. */
const narrow = (code) => code.replace(/^( {4})+/gm, (spaces) => ' '.repeat(spaces.length / 2));

/** A doc comment as Markdown: its text, then a list of what its tags say. */
function describe(comment) {
  const [text, ...tags] = comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .trim()
    .split(/^@|\n@|(?<=\. )@/);
  const list = tags.map((tag) => {
    const words = tag.replace(/\s+/g, ' ').trim();
    return words
      .replace(/^param (\S+) ?/, '- `$1`: ')
      .replace(/^returns /, '- returns ')
      .replace(/^throws \{(\w+)\} ?/, '- throws `$1` ');
  });
  return [text.trim(), list.join('\n')]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n');
}

const cell = (text) => text.replaceAll('|', '\\|');

function memberTable(all) {
  const rows = all.map(({ id, label, blurb }) => `| \`${id}\` | ${cell(label)} | ${cell(blurb)} |`);
  return ['| id | label | what it does |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = await writeApi();
  if (process.argv[2] === '-') process.stdout.write(text);
  else writeFileSync(join(root, 'docs/api.md'), text);
}
