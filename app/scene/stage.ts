// The stage of a figure: one canvas with one graphics context, in which every lane's picture is drawn when asked.
import { readTokens } from '../theme.ts';
import type { FigureSession } from '../session/types.ts';
import { openLaneRoot } from './lane-root.tsx';
import { createPicture, type Picture } from './picture.ts';
import type { Slots } from './slots.ts';
import type { StagedHost, StagedSurface } from './staged-host.ts';
import type { LaneRoot, StagedLane } from './staged-lane.ts';
import { createFrameQuality } from './frame-quality.ts';
import { createStageLayout } from './stage-layout.ts';

export interface Stage {
  readonly show: LaneRoot['show'];
  surfaces(): StagedSurface[];
  readonly capture: NonNullable<StagedHost['capture']>;
  close(): void;
}

/**
 * @param holder covers the host; the canvas is put in
 * @param plain without smoothed edges and with coarse pixels while anything moves: there is no graphics processor. With one
 *   the pixels are as fine as the frames stay quick.
 */
export function openStage(
  session: FigureSession,
  slots: Slots,
  host: HTMLElement,
  holder: HTMLElement,
  plain: boolean,
): Stage {
  const canvas = document.createElement('canvas');
  canvas.className = 'scene-canvas';
  holder.append(canvas);
  const lanes = new Map<string, StagedLane>();
  const layout = createStageLayout(slots, host, holder, session.invalidate);
  let picture: Picture | null = null;
  const quality = createFrameQuality(plain, session.limitGrid);
  let theme: string | null = null;
  let dirty = true;
  let closed = false;

  const fail = () => {
    if (!closed) slots.setStatus('failed');
  };
  const onLost = () => slots.setStatus('lost');
  const onRestored = () => {
    dirty = true;
    slots.setStatus('drawing');
    session.invalidate();
  };

  const register = (lane: StagedLane) => {
    const { id } = lane.drawing.view;
    lanes.set(id, lane);
    // A new lane has no colours yet.
    theme = null;
    session.invalidate();
    return () => {
      if (lanes.get(id) === lane) lanes.delete(id);
    };
  };

  const isMoving = () => session.store.getState().status === 'running';

  const root = openLaneRoot(canvas, {
    antialias: !plain,
    onError: fail,
    register,
    onFollow: session.invalidate,
    onRenderer(renderer) {
      renderer.autoClear = false;
      // The lanes' parts are listed in the order of painting.
      renderer.sortObjects = false;
      renderer.setClearColor(0x000000, 0);
      picture = createPicture(renderer, layout, lanes, () => quality.isPlain, isMoving);
      canvas.addEventListener('webglcontextlost', onLost);
      canvas.addEventListener('webglcontextrestored', onRestored);
      session.invalidate();
    },
  });

  const stopPainting = session.onDraw(() => {
    if (!picture || slots.status === 'lost') return;
    quality.begin(performance.now(), isMoving());
    const shown = session.store.getState().theme;
    if (shown !== theme) {
      const tokens = readTokens(host);
      for (const { drawing } of lanes.values()) drawing.setColors(tokens);
      theme = shown;
      dirty = true;
    }
    if (layout.stale) {
      layout.measure();
      picture.fit();
      dirty = true;
    }
    for (const [id, { drawing }] of lanes)
      if (layout.lanes.has(id) && drawing.update(session.camera, session.crosshair)) dirty = true;
    if (!dirty || layout.lanes.size === 0) return;
    dirty = false;
    picture.draw(session.camera);
    quality.end();
    slots.setStatus('drawing');
  });

  return {
    show: root.show,
    surfaces: () =>
      Array.from(lanes, ([laneId, { drawing }]) => {
        const { columns, rows, heights } = drawing.surface;
        return { laneId, columns, rows, heights };
      }),
    capture(laneId, width, height, tokens) {
      const drawing = lanes.get(laneId)?.drawing;
      if (!picture || !drawing || slots.status === 'lost') return null;
      drawing.update(session.camera, session.crosshair);
      drawing.setColors(tokens);
      const shot = picture.capture(laneId, width, height, session.camera);
      drawing.setColors(readTokens(host));
      return shot;
    },
    close() {
      closed = true;
      stopPainting();
      layout.dispose();
      picture?.dispose();
      picture = null;
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      root.close();
      canvas.remove();
    },
  };
}
