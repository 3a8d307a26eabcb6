// Values as JSON that can be read by people too: rows of numbers stand on one line.

/** What is not a finite number becomes null, as JSON has no other word for it. */
export function jsonText(value: unknown, indent = ''): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value) && value.some((entry) => typeof entry === 'object' && entry !== null)) {
    const inner = value.map((entry) => `${indent}  ${jsonText(entry, `${indent}  `)}`);
    return `[\n${inner.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  const entries = Object.entries(value).map(
    ([key, entry]) => `${indent}  ${JSON.stringify(key)}: ${jsonText(entry, `${indent}  `)}`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
