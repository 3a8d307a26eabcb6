// How fine the picture in 3D is drawn, by how long frames take that draw it: pixels of a moving picture, points at rest.

/** Milliseconds from one frame to the next: slower than this is seen as stutter, */
const slow = 40;
/** and up to this there is time left, on any display. */
const quick = 20;
/** What took longer was no slow frame but a hidden tab. */
const longest = 1000;
/** The latest frames of which most decide. */
const memory = 24;
/** So many quick frames in a row before finer pixels are tried again; twice as many each time that they prove too much. */
const firstPatience = 240;
/** After so many trials it stays as it is. */
const mostTrials = 4;

export interface FrameQuality {
  /** Coarse pixels while anything moves, and fewer points. */
  readonly isPlain: boolean;
  /** A frame begins. Only frames that follow each other without a pause, as while a run moves, say how long one takes. */
  begin(now: number, isMoving: boolean): void;
  /** The picture was drawn in this frame. */
  end(): void;
}

/**
 * Coarser as soon as most of the latest frames were slow, finer again only after a long time of quick ones: so that it does
 * not waver.
 *
 * @param isSoftware there is no graphics processor: it is plain for good
 * @param limitGrid is told whether it is plain, at once and with every change
 */
export function createFrameQuality(
  isSoftware: boolean,
  limitGrid: (isPlain: boolean) => void,
): FrameQuality {
  let isPlain = isSoftware;
  let last: number | null = null;
  let hasDrawn = false;
  let gaps: number[] = [];
  let quickFrames = 0;
  let patience = firstPatience;
  let trials = 0;

  const change = (next: boolean) => {
    isPlain = next;
    gaps = [];
    quickFrames = 0;
    limitGrid(isPlain);
  };

  const learn = (gap: number) => {
    gaps.push(gap);
    if (gaps.length > memory) gaps.shift();
    quickFrames = gap <= quick ? quickFrames + 1 : 0;
    const slowFrames = gaps.filter((each) => each > slow).length;
    if (!isPlain && 2 * slowFrames > memory) {
      change(true);
      if (trials > 0) patience *= 2;
    } else if (isPlain && quickFrames >= patience && trials < mostTrials) {
      trials++;
      change(false);
    }
  };

  limitGrid(isPlain);
  return {
    get isPlain() {
      return isPlain;
    },
    begin(now, isMoving) {
      const gap = last === null ? Infinity : now - last;
      if (!isSoftware && isMoving && hasDrawn && gap <= longest) learn(gap);
      last = isMoving ? now : null;
      hasDrawn = false;
    },
    end() {
      hasDrawn = true;
    },
  };
}
