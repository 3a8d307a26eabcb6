// One lane's scene, as the renderer's tree: in the order in which its parts are painted.
import { useLayoutEffect, useRef, useState } from 'react';
// The elements below are typed by this import.
import type {} from '@react-three/fiber';
import type { Mesh, Scene } from 'three';
import type { LaneView } from '../session/types.ts';
import { createLaneDrawing } from './lane-drawing.ts';
import { meshParts, refreshMeshes, type LaneRootOptions } from './staged-lane.ts';

export interface LaneSceneProps extends Pick<LaneRootOptions, 'register' | 'onFollow'> {
  readonly view: LaneView;
}

export function LaneScene({ view, register, onFollow }: LaneSceneProps) {
  const [drawing] = useState(() => createLaneDrawing(view));
  const [parts] = useState(() => meshParts(drawing));
  const scene = useRef<Scene>(null);
  const meshes = useRef<(Mesh | null)[]>([]);

  useLayoutEffect(() => {
    if (!scene.current) return;
    const remove = register({
      drawing,
      scene: scene.current,
      refresh: () => refreshMeshes(meshes.current, parts),
    });
    return () => {
      remove();
      drawing.dispose();
    };
  }, [drawing, parts, register]);
  useLayoutEffect(() => {
    drawing.follow(view);
    onFollow();
  }, [drawing, view, onFollow]);

  const { geometry, material } = drawing.markers;
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
      <points geometry={geometry} material={material} frustumCulled={false} />
    </scene>
  );
}
