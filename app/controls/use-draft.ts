// A text being typed into a field: it stays as typed until it means something, with a sentence about what is wrong.
import { useState, type KeyboardEvent } from 'react';
import type { Parsed } from './number-text.ts';

export interface Draft<K extends string> {
  readonly texts: Readonly<Record<K, string>>;
  readonly problem: string | null;
  type(key: K, text: string): void;
  /** Applies what was typed, or says why not. */
  commit(): void;
  /** Enter applies and Escape takes back; true if the key was one of them. */
  key(event: KeyboardEvent): boolean;
}

interface State<K extends string> {
  readonly texts: Readonly<Record<K, string>>;
  readonly problem: string | null;
  /** What the field would show if nothing were typed, when the typing began. */
  readonly from: string;
}

/**
 * @param shown the texts of the value in force; when they change from outside, what was typed gives way
 * @param parse what the typed texts mean
 */
export function useDraft<K extends string, T>(
  shown: Readonly<Record<K, string>>,
  parse: (texts: Readonly<Record<K, string>>) => Parsed<T>,
  apply: (value: T) => void,
): Draft<K> {
  const [state, setState] = useState<State<K> | null>(null);
  const from = JSON.stringify(shown);
  const draft = state?.from === from ? state : null;

  const commit = () => {
    if (!draft) return;
    const parsed = parse(draft.texts);
    if (parsed.value === null) {
      setState({ ...draft, problem: parsed.problem });
      return;
    }
    setState(null);
    apply(parsed.value);
  };

  return {
    texts: draft?.texts ?? shown,
    problem: draft?.problem ?? null,
    type(key, text) {
      const texts = { ...(draft?.texts ?? shown), [key]: text };
      // Once a sentence is shown it goes as soon as the text is right, and changes with what is wrong.
      const problem = draft?.problem ? parse(texts).problem : null;
      setState({ texts, problem, from });
    },
    commit,
    key(event) {
      if (event.key !== 'Enter' && event.key !== 'Escape') return false;
      if (event.key === 'Enter') commit();
      else setState(null);
      return true;
    },
  };
}
