// Reads exported declarations and their comments from the files that the compiler writes.
import { readFileSync } from 'node:fs';
import { posix, join } from 'node:path';

/**
 * What an index file exports, section by section: a line comment that stands alone begins one.
 *
 * @param {string} source text of the index
 * @returns {{ title: string, names: { name: string, from: string }[] }[]}
 */
export function readExports(source) {
  const sections = [];
  const pattern = /^\/\/ (.+)$|^export (?:type )?\{([^}]*)\} from '([^']+)';/gm;
  for (const [, title, list, from] of source.matchAll(pattern)) {
    if (title !== undefined) sections.push({ title, names: [] });
    else {
      const names = list.split(',').map((name) => name.trim().replace(/^type /, ''));
      const section = sections.at(-1);
      section.names.push(...names.filter(Boolean).map((name) => ({ name, from })));
    }
  }
  return sections.filter(({ names }) => names.length > 0);
}

/**
 * The declaration of one name, followed through re-exports.
 *
 * @param {string} from the module as the index names it, `./lane.ts`
 * @param {string} folder where the compiled files are
 * @returns {{ code: string, comment: string, file: string }} without `export declare`; the doc comment, or an empty
 *   string; the module's path without its ending
 * @throws {Error} if there is none
 */
export function declarationOf(name, from, folder) {
  const file = posix.normalize(from).replace(/\.[jt]s$/, '');
  const text = readFileSync(join(folder, `${file}.d.ts`), 'utf8');
  const start = new RegExp(
    `^export (?:declare )?(?:function|const|interface|type|class) ${name}\\b`,
    'm',
  ).exec(text)?.index;
  if (start !== undefined) {
    const code = text
      .slice(start, endOf(text, start))
      .replace(/^export (declare )?/, '')
      .replace(/import\("[^"]*"\)\./g, '');
    const before = text.slice(0, start).trimEnd();
    const comment = before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
    return { code, comment, file };
  }
  for (const [, list, next] of text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)';/gm)) {
    if (list.split(',').some((entry) => entry.trim() === name)) {
      return declarationOf(name, posix.join(posix.dirname(file), next), folder);
    }
  }
  throw new Error(`missing declaration: ${name} (looked for in ${file})`);
}

/** Where a declaration ends: at a semicolon outside all brackets, or at the brace that closes an interface. */
function endOf(text, start) {
  const isBlock = /^export (?:declare )?(?:interface|class)/.test(text.slice(start, start + 30));
  let depth = 0;
  for (let k = start; k < text.length; k++) {
    if (text.startsWith('/*', k)) k = text.indexOf('*/', k) + 1;
    else if (`'"\``.includes(text[k])) k = text.indexOf(text[k], k + 1);
    else if ('([{'.includes(text[k])) depth++;
    else if (')]}'.includes(text[k])) {
      depth--;
      if (isBlock && depth === 0) return k + 1;
    } else if (text[k] === ';' && depth === 0) return k + 1;
  }
  return text.length;
}
