// Drawing all lanes into one canvas: its size and fineness, and one scissored rectangle per lane.
import {
  LinearSRGBColorSpace,
  PerspectiveCamera,
  Vector4,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import type { CameraPose } from '../session/types.ts';
import type { StagedLane } from './staged-lane.ts';
import { createOtherPixels } from './other-pixels.ts';
import { eyeOf, farPlane, halfView, nearPlane, target } from './projection.ts';
import type { Place, StageLayout } from './stage-layout.ts';

/** No display shows more, and larger canvases are refused or lost on phones. */
const mostPixelRatio = 2;
const mostPixels = 4096;

/**
 * Where pixels are dear, moving pictures have one per CSS pixel. A picture that has been still for this many milliseconds is
 * drawn once more with finer ones, which smooths its edges.
 */
const stillness = 400;

export interface Picture {
  /** Gives the canvas the size and the place that the layout has measured. */
  fit(): void;
  draw(pose: CameraPose): void;
  /** One lane alone in a picture of its own, at twice as many pixels as it has of CSS; what is shown stays. */
  capture(id: string, width: number, height: number, pose: CameraPose): HTMLCanvasElement | null;
  dispose(): void;
}

/**
 * @param isPlain whether pixels are dear: moving pictures then have few
 * @param isMoving whether the picture will soon be another one: a slow frame is not yet a picture at rest
 */
export function createPicture(
  renderer: WebGLRenderer,
  layout: StageLayout,
  lanes: ReadonlyMap<string, StagedLane>,
  isPlain: () => boolean,
  isMoving: () => boolean,
): Picture {
  const camera = new PerspectiveCamera(30, 1, nearPlane, farPlane);
  camera.up.set(0, 0, 1);
  const viewport = new Vector4();
  const { style } = renderer.domElement;
  const otherPixels = createOtherPixels(renderer);
  // Shaders give out what is to be seen: drawn into a texture or not, they are the same ones.
  renderer.outputColorSpace = LinearSRGBColorSpace;
  /** Pixels per CSS pixel: of the canvas, and of what is drawn. */
  let canvasRatio = 1;
  let pixelRatio = 1;
  let aimed: CameraPose = { azimuth: 0, elevation: 45, distance: 3 };
  let refinement: ReturnType<typeof setTimeout> | undefined;

  /** The number nearest to the one wanted that the layout allows. */
  const allowed = (ratio: number) => {
    const { width, height } = layout.canvas;
    return Math.min(ratio, mostPixels / Math.max(width, height, 1));
  };
  const pixelsOf = (ratio: number) =>
    [layout.canvas.width, layout.canvas.height].map((size) =>
      Math.max(1, Math.floor(size * ratio)),
    ) as [number, number];

  const fitCanvas = () => {
    const [columns, rows] = pixelsOf(canvasRatio);
    // To set a canvas's size is to make it anew, even if the size is the one it has.
    const { domElement } = renderer;
    if (domElement.width !== columns || domElement.height !== rows)
      renderer.setSize(columns, rows, false);
  };

  const aim = (pose: CameraPose) => {
    aimed = pose;
    const [x, y, z] = eyeOf(pose);
    camera.position.set(x, y, z);
    camera.lookAt(target[0], target[1], target[2]);
  };

  /** @param canvasHeight in CSS pixels: the renderer counts from the bottom */
  const drawLane = (
    lane: StagedLane,
    { left, top, width, height }: Place,
    canvasHeight: number,
    target: WebGLRenderTarget | null,
  ) => {
    viewport.set(
      Math.round(left * pixelRatio),
      Math.round((canvasHeight - top - height) * pixelRatio),
      Math.round(width * pixelRatio),
      Math.round(height * pixelRatio),
    );
    camera.aspect = width / height;
    camera.fov = (2 * Math.atan(halfView(aimed, width, height)) * 180) / Math.PI;
    camera.updateProjectionMatrix();
    if (target) {
      target.viewport.copy(viewport);
      target.scissor.copy(viewport);
      target.scissorTest = true;
      renderer.setRenderTarget(target);
    } else {
      renderer.setViewport(viewport);
      renderer.setScissor(viewport);
      renderer.setScissorTest(true);
    }
    lane.drawing.setViewport(viewport, pixelRatio);
    lane.refresh();
    renderer.render(lane.scene, camera);
  };

  const clear = (target: WebGLRenderTarget | null) => {
    if (target) target.scissorTest = false;
    else renderer.setScissorTest(false);
    renderer.setRenderTarget(target);
    renderer.clear();
  };

  const drawLanes = () => {
    const target = pixelRatio === canvasRatio ? null : otherPixels.target(...pixelsOf(pixelRatio));
    clear(target);
    for (const [id, lane] of lanes) {
      const place = layout.lanes.get(id);
      if (place && lane.drawing.view.surface) drawLane(lane, place, layout.canvas.height, target);
    }
    if (target) otherPixels.show(...pixelsOf(canvasRatio));
  };

  const refine = () => {
    if (isMoving()) {
      refinement = setTimeout(refine, stillness);
      return;
    }
    pixelRatio = allowed(mostPixelRatio);
    drawLanes();
  };

  return {
    fit() {
      const { left, top, width, height } = layout.canvas;
      style.left = `${left}px`;
      style.top = `${top}px`;
      style.width = `${width}px`;
      style.height = `${height}px`;
      canvasRatio = allowed(Math.min(mostPixelRatio, window.devicePixelRatio));
      pixelRatio = isPlain() ? allowed(1) : canvasRatio;
      fitCanvas();
    },
    draw(pose) {
      aim(pose);
      clearTimeout(refinement);
      pixelRatio = isPlain() ? allowed(1) : canvasRatio;
      if (isPlain()) refinement = setTimeout(refine, stillness);
      drawLanes();
    },
    capture(id, width, height, pose) {
      const lane = lanes.get(id);
      if (!lane?.drawing.view.surface) return null;
      const before = pixelRatio;
      pixelRatio = Math.min(mostPixelRatio, mostPixels / Math.max(width, height, 1));
      const [columns, rows] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
      renderer.setSize(columns, rows, false);
      clear(null);
      aim(pose);
      drawLane(lane, { left: 0, top: 0, width, height }, height, null);
      // The renderer's own picture is gone with the task: it is copied, and the one on the screen drawn again.
      const copy = document.createElement('canvas');
      [copy.width, copy.height] = [columns, rows];
      copy.getContext('2d')?.drawImage(renderer.domElement, 0, 0);
      pixelRatio = before;
      fitCanvas();
      drawLanes();
      return copy;
    },
    dispose() {
      clearTimeout(refinement);
      otherPixels.dispose();
    },
  };
}
