// What an axis is called where its whole name has no room: the same with less detail. Pure.

type Names = readonly [string, string];

const shorter: readonly ((name: string) => string)[] = [
  // What the note below says as well, or all the axes of the figure have in common.
  (name) => name.replace(/ of variance|the end of |^weight of |^random /, ''),
  (name) => name.replace(/( \([^()]*\)|, .*| → .*)$/, ''),
  (name) => name.replace('vector', 'v.'),
];

/** From long to short, both names at the same length; each of them once. */
export function nameForms(names: Names): Names[] {
  const forms: Names[] = [names];
  for (const shorten of shorter) {
    const [first, second] = forms[forms.length - 1] ?? names;
    const next: Names = [shorten(first), shorten(second)];
    // Two axes of one name would be told apart by nothing.
    if (next.join() !== [first, second].join() && next[0] !== next[1]) forms.push(next);
  }
  return forms;
}
