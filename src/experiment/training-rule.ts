// The rule by which a lane trains, with every number that its settings leave open filled in.
import type { Knob } from '../knob.ts';
import { optimizers } from '../optimizers/index.ts';
import type { Optimizer } from '../optimizers/optimizer.ts';
import type { Schedule } from '../optimizers/schedule.ts';
import { schedules } from '../optimizers/schedules.ts';
import type { Settings } from './experiment.ts';

export interface TrainingRule {
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
  /** The learning rate before the schedule. */
  readonly learningRate: number;
  /** A value for every knob of the optimizer and of the schedule, by id. */
  readonly knobs: Readonly<Record<string, number>>;
  readonly decay: number;
  /** 0 for no clipping. */
  readonly clip: number;
}

/** Decay is a setting of every optimizer; AdamW alone brings a value of its own. */
export const decayKnob = 'weightDecay';

/**
 * What a reader may set for these settings' optimizer and schedule: sliders, in order. A knob's id is its key in a link
 * and in `Settings.knobs`.
 * @throws {RangeError} on an unknown id
 */
export function settableKnobs({
  optimizer,
  schedule,
}: Pick<Settings, 'optimizer' | 'schedule'>): readonly Knob[] {
  return [...optimizers.get(optimizer).knobs, ...schedules.get(schedule).knobs].filter(
    ({ id }) => id !== decayKnob,
  );
}

/** @throws {RangeError} on an unknown id */
export function trainingRule(settings: Settings): TrainingRule {
  const optimizer = optimizers.get(settings.optimizer);
  const schedule = schedules.get(settings.schedule);
  const ownDecay = optimizer.knobs.find(({ id }) => id === decayKnob)?.initial ?? 0;
  const knobs = settableKnobs(settings).map(
    ({ id, initial }) => [id, settings.knobs[id] ?? initial] as const,
  );
  return {
    optimizer,
    schedule,
    learningRate: settings.learningRate,
    knobs: Object.fromEntries(knobs),
    decay: settings.decay === 'auto' ? ownDecay : settings.decay,
    clip: settings.clip,
  };
}
