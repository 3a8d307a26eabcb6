// A film of the run from its first step to the furthest: picture by picture, each at the time that it belongs to.
import type { FigureSession } from '../../session/types.ts';
import type { Export, ExportSource } from './export.ts';
import { contextOf } from './pen.ts';
import { planSheet } from './sheet.ts';

const framesPerSecond = 20;
const usualSpeed = 10;
/** Seconds: a longer film is a mistake more often than a wish. */
const longest = 120;
/** Seconds for which the last picture stands. */
const ending = 0.8;
/** Every so many pictures one is whole, so that a player can go there at once. */
const keyInterval = 40;
/** Pictures that may wait for the encoder. */
const mostWaiting = 4;
/** Bits a second: thin lines and small letters stay sharp. */
const bitrate = 6e6;

/** As WebM calls them, and as browsers do; the better first. */
const codecs = [
  ['V_VP9', 'vp09.00.51.08'],
  ['V_VP8', 'vp8'],
] as const;

/** Milliseconds: a page that is not seen has no frames, and need not wait for one. */
const patience = 250;

export const film: Export = {
  id: 'webm',
  label: 'WebM film',
  blurb: 'The run from step 0 to the latest, at this speed however long it takes to make.',
  group: 'film',
  extension: 'webm',
  appliesTo: 'panel',
  words: [],
  lacking: () =>
    typeof VideoEncoder === 'undefined' ? 'This browser, or this page, cannot encode films.' : null,
  async make(source) {
    const { session, speed = usualSpeed } = source;
    const last = session.furthest;
    if (last === 0) throw new RangeError('the run has not begun: play it first');
    if (last / speed > longest) {
      throw new RangeError(
        `it would last ${Math.ceil(last / speed)} seconds: choose a higher speed (at most ${longest} seconds)`,
      );
    }
    const before = session.iteration;
    try {
      return await record(source, last, speed);
    } finally {
      session.seek(before);
    }
  },
};

async function record(source: ExportSource, last: number, speed: number): Promise<Blob> {
  const { session, signal, onProgress } = source;
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const show = async (step: number) => {
    await arrival(session, step, signal);
    await nextFrame(session);
    return planSheet(source);
  };
  // Sentences below the pictures come and go: the film is as high as either end needs, and of even sides, as codecs want.
  const sheets = [await show(last), await show(0)];
  const even = (sides: readonly number[]) => 2 * Math.ceil(Math.max(...sides) / 2);
  canvas.width = even(sheets.map(({ width }) => width));
  canvas.height = even(sheets.map(({ height }) => height));
  const paint = (sheet: ReturnType<typeof planSheet>) => {
    context.fillStyle = getComputedStyle(source.figure).getPropertyValue('--paper');
    context.fillRect(0, 0, canvas.width, canvas.height);
    sheet.draw(context);
  };

  const { width, height } = canvas;
  const codec = await encodable(width, height);
  if (!codec) throw new RangeError('this browser can encode no film of this size');
  const { ArrayBufferTarget, Muxer } = await import('webm-muxer');
  const target = new ArrayBufferTarget();
  const muxer = new Muxer({
    target,
    video: { codec: codec.name, width, height, frameRate: framesPerSecond },
  });
  const failures: DOMException[] = [];
  const encoder = new VideoEncoder({
    output: (chunk, about) => muxer.addVideoChunk(chunk, about),
    error: (error) => failures.push(error),
  });
  encoder.configure(codec.config);
  const count = Math.ceil((last / speed + ending) * framesPerSecond);
  /** Microseconds. */
  const duration = 1e6 / framesPerSecond;
  let shown = -1;
  try {
    for (let k = 0; k < count && !signal?.aborted && failures.length === 0; k++) {
      const step = Math.min(last, Math.floor((k * speed) / framesPerSecond));
      if (step !== shown) paint(await show(step));
      shown = step;
      const picture = new VideoFrame(canvas, { timestamp: k * duration, duration });
      encoder.encode(picture, { keyFrame: k % keyInterval === 0 });
      picture.close();
      while (encoder.encodeQueueSize > mostWaiting && failures.length === 0) await pause(5);
      onProgress?.((k + 1) / count);
    }
    if (failures.length === 0) await encoder.flush();
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  if (failures.length > 0) throw new RangeError('this browser failed to encode the film');
  muxer.finalize();
  return new Blob([target.buffer], { type: 'video/webm' });
}

/** A codec that WebM holds and this browser encodes at this size. */
async function encodable(width: number, height: number) {
  for (const [name, codec] of codecs) {
    const config = { codec, width, height, bitrate, framerate: framesPerSecond };
    const { supported } = await VideoEncoder.isConfigSupported(config);
    if (supported) return { name, config };
  }
  return null;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Resolves at that step, or when the film is given up. */
function arrival(session: FigureSession, step: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal?.addEventListener('abort', () => resolve(), { once: true });
    session.seek(step, resolve);
  });
}

/** Resolves once the views have been drawn. */
async function nextFrame(session: FigureSession): Promise<void> {
  let stop = () => {};
  const drawn = new Promise<void>((resolve) => (stop = session.onFrame(resolve)));
  session.invalidate();
  await Promise.race([drawn, pause(patience)]);
  stop();
}
