// The React component and the web component of the package, with their types, beside the engine.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, shell } from './shell.mjs';

/** Each is a folder of the package, and what its types begin at. */
const components = [
  { name: 'react', types: 'app/react.d.ts', as: 'index.d.ts' },
  { name: 'element', types: 'app/element/element-types.d.ts', as: 'norm-scape.d.ts' },
];

const typeOptions = [
  '--noEmit false',
  '--emitDeclarationOnly',
  '--declaration',
  '--composite false',
  '--incremental false',
  '--rootDir .',
];

/**
 * @param {string} folder of the package, in which the engine is already; relative to that of package.json
 * @throws {Error} if something does not build
 */
export async function buildComponents(folder) {
  for (const { name } of components) {
    const target = JSON.stringify(`${folder}/${name}`);
    await run(`vite build --config vite.${name}.config.ts --outDir ${target} --logLevel warn`);
  }
  const types = `node_modules/.cache/normscape/component-types-${process.pid}`;
  try {
    // The types of app/ rest on those of src/, which nobody may have written yet.
    await run('tsc -b src');
    await run(`tsc -p app ${typeOptions.join(' ')} --outDir ${JSON.stringify(types)}`);
    for (const { name, types: first, as } of components) {
      copyTypes(join(root, types), first, join(root, folder), join(root, folder, name, as));
    }
  } finally {
    rmSync(join(root, types), { recursive: true, force: true });
  }
}

async function run(command) {
  // A test that packs must not have what is built for tests.
  const code = await shell(command, { NODE_ENV: 'production' });
  if (code !== 0) throw new Error(`failed build: ${command} ended with code ${code}, see above.`);
}

/**
 * Copies a file of types and those that it asks for; what is the engine's, it asks the engine for.
 *
 * @param {string} from the folder that all types were written to
 * @param {string} first the file's path in it
 * @param {string} folder of the package
 * @param {string} target where the file goes; those that it asks for go beside it
 */
function copyTypes(from, first, folder, target, done = new Set()) {
  if (done.has(target)) return;
  done.add(target);
  const text = readFileSync(join(from, first), 'utf8').replace(
    /((?:from |import\()['"])(\.[^'"]*?)\.tsx?(['"])/g,
    (_, before, specifier, after) => {
      const wanted = join(dirname(first), specifier);
      if (wanted === join('src', 'index')) return `${before}${reach(target, folder)}${after}`;
      if (!existsSync(join(from, `${wanted}.d.ts`))) throw new Error(`missing types: ${wanted}`);
      const name = wanted.split(/[\\/]/).at(-1);
      copyTypes(from, `${wanted}.d.ts`, folder, join(dirname(target), `${name}.d.ts`), done);
      return `${before}./${name}.js${after}`;
    },
  );
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

const reach = (target, folder) =>
  `${relative(dirname(target), folder).replaceAll('\\', '/')}/index.js`;
