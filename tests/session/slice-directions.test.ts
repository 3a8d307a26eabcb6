// Of which step the directions of a slice are, where they follow the run.
import { expect, it } from 'vitest';
import { laneNote } from '../../app/figure/lane-note.ts';
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

it('eigenvectors at step 0 are not said to be of a later step', async () => {
  stage.open('net=3&count=24&slice=hessian&around=start');
  stage.session.step(12);
  await stage.settle();
  await untilNotes(/through the start; this step is \S+ away from it\.$/);
});
