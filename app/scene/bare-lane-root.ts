// The lanes' scenes made by hand, where nobody has React anyway: lane-root.tsx in the builds that are guests.
import { Mesh, Points, Scene, WebGLRenderer, type BufferGeometry, type Material } from 'three';
import type { LaneView } from '../session/types.ts';
import { createLaneDrawing, type LaneDrawing } from './lane-drawing.ts';
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

interface Staged {
  readonly drawing: LaneDrawing;
  remove(): void;
}

function stageLane(view: LaneView, register: LaneRootOptions['register']): Staged {
  const drawing = createLaneDrawing(view);
  const parts = meshParts(drawing);
  const meshes = parts.map(({ source, material }) => meshOf(source.geometry, material));
  const { geometry, material } = drawing.markers;
  const scene = new Scene();
  scene.add(...meshes, pointsOf(geometry, material));
  const unregister = register({ drawing, scene, refresh: () => refreshMeshes(meshes, parts) });
  return {
    drawing,
    remove() {
      unregister();
      drawing.dispose();
    },
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
  const { antialias, onRenderer, onError, register, onFollow } = options;
  const renderer = createRenderer(canvas, antialias);
  const staged = new Map<string, Staged>();
  if (renderer) onRenderer(renderer);
  else onError();

  const clear = (wanted: ReadonlySet<string>) => {
    for (const [id, lane] of staged) {
      if (wanted.has(id)) continue;
      staged.delete(id);
      lane.remove();
    }
  };

  return {
    show(views) {
      if (!renderer) return;
      clear(new Set(views.map(({ id }) => id)));
      try {
        for (const view of views) {
          const known = staged.get(view.id);
          if (known) known.drawing.follow(view);
          else staged.set(view.id, stageLane(view, register));
        }
        onFollow();
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
