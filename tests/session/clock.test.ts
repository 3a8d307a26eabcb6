// One animation frame for all: who gets it, for how long, and what a task that fails does to the others.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addFrameTask } from '../../app/session/clock.ts';

describe('the clock of a page', () => {
  let waiting: FrameRequestCallback[] = [];
  const removers: (() => void)[] = [];
  const frame = (now: number) => {
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) callback(now);
  };
  const add = (task: (now: number) => boolean) => removers.push(addFrameTask(task));

  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) =>
      waiting.push(callback),
    );
    vi.stubGlobal('cancelAnimationFrame', () => (waiting = []));
  });
  afterEach(() => {
    for (const remove of removers.splice(0)) remove();
    vi.unstubAllGlobals();
  });

  it('asks for one frame for all tasks, as long as one of them wants more', () => {
    const heard: string[] = [];
    add((now) => heard.push(`a ${now}`) < 3);
    add((now) => heard.push(`b ${now}`) < 3);
    expect(waiting).toHaveLength(1);
    frame(1);
    expect(waiting).toHaveLength(1);
    frame(2);
    expect(heard).toEqual(['a 1', 'b 1', 'a 2', 'b 2']);
    expect(waiting).toHaveLength(0);
  });

  it('goes on with the others where one fails, and says what happened', () => {
    const reported: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
    const failure = new Error('no such row');
    let frames = 0;
    add(() => {
      throw failure;
    });
    add(() => ++frames < 2);
    frame(1);
    frame(2);
    expect(frames).toBe(2);
    expect(reported).toEqual([failure, failure]);
    expect(waiting).toHaveLength(0);
  });

  it('asks for no frame once its last task is gone', () => {
    add(() => true);
    removers.pop()?.();
    expect(waiting).toHaveLength(0);
  });
});
