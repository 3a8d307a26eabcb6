// Of which step the directions of a slice are, where they follow the run.
import { expect, it } from 'vitest';
import { laneNote } from '../../app/figure/lane-note.ts';
import { project } from '../../src/landscape/projection.ts';
import { stageSessions } from './open-session.ts';

const stage = stageSessions();

const notes = () => {
  const { slice, around } = stage.session.store.getState().experiment;
  return stage.session.views.map((view) => laneNote(view, slice, around));
};

/** Lets frames pass until every lane's note ends so. */
const untilNotes = (pattern: RegExp) =>
  stage.until(() => {
    for (const note of notes()) expect(note).toMatch(pattern);
  });

it('at rest the plane of the start and two ends holds the start, and says at which step it was found', async () => {
  stage.open('net=3&count=24&slice=three');
  stage.session.step(12);
  await untilNotes(/found at step 12; the start lies in it\.$/);
  stage.session.step(1);
  await untilNotes(/found at step 13; the start lies in it\.$/);
});

it('scrubbed back its directions stay those of the latest step, and the note says so', async () => {
  stage.open('net=3&count=24&slice=three');
  stage.session.step(12);
  await untilNotes(/found at step 12;/);
  stage.session.seek(4);
  await stage.settle();
  await untilNotes(/found at step 12; the start is \S+ away from it\.$/);
});

it('the ends lie where the axes that are named for them point to, seen from the start', async () => {
  for (const network of ['net=0', 'net=3', 'net=4-4']) {
    for (let seed = 1; seed <= 4; seed++) {
      const session = stage.open(`${network}&count=24&slice=three&seed=${seed}`);
      session.step(12);
      await untilNotes(/found at step 12; the start lies in it\.$/);
      const [first, second] = session.views.map(({ lane }) => lane);
      if (!first || !second) throw new Error('two lanes are needed');
      for (const { frame } of session.views) {
        const plane = { ...frame, origin: frame.anchor };
        expect(frame.labels).toEqual([
          'to the end of Raw inputs',
          'across, to the end of Standardized',
        ]);
        const ahead = Math.hypot(...first.theta.map((value, i) => value - (first.start[i] ?? 0)));
        const [along, off] = project(plane, first.theta);
        expect(along).toBeCloseTo(ahead, 12);
        expect(off).toBeCloseTo(0, 12);
        expect(project(plane, second.theta)[1]).toBeGreaterThan(0);
        expect(Math.hypot(...project(plane, first.start))).toBeLessThan(1e-12);
      }
    }
  }
});

it('eigenvectors at step 0 are not said to be of a later step', async () => {
  stage.open('net=3&count=24&slice=hessian&around=start');
  stage.session.step(12);
  await stage.settle();
  await untilNotes(/through the start; this step is \S+ away from it\.$/);
});
