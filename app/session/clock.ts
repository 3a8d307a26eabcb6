// The page's only animation frame: it runs while some task wants frames, and stops by itself.

/** Called once a frame with the time in milliseconds; returns whether it wants the next frame too. */
export type FrameTask = (now: number) => boolean;

const tasks = new Set<FrameTask>();
let handle = 0;

/** How many frames there have been, and how many milliseconds lie between the last two. */
export const frames = { count: 0, apart: Infinity };
let before = Number.NEGATIVE_INFINITY;

function frame(now: number) {
  handle = 0;
  frames.count++;
  frames.apart = now - before;
  before = now;
  let wanted = false;
  for (const task of tasks) {
    try {
      if (task(now)) wanted = true;
    } catch (error) {
      // The page's console hears of it, and the other figures of the page go on.
      reportError(error);
    }
  }
  if (wanted) requestFrame();
}

/** Asks for one frame, in which every task runs. */
export function requestFrame() {
  if (handle === 0 && tasks.size > 0) handle = requestAnimationFrame(frame);
}

/** Adds a task and asks for its first frame. Returns the remover. */
export function addFrameTask(task: FrameTask): () => void {
  tasks.add(task);
  requestFrame();
  return () => {
    tasks.delete(task);
    if (tasks.size === 0 && handle !== 0) {
      cancelAnimationFrame(handle);
      handle = 0;
    }
  };
}
