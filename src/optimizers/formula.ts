// The formulas of the optimizers as programs: what a reader is shown is what is computed, with numbers put in for letters.

/** `target = expression`, as in `v = mu * v + g`. */
export interface Statement {
  readonly target: string;
  readonly tokens: readonly string[];
}

/** @throws {RangeError} on a statement without an equals sign, or a character that no formula has */
export function parseFormula(formula: string): Statement[] {
  return formula.split(';').map((text) => {
    const [target, expression, ...rest] = text.split('=').map((part) => part.trim());
    if (!target || !expression || rest.length > 0) {
      throw new RangeError(`unreadable statement: ${text.trim()} (target = expression)`);
    }
    const tokens = expression.match(/[A-Za-z]\w*|\d+(\.\d+)?|[-+*/^()]/g) ?? [];
    if (tokens.join('') !== expression.replace(/\s/g, '')) {
      throw new RangeError(`unreadable expression: ${expression}`);
    }
    return { target, tokens };
  });
}

/**
 * The value of an expression of + - * / ^ sqrt() and parentheses, for these values of its letters.
 * @throws {RangeError} on an unknown letter, or an expression that ends too early or too late
 */
export function evaluateTokens(
  tokens: readonly string[],
  values: ReadonlyMap<string, number>,
): number {
  let position = 0;
  const take = (token: string) => {
    if (tokens[position] !== token) return false;
    position++;
    return true;
  };
  const expect = (token: string) => {
    if (!take(token)) throw new RangeError(`missing ${token} in: ${tokens.join(' ')}`);
  };

  const sum = (): number => {
    let value = product();
    for (;;) {
      if (take('+')) value += product();
      else if (take('-')) value -= product();
      else return value;
    }
  };
  const product = (): number => {
    let value = power();
    for (;;) {
      if (take('*')) value *= power();
      else if (take('/')) value /= power();
      else return value;
    }
  };
  const power = (): number => {
    const base = atom();
    return take('^') ? base ** power() : base;
  };
  const atom = (): number => {
    if (take('-')) return -power();
    if (take('(')) {
      const value = sum();
      expect(')');
      return value;
    }
    if (take('sqrt')) {
      expect('(');
      const value = Math.sqrt(sum());
      expect(')');
      return value;
    }
    const token = tokens[position] ?? '';
    const value = /^\d/.test(token) ? Number(token) : values.get(token);
    if (value === undefined) {
      throw new RangeError(
        `unknown symbol: ${token || 'end'} (known: ${[...values.keys()].join(', ')})`,
      );
    }
    position++;
    return value;
  };

  const value = sum();
  if (position < tokens.length) throw new RangeError(`what follows the end: ${tokens[position]}`);
  return value;
}
