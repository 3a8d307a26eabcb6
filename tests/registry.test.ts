// The table behind every menu: order, look-up, and what it says to an unknown id.
import { expect, it } from 'vitest';
import { datasets } from '../src/data/index.ts';
import { optimizers } from '../src/optimizers/index.ts';
import { createRegistry } from '../src/registry.ts';
import { scalings } from '../src/scaling/index.ts';

const entry = (id: string) => ({ id, label: id, blurb: `${id}.` });

it('keeps its members in order and gives each back by its id', () => {
  const all = ['b', 'a', 'c'].map(entry);
  const registry = createRegistry('thing', all);
  expect(registry.all).toBe(all);
  expect(registry.ids).toEqual(['b', 'a', 'c']);
  for (const member of all) {
    expect(registry.has(member.id)).toBe(true);
    expect(registry.get(member.id)).toBe(member);
  }
});

it('names what is unknown and what is known', () => {
  const registry = createRegistry('thing', ['a', 'b'].map(entry));
  expect(() => registry.get('c')).toThrow(new RangeError('unknown thing: c (known: a, b)'));
});

it('knows nothing that it was not given, not even what every object has', () => {
  const registry = createRegistry('thing', [entry('a')]);
  for (const id of ['', 'A', 'a ', '__proto__', 'constructor', 'toString']) {
    expect(registry.has(id)).toBe(false);
    expect(() => registry.get(id)).toThrow(RangeError);
  }
});

it('refuses two members of one id', () => {
  expect(() => createRegistry('thing', ['a', 'b', 'a'].map(entry))).toThrow('duplicate thing: a');
});

it('the families hold the members that links may name', () => {
  expect(datasets.ids).toEqual(
    expect.arrayContaining(['two-scales', 'two-scales-curved', 'two-scales-classes', 'wine']),
  );
  expect(scalings.ids).toEqual(
    expect.arrayContaining([
      'none',
      'centre',
      'scale',
      'standard',
      'minmax',
      'minmax-symmetric',
      'maxabs',
    ]),
  );
  expect(optimizers.ids).toEqual(
    expect.arrayContaining(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw']),
  );
  expect(() => optimizers.get('adm')).toThrow(/^unknown optimizer: adm \(known: sgd, momentum, /);
  expect(() => scalings.get('standart')).toThrow(
    /^unknown input scaling: standart \(known: none, /,
  );
  expect(() => datasets.get('moon')).toThrow(/^unknown data set: moon \(known: two-scales, /);
});
