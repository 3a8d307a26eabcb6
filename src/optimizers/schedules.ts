// The schedules, in the order of their menu. Each is one formula, so they share a file.
import { cos } from '../math/elementary/trigonometry.ts';
import { wholePower } from '../math/elementary/whole-power.ts';
import type { Knob } from '../knob.ts';
import { createRegistry } from '../registry.ts';
import type { Schedule } from './schedule.ts';

const steps = (id: string, label: string, initial: number): Knob => ({
  id,
  label,
  unit: 'steps',
  min: 1,
  max: 1e5,
  initial,
  scale: 'log',
  integer: true,
});

const constant: Schedule = {
  id: 'constant',
  label: 'Constant',
  blurb: 'Every step has the same learning rate.',
  formula: '1',
  knobs: [],
  factor: () => 1,
};

const every = steps('every', 'Steps between drops', 100);
const drop: Knob = {
  id: 'drop',
  label: 'Factor of each drop',
  min: 0.01,
  max: 1,
  initial: 0.1,
  scale: 'log',
};

/** PyTorch's `StepLR`. */
const step: Schedule = {
  id: 'step',
  label: 'Step',
  blurb: 'Drops the learning rate by a factor at regular intervals, so that late steps settle.',
  formula: 'drop^floor(t / every)',
  knobs: [every, drop],
  factor: (iteration, settings) =>
    wholePower(
      settings.drop ?? drop.initial,
      Math.floor((iteration - 1) / (settings.every ?? every.initial)),
    ),
};

const period = steps('period', 'Steps down to the floor', 1000);
const floor: Knob = {
  id: 'floor',
  label: 'Part that is left at the end',
  min: 0,
  max: 1,
  initial: 0,
  scale: 'linear',
};

/**
 * Loshchilov and Hutter (2017), equation 5, without restarts; PyTorch's `CosineAnnealingLR` for the first `period`
 * steps. PyTorch's then climbs again, while this one stays at the floor, as a run that is over would.
 */
const cosine: Schedule = {
  id: 'cosine',
  label: 'Cosine',
  blurb: 'Lowers the learning rate along half a cosine wave: slowly, then quickly, then slowly.',
  formula: 'floor + (1 - floor) * (1 + cos(pi * min(t / period, 1))) / 2',
  knobs: [period, floor],
  factor(iteration, settings) {
    const least = settings.floor ?? floor.initial;
    const part = Math.min((iteration - 1) / (settings.period ?? period.initial), 1);
    return least + ((1 - least) * (1 + cos(Math.PI * part))) / 2;
  },
};

const rise = steps('rise', 'Steps up to the full rate', 100);
const low: Knob = {
  id: 'low',
  label: 'Part to start with',
  min: 0,
  max: 1,
  initial: 0.1,
  scale: 'linear',
};

/** PyTorch's `LinearLR` with `start_factor = low` and `total_iters = rise`; Goyal et al. (2017), section 2.2. */
const warmup: Schedule = {
  id: 'warmup',
  label: 'Warm-up',
  blurb:
    'Starts with a small learning rate and raises it to the full one, past the steep beginning.',
  formula: 'low + (1 - low) * min(t / rise, 1)',
  knobs: [rise, low],
  factor(iteration, settings) {
    const first = settings.low ?? low.initial;
    return first + (1 - first) * Math.min((iteration - 1) / (settings.rise ?? rise.initial), 1);
  },
};

export const schedules = createRegistry<Schedule>('schedule', [constant, step, cosine, warmup]);
