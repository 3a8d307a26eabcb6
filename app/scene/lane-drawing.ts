// Everything that one lane shows in its box, and which part of it has to be made anew before a frame.
import type { Vector4 } from 'three';
import type { Tokens } from '../theme.ts';
import type { CameraPose, LaneView } from '../session/types.ts';
import { axisEdges, axisLines, laneTicks, type AxisTicks } from './axes.ts';
import { boxCoordinate, boxElevation, boxTop } from './box.ts';
import { setColor } from './colors.ts';
import { createLineGeometry, createLineMaterial } from './fat-lines.ts';
import { surfaceLoss } from './heights.ts';
import { createMarkers } from './markers.ts';
import { createPathLines } from './path-lines.ts';
import { createSegments } from './segments.ts';
import { createSurfaceMesh } from './surface-mesh.ts';

export function createLaneDrawing(first: LaneView) {
  let view = first;
  const surface = createSurfaceMesh();
  const path = createPathLines();
  const markers = createMarkers(surface.material.uniforms);
  const axes = createSegments(64);
  const axisGeometry = createLineGeometry();
  const axisMaterial = createLineMaterial({ width: 1.1 });
  let ticks: AxisTicks | null = null;
  let [window, scale]: [LaneView['window'] | null, LaneView['scale']] = [null, null];
  let surfaceVersion = -1;
  let revision = -1;
  let count = -1;
  let lastU = NaN;
  let lastLoss = NaN;
  let diverged = false;
  let crosshair: readonly [number, number] | null = null;
  let camera: CameraPose | null = null;
  let colors: Tokens | null = null;

  const placeMarkers = () => {
    markers.setDiverged(diverged);
    const { head, start, drawn } = path.segments;
    if (drawn === 0) {
      markers.hide('start');
      markers.hide('now');
    } else {
      markers.place('start', start);
      markers.place('now', head);
    }
    const { minimum, window, scale } = view;
    const x = minimum ? boxCoordinate(minimum[0], window[0], window[1]) : NaN;
    const y = minimum ? boxCoordinate(minimum[1], window[2], window[3]) : NaN;
    const loss = minimum && view.surface ? surfaceLoss(view.surface, minimum[0], minimum[1]) : NaN;
    if (scale && Math.abs(x) <= 1 && Math.abs(y) <= 1 && Number.isFinite(loss))
      markers.place('minimum', [x, y, Math.min(boxTop, boxElevation(loss, scale))]);
    else markers.hide('minimum');
  };

  const setColors = (tokens: Tokens) => {
    colors = tokens;
    path.setColors(tokens, view.index);
    setColor(axisMaterial.paint, tokens.ruleStrong);
    setColor(markers.colors.paint, tokens.lanes[view.index] ?? tokens.ink);
    setColor(markers.colors.casing, tokens.casing);
    setColor(markers.colors.ink, '#1c1d1f');
  };

  return {
    get view() {
      return view;
    },
    /** Shows another run from now on, with the geometries and the compiled shaders that are there. */
    follow(next: LaneView) {
      if (next === view) return;
      view = next;
      surface.forget();
      [window, scale, ticks, camera, crosshair] = [null, null, null, null, null];
      [surfaceVersion, revision, count, lastU, lastLoss] = [-1, -1, -1, NaN, NaN];
      // It may stand in another place among the lanes.
      if (colors) setColors(colors);
    },
    surface,
    path,
    markers,
    axes: { geometry: axisGeometry, material: axisMaterial },
    /** Takes in what has changed since the last frame; returns whether anything has. */
    update(pose: CameraPose, cross: readonly [number, number] | null): boolean {
      const surfaceChanged = view.surfaceVersion !== surfaceVersion;
      const { path: points } = view;
      const last = 3 * (points.count - 1);
      const pathChanged =
        surfaceChanged ||
        points.revision !== revision ||
        points.count !== count ||
        // A long run replaces its newest point without growing.
        (points.points[last] ?? 0) !== lastU ||
        (points.points[last + 2] ?? 0) !== lastLoss ||
        (view.lane.status === 'diverged') !== diverged;
      const scaleChanged = view.window !== window || view.scale !== scale;
      if (scaleChanged) {
        ticks = laneTicks(view);
        [window, scale] = [view.window, view.scale];
      }
      if (surfaceChanged) {
        if (ticks) surface.update(view, ticks.u.ticks, ticks.v.ticks);
      }
      if (pathChanged) {
        path.update(view, surfaceChanged || points.revision !== revision);
        diverged = view.lane.status === 'diverged';
        placeMarkers();
        revision = points.revision;
        count = points.count;
        lastU = points.points[last] ?? 0;
        lastLoss = points.points[last + 2] ?? 0;
      }
      const cameraChanged = pose !== camera;
      if (ticks && (scaleChanged || cameraChanged)) {
        axes.cut(0);
        axisLines(axisEdges(pose), ticks, axes.push);
        axisGeometry.update(axes);
        surface.setLight(pose.azimuth);
      }
      const crossChanged = cross !== crosshair;
      if (surfaceChanged || crossChanged) surface.setCrosshair(cross, view);
      surfaceVersion = view.surfaceVersion;
      camera = pose;
      crosshair = cross;
      return pathChanged || cameraChanged || crossChanged;
    },
    setColors,
    setViewport(viewport: Vector4, pixelRatio: number) {
      path.setViewport(viewport, pixelRatio);
      axisMaterial.setViewport(viewport, pixelRatio);
      surface.setPixelRatio(pixelRatio);
    },
    dispose() {
      surface.dispose();
      path.dispose();
      markers.dispose();
      axisGeometry.dispose();
      axisMaterial.material.dispose();
    },
  };
}

export type LaneDrawing = ReturnType<typeof createLaneDrawing>;
