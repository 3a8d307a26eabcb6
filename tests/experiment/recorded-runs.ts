// Runs whose every bit is on record, and what is compared of them: the same link gives the same run in every engine.
import type { Lane } from '../../src/index.ts';

/** Between them they use every elementary function, made-up data, scalings, normalizations, losses and rules of descent. */
export const recordedQueries: readonly string[] = [
  'data=two-scales-curved&count=64&net=4-4&opt=adam&lr=0.01',
  'data=two-scales-curved&count=64&net=4&act=gelu&opt=momentum&lr=0.02&schedule=cosine&lanes=standard,zca%2Bbn',
  'data=two-scales-classes&count=64&net=8-8&act=sigmoid&loss=bce&opt=rmsprop&lr=0.01&batch=16&lanes=robust,pca%2Bln',
  'data=spiral&count=64&net=8-8&act=tanh&opt=adamw&lr=0.02&schedule=step&every=300&drop=0.5&lanes=raw,standard%2Bbn-after',
  'data=moons&count=64&net=6&act=leaky-relu&init=lecun&opt=nesterov&rate=stable:0.1&lanes=raw,standard%2Bbn-input',
  'data=gaussians&count=64&net=4&act=tanh&precision=float32&opt=adagrad&lr=0.1&lanes=minmax,standard',
];

export const recordedSteps = 1000;

/** One lane's run: some losses as they are, and a hash of the bits of all losses and of the parameters at the end. */
export interface RecordedRun {
  readonly lane: string;
  /** After 0, 1, 10, 100 and 1000 steps, or as far as the run went. */
  readonly losses: readonly number[];
  readonly bits: string;
}

export interface Run {
  readonly id: string;
  /** After every step, the start included. */
  readonly losses: Float64Array;
  readonly theta: Float64Array;
}

export function record({ id, losses, theta }: Run): RecordedRun {
  return {
    lane: id,
    losses: [0, 1, 10, 100, 1000].filter((k) => k < losses.length).map((k) => losses[k]),
    bits: hash([...losses, ...theta]),
  };
}

/** Of a short run, whose trajectory has every step. */
export function runOf({ id, trajectory, theta }: Lane): Run {
  return { id, losses: trajectory.losses.slice(0, trajectory.count), theta };
}

/** FNV-1a over the bytes of the numbers, highest first. */
function hash(numbers: readonly number[]): string {
  const word = new DataView(new ArrayBuffer(8));
  let h = 0x811c9dc5;
  for (const number of numbers) {
    word.setFloat64(0, number);
    for (let k = 0; k < 8; k++) h = Math.imul(h ^ word.getUint8(k), 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, '0');
}
