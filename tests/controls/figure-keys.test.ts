// Keys inside a figure: they drive the run, except where the same key already does something else.
import { describe, expect, it } from 'vitest';
import { figureAction, pageAction, type KeyTarget } from '../../app/controls/figure-keys.ts';
import { nextSeed, seedKnob } from '../../app/controls/knobs.ts';

const figure: KeyTarget = { tagName: 'SECTION' };
const stroke = (key: string, more = {}) => ({
  key,
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('keys in a figure', () => {
  it.each([
    [' ', 'toggle'],
    ['s', 'step'],
    ['S', 'step'],
    ['.', 'step'],
    ['b', 'back'],
    ['B', 'back'],
    [',', 'back'],
    ['r', 'reset'],
    ['n', 'seed'],
    ['x', null],
    ['Enter', null],
    ['constructor', null],
  ])('%j means %s', (key, action) => {
    expect(figureAction(stroke(key), figure)).toBe(action);
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'])('leaves keys with %s to the browser', (modifier) => {
    expect(figureAction(stroke('r', { [modifier]: true }), figure)).toBeNull();
  });

  it('repeats only steps while a key is held down', () => {
    expect(figureAction(stroke('s', { repeat: true }), figure)).toBe('step');
    expect(figureAction(stroke('b', { repeat: true }), figure)).toBe('back');
    expect(figureAction(stroke(' ', { repeat: true }), figure)).toBeNull();
    expect(figureAction(stroke('n', { repeat: true }), figure)).toBeNull();
  });

  it.each<KeyTarget>([
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'INPUT', type: 'number' },
    { tagName: 'TEXTAREA' },
    { tagName: 'SELECT' },
    { tagName: 'DIV', isContentEditable: true },
  ])('never act while something is typed or chosen: %o', (target) => {
    const keys = [' ', 's', '.', 'b', ',', 'r', 'n'];
    expect(keys.map((key) => figureAction(stroke(key), target))).toEqual(keys.map(() => null));
  });

  it.each<KeyTarget>([
    { tagName: 'BUTTON' },
    { tagName: 'SUMMARY' },
    { tagName: 'A' },
    { tagName: 'INPUT', type: 'radio' },
    { tagName: 'DIV', role: 'button' },
  ])('leave Space to what Space already drives: %o', (target) => {
    expect(figureAction(stroke(' '), target)).toBeNull();
    expect(figureAction(stroke('s'), target)).toBe('step');
  });

  it('act on a slider, which has no use for them', () => {
    expect(figureAction(stroke(' '), { tagName: 'INPUT', type: 'range' })).toBe('toggle');
  });
});

describe('keys while nothing has the focus', () => {
  it('play and pause by Space, where one figure can be meant', () => {
    expect(pageAction(stroke(' '), 1)).toBe('toggle');
    expect(pageAction(stroke(' '), 0)).toBeNull();
    expect(pageAction(stroke(' '), 2)).toBeNull();
  });

  it.each(['s', 'b', 'r', 'n'])('leave %j alone', (key) => {
    expect(pageAction(stroke(key), 1)).toBeNull();
  });

  it('leave Space to the browser where it scrolls back, repeats or has a modifier', () => {
    for (const more of [{ shiftKey: true }, { repeat: true }, { ctrlKey: true }]) {
      expect(pageAction(stroke(' ', more), 1)).toBeNull();
    }
  });
});

it('takes the seeds one after another, and begins again after the last', () => {
  expect(nextSeed(1)).toBe(2);
  expect(nextSeed(seedKnob.max)).toBe(seedKnob.min);
});
