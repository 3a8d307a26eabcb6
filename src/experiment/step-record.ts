// What the latest step of a run was made of, kept so that its arithmetic can be shown.

export interface StepRecord {
  /** 1 for the first step. */
  readonly iteration: number;
  /** The parameters before it. */
  readonly theta: Float64Array;
  /** What it descended on, before clipping and weight decay: the gradient of its batch, with the noise it had. */
  readonly gradient: Float64Array;
  /** What the optimizer remembered before it. */
  readonly memory: Float64Array;
  /** The full-batch loss before it. */
  readonly lossBefore: number;
  /** Whether it led to numbers that are not finite, and so was taken back. */
  readonly failed: boolean;
}

export interface GrowingStepRecord extends Omit<StepRecord, 'iteration' | 'lossBefore' | 'failed'> {
  /** 0 before the first step. */
  iteration: number;
  lossBefore: number;
  failed: boolean;
  note(
    iteration: number,
    theta: Float64Array,
    gradient: Float64Array,
    memory: Float64Array,
    loss: number,
  ): void;
  clear(): void;
}

/** @param remembered how many numbers the optimizer remembers */
export function createStepRecord(size: number, remembered: number): GrowingStepRecord {
  const record: GrowingStepRecord = {
    iteration: 0,
    theta: new Float64Array(size),
    gradient: new Float64Array(size),
    memory: new Float64Array(remembered),
    lossBefore: NaN,
    failed: false,
    note(iteration, theta, gradient, memory, loss) {
      record.iteration = iteration;
      record.theta.set(theta);
      record.gradient.set(gradient);
      record.memory.set(memory);
      record.lossBefore = loss;
      record.failed = false;
    },
    clear() {
      record.iteration = 0;
    },
  };
  return record;
}
