// How each schedule of the learning rate is written in Python.
import { float } from './literals.ts';
import type { Spellings } from './spelling.ts';

/** The factor of the learning rate as an expression of `t`, the steps taken so far; null for 1. */
type ScheduleSpelling = ((knobs: Readonly<Record<string, number>>) => string) | null;

export const scheduleSpellings: Spellings<ScheduleSpelling> = {
  constant: null,
  step: ({ every, drop }) => `${float(drop)} ** (t // ${every})`,
  cosine: ({ period, floor }) =>
    `${float(floor)} + (1 - ${float(floor)}) * (1 + math.cos(math.pi * min(t / ${period}, 1))) / 2`,
  warmup: ({ rise, low }) => `${float(low)} + (1 - ${float(low)}) * min(t / ${rise}, 1)`,
};
