// The keys of a figure, heard while the focus is inside it (Space also while it is nowhere), never while one types.
import { useEffect, type RefObject } from 'react';
import type { FigureSession } from '../session/types.ts';
import { nextSeed } from './knobs.ts';
import { stepBack } from './step-back.ts';
import { togglePlay } from './toggle-play.ts';

export type FigureAction = 'toggle' | 'step' | 'back' | 'reset' | 'seed';

/** The part of a keyboard event that decides. */
export interface KeyStroke {
  readonly key: string;
  readonly repeat: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey?: boolean;
}

/** The part of the focused element that decides. */
export interface KeyTarget {
  readonly tagName: string;
  readonly type?: string;
  readonly isContentEditable?: boolean;
  /** Set on what brings its own keys, as a drawing that moves by arrows and Space. */
  readonly role?: string | null;
}

const actions = new Map<string, FigureAction>([
  [' ', 'toggle'],
  ['s', 'step'],
  ['.', 'step'],
  ['b', 'back'],
  [',', 'back'],
  ['r', 'reset'],
  ['n', 'seed'],
]);
/** Elements on which Space already does something. */
const spaceTags = ['BUTTON', 'SUMMARY', 'A'];

/** What a key means for the figure at this element; null to leave it alone. */
export function figureAction(stroke: KeyStroke, target: KeyTarget): FigureAction | null {
  if (stroke.altKey || stroke.ctrlKey || stroke.metaKey) return null;
  const action = actions.get(stroke.key.toLowerCase()) ?? null;
  if (action === null || (stroke.repeat && action !== 'step' && action !== 'back')) return null;
  const tag = target.tagName.toUpperCase();
  if (target.isContentEditable || tag === 'TEXTAREA' || tag === 'SELECT') return null;
  if (tag === 'INPUT' && target.type === 'range') return action;
  if (tag === 'INPUT') {
    const ticked = target.type === 'radio' || target.type === 'checkbox';
    return ticked && action !== 'toggle' ? action : null;
  }
  const ownsSpace = spaceTags.includes(tag) || target.role === 'button';
  return ownsSpace && action === 'toggle' ? null : action;
}

/** On the page outside any figure, Space alone is heard, and only where one figure can be meant. */
export function pageAction(stroke: KeyStroke, figures: number): FigureAction | null {
  if (stroke.shiftKey || figures !== 1) return null;
  const action = figureAction(stroke, { tagName: 'BODY' });
  return action === 'toggle' ? action : null;
}

function act(session: FigureSession, action: FigureAction): void {
  if (action === 'toggle') togglePlay(session);
  else if (action === 'step') session.step();
  else if (action === 'back') stepBack(session);
  else if (action === 'reset') session.reset();
  else session.update({ seed: nextSeed(session.store.getState().experiment.seed) });
}

/**
 * Listens on the figure's root element: Space plays and pauses, S or . steps, B or , steps back, R resets, N takes the
 * next seed. Space is also heard while nothing on the page has the focus.
 */
export function useFigureKeys(session: FigureSession, element: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const root = element.current;
    if (!root) return undefined;
    const listen = (event: KeyboardEvent) => {
      const target = event.composedPath()[0];
      if (event.defaultPrevented || !(target instanceof HTMLElement)) return;
      const action = figureAction(event, {
        tagName: target.tagName,
        type: target instanceof HTMLInputElement ? target.type : '',
        isContentEditable: target.isContentEditable,
        role: target.getAttribute('role'),
      });
      if (action === null) return;
      event.preventDefault();
      act(session, action);
    };
    const listenOnPage = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.target !== document.body) return;
      const action = pageAction(event, document.querySelectorAll('[data-figure]').length);
      if (action === null) return;
      event.preventDefault();
      act(session, action);
    };
    root.addEventListener('keydown', listen);
    document.addEventListener('keydown', listenOnPage);
    return () => {
      root.removeEventListener('keydown', listen);
      document.removeEventListener('keydown', listenOnPage);
    };
  }, [session, element]);
}
