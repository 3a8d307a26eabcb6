// A sample of experiments in which every member of every family takes part at least once.
import { expect } from 'vitest';
import {
  activations,
  optimizers,
  parseExperiment,
  scalings,
  schedules,
  type Experiment,
} from '../../src/index.ts';

const raw = (id: string) => (id === 'none' ? 'raw' : id);

/** One link a case, of one lane each unless it says otherwise. */
export const queries: readonly string[] = [
  // The first screen: one neuron, raw beside standardized.
  '',
  ...optimizers.ids.map(
    (id) => `net=4&lanes=standard%2Bbn&opt=${id}&lr=0.03&data=two-scales-curved&count=60`,
  ),
  ...optimizers.ids.map(
    (id) => `net=3&lanes=minmax&opt=${id}&lr=0.02&decay=0.1&clip=0.3&batch=8&count=41`,
  ),
  ...activations.ids.map(
    (id) => `net=3-4&act=${id}&lanes=standard,standard%2Bbn-after&data=wine&lr=0.2&batch=30`,
  ),
  ...scalings.ids.map((id) => `net=2&lanes=${raw(id)}&data=wine&lr=0.01`),
  ...schedules.ids.map((id) => `lanes=standard&schedule=${id}&every=10&period=30&rise=20&lr=0.3`),
  // Every place, with and without mini-batches, deep and shallow.
  'net=3-3-3&lanes=raw,raw%2Bbn,raw%2Bbn-after,raw%2Bbn-input&data=two-scales-classes&lr=0.1',
  'net=3&lanes=raw,raw%2Bbn,raw%2Bbn-after,raw%2Bbn-input&data=two-scales-classes&batch=16&lr=0.1',
  'net=0&lanes=raw%2Bbn-input,standard%2Bbn-input~batch:7&opt=adam&lr=0.1',
  // Layer norm, and either norm with its numbers.
  'net=4-3&lanes=raw%2Bln,standard%2Bln~act:gelu,standard%2Bln~batch:16~opt:adam&lr=0.1',
  'net=3&lanes=raw%2Bln,raw%2Bbn,raw%2Bbn-after,raw%2Bbn-input&affine=frozen&bneps=0.01&lr=0.1',
  'net=3&lanes=standard%2Bbn&keepbias=1&bnmomentum=0.3&act=relu',
  // Knobs, rules and starting points.
  'lanes=standard~momentum:0.5,raw~momentum:0&opt=nesterov&lr=0.05',
  'net=2&lanes=raw,standard&rate=stable:0.5&from=1:-2',
  'net=4&lanes=raw,standard,maxabs&start=same-function',
  // Far from 0 no plain mean has digits enough, so the inputs are written out.
  'lanes=standard&x1=1e6:1000001&x2=0:0.01',
  'net=3&lanes=standard&yscale=standard&split=0.3&batch=20',
  // A run that diverges.
  'lanes=raw&lr=1000&x1=0:100',
];

/** @throws if the link says anything that this version does not know */
export function experimentOf(query: string): Experiment {
  const { experiment, notices } = parseExperiment(`${query}&until=50`);
  expect(notices).toEqual([]);
  return experiment;
}
