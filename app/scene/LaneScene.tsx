// One lane's scene, as the renderer's tree: in the order in which its parts are painted.
import { useLayoutEffect, useRef, useState } from 'react';
// The elements below are typed by this import.
import type {} from '@react-three/fiber';
import type { BufferGeometry, Material, Mesh, Scene } from 'three';
import type { LaneView } from '../session/types.ts';
import { createLaneDrawing, type LaneDrawing } from './lane-drawing.ts';

/** A lane's scene as the stage draws it. */
export interface StagedLane {
  readonly drawing: LaneDrawing;
  readonly scene: Scene;
  /** Gives the meshes the geometries of this frame: a drawing that has grown has another. */
  refresh(): void;
}

export interface LaneSceneProps {
  readonly view: LaneView;
  /** Called with the scene when it is there; returns what is called when it goes. */
  readonly register: (lane: StagedLane) => () => void;
}

interface Part {
  readonly source: { readonly geometry: BufferGeometry };
  readonly material: Material;
}

function meshParts({ surface, path, axes }: LaneDrawing): Part[] {
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

export function LaneScene({ view, register }: LaneSceneProps) {
  const [drawing] = useState(() => createLaneDrawing(view));
  const [parts] = useState(() => meshParts(drawing));
  const scene = useRef<Scene>(null);
  const meshes = useRef<(Mesh | null)[]>([]);

  useLayoutEffect(() => {
    if (!scene.current) return;
    const remove = register({
      drawing,
      scene: scene.current,
      refresh() {
        for (let k = 0; k < parts.length; k++) {
          const [mesh, part] = [meshes.current[k], parts[k]];
          if (mesh && part) mesh.geometry = part.source.geometry;
        }
      },
    });
    return () => {
      remove();
      drawing.dispose();
    };
  }, [drawing, parts, register]);

  const { geometry, material, behind } = drawing.markers;
  return (
    <scene ref={scene}>
      {parts.map((part, k) => (
        <mesh
          key={k}
          ref={(mesh) => {
            meshes.current[k] = mesh;
          }}
          geometry={part.source.geometry}
          material={part.material}
          frustumCulled={false}
        />
      ))}
      <points geometry={geometry} material={behind} frustumCulled={false} />
      <points geometry={geometry} material={material} frustumCulled={false} />
    </scene>
  );
}
