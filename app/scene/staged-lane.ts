// One lane's scene as the stage draws it, and the parts of it in the order in which they are painted.
import type { BufferGeometry, Material, Mesh, Scene, WebGLRenderer } from 'three';
import type { LaneView } from '../session/types.ts';
import type { LaneDrawing } from './lane-drawing.ts';

export interface StagedLane {
  readonly drawing: LaneDrawing;
  readonly scene: Scene;
  /** Gives the meshes the geometries of this frame: a drawing that has grown has another. */
  refresh(): void;
}

/** What makes the renderer and keeps one scene a lane: `lane-root.tsx` with fiber, `bare-lane-root.ts` without. */
export interface LaneRoot {
  /** A lane of a name that is there goes on with its scene: to make one means to compile its shaders. */
  show(views: readonly LaneView[]): void;
  /** Gives the graphics context back. */
  close(): void;
}

export interface LaneRootOptions {
  readonly antialias: boolean;
  /** Called once, as soon as there is a renderer. */
  readonly onRenderer: (renderer: WebGLRenderer) => void;
  readonly onError: () => void;
  /** Called with every scene that comes; returns what is called when it goes. */
  readonly register: (lane: StagedLane) => () => void;
  /** Called when a scene has another run to show. */
  readonly onFollow: () => void;
}

/** A mesh: what has its geometry in this frame, and its material. */
export interface MeshPart {
  readonly source: { readonly geometry: BufferGeometry };
  readonly material: Material;
}

/** The meshes; both kinds of markers come after them. */
export function meshParts({ surface, path, axes }: LaneDrawing): MeshPart[] {
  const { inside, outside, dropped } = path.geometries;
  const { hidden, casing, core, beyond, dropCasing, drop } = path.materials;
  return [
    { source: surface, material: surface.material },
    { source: inside, material: hidden.material },
    { source: axes.geometry, material: axes.material.material },
    { source: outside, material: beyond.material },
    { source: dropped, material: dropCasing.material },
    { source: dropped, material: drop.material },
    { source: inside, material: casing.material },
    { source: inside, material: core.material },
  ];
}

/** @param meshes in the order of the parts */
export function refreshMeshes(
  meshes: readonly (Mesh | null | undefined)[],
  parts: readonly MeshPart[],
): void {
  for (let k = 0; k < parts.length; k++) {
    const [mesh, part] = [meshes[k], parts[k]];
    if (!mesh || !part) continue;
    const { geometry } = part.source;
    mesh.geometry = geometry;
    // Before it finds nothing to draw, the renderer would set the whole material up.
    mesh.visible = geometry.drawRange.count > 0;
  }
}
