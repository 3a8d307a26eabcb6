// The lanes' scenes made by hand, where nobody has React anyway: lane-root.tsx in the builds that are guests.
import { Mesh, Points, Scene, WebGLRenderer, type BufferGeometry, type Material } from 'three';
import type { LaneView } from '../session/types.ts';
import { createLaneDrawing } from './lane-drawing.ts';
import { meshParts, refreshMeshes, type LaneRoot, type LaneRootOptions } from './staged-lane.ts';

/** Drawn wherever it lies: the shaders move the vertices. */
function unculled<T extends Mesh | Points>(object: T): T {
  object.frustumCulled = false;
  return object;
}

const meshOf = (geometry: BufferGeometry, material: Material) =>
  unculled(new Mesh(geometry, material));
const pointsOf = (geometry: BufferGeometry, material: Material) =>
  unculled(new Points(geometry, material));

/** @returns what takes it away again */
function stageLane(view: LaneView, register: LaneRootOptions['register']): () => void {
  const drawing = createLaneDrawing(view);
  const parts = meshParts(drawing);
  const meshes = parts.map(({ source, material }) => meshOf(source.geometry, material));
  const { geometry, material, behind } = drawing.markers;
  const scene = new Scene();
  scene.add(...meshes, pointsOf(geometry, behind), pointsOf(geometry, material));
  const remove = register({ drawing, scene, refresh: () => refreshMeshes(meshes, parts) });
  return () => {
    remove();
    drawing.dispose();
  };
}

function createRenderer(canvas: HTMLCanvasElement, antialias: boolean): WebGLRenderer | null {
  try {
    return new WebGLRenderer({
      canvas,
      antialias,
      alpha: true,
      stencil: true,
      powerPreference: 'default',
    });
  } catch {
    return null;
  }
}

export function openLaneRoot(canvas: HTMLCanvasElement, options: LaneRootOptions): LaneRoot {
  const { antialias, onRenderer, onError, register } = options;
  const renderer = createRenderer(canvas, antialias);
  const staged = new Map<string, () => void>();
  if (renderer) onRenderer(renderer);
  else onError();

  const clear = (wanted: ReadonlySet<string>) => {
    for (const [key, remove] of staged) {
      if (wanted.has(key)) continue;
      staged.delete(key);
      remove();
    }
  };

  return {
    show(views, generation) {
      if (!renderer) return;
      const keyed = views.map((view) => [`${generation} ${view.id}`, view] as const);
      clear(new Set(keyed.map(([key]) => key)));
      try {
        for (const [key, view] of keyed)
          if (!staged.has(key)) staged.set(key, stageLane(view, register));
      } catch {
        clear(new Set());
        onError();
      }
    },
    close() {
      clear(new Set());
      renderer?.dispose();
      // A page may hold a few contexts only, and would keep this one until it is collected.
      renderer?.forceContextLoss();
    },
  };
}
