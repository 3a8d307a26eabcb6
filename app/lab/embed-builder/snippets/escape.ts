// Texts of an author as parts of other languages, so that none of them ends where the author did not mean it to.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Hugo, Liquid and Jinja would take double braces for their own.
  '{': '&#123;',
  '}': '&#125;',
};

/** A text on one line: no snippet survives line ends everywhere. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** The inside of a quoted attribute, or the text between tags. */
export const html = (text: string): string =>
  oneLine(text).replace(/[&<>"{}]/g, (character) => entities[character] ?? character);

/** A string in double quotes, for JavaScript, JSX braces and Python; harmless inside a `<script>`, too. */
export const quoted = (text: string): string =>
  JSON.stringify(oneLine(text)).replace(
    /[<>&{}]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A parameter of a Hugo shortcode, which knows no escapes: a raw string, in which only a backtick cannot stand. */
export const hugo = (text: string): string => `\`${oneLine(text).replaceAll('`', '\u2018')}\``;

/** Words in Markdown: whatever could mean something there, means itself. */
export const markdown = (text: string): string =>
  oneLine(text).replace(
    /[\\`*_{}[\]()#+\-.!|<>~$@^%:"'&]/g,
    (character) => entities[character] ?? `\\${character}`,
  );

/** An address inside the round brackets of Markdown. */
export const markdownAddress = (address: string): string =>
  address.replace(
    /[()<>\\ ]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
