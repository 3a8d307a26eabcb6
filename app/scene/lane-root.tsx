// The lanes' scenes as fiber keeps them, where the page has React: see also bare-lane-root.ts.
import { createRoot, extend } from '@react-three/fiber';
import { Mesh, Points, Scene } from 'three';
import { LaneScene } from './LaneScene.tsx';
import { SceneBoundary } from './SceneBoundary.tsx';
import type { LaneRoot, LaneRootOptions } from './staged-lane.ts';

extend({ Mesh, Points, Scene });

export function openLaneRoot(canvas: HTMLCanvasElement, options: LaneRootOptions): LaneRoot {
  const { antialias, onRenderer, onError, register, onFollow } = options;
  const root = createRoot(canvas);
  root
    .configure({
      gl: { antialias, alpha: true, stencil: true, powerPreference: 'default' },
      frameloop: 'never',
      flat: true,
      dpr: 1,
      // The picture's size is set with every measurement.
      size: { width: 1, height: 1, top: 0, left: 0 },
      onCreated: ({ gl }) => onRenderer(gl),
    })
    .catch(onError);
  return {
    show(views) {
      root.render(
        <SceneBoundary onError={onError}>
          {views.map((view) => (
            <LaneScene key={view.id} view={view} register={register} onFollow={onFollow} />
          ))}
        </SceneBoundary>,
      );
    },
    close: () => root.unmount(),
  };
}
