// A knob: the description of one number that a reader may set. A slider is a knob drawn.

export interface Knob {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  /** Equal distances on the slider are equal differences, or equal ratios. */
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
}
