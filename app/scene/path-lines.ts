// The path of one lane as it is drawn: cased where it is in view, faint where the surface hides it or the box ends.
import type { Vector4 } from 'three';
import type { Tokens } from '../theme.ts';
import type { LaneView } from '../session/types.ts';
import { setColor } from './colors.ts';
import { dropLines, mostDropLines } from './drop-lines.ts';
import { createLineGeometry, createLineMaterial } from './fat-lines.ts';
import { createPathSegments, type PathSegments } from './path-segments.ts';
import { createSegments } from './segments.ts';

const coreWidth = 2.2;
const casingWidth = 4.4;

export function createPathLines() {
  const segments: PathSegments = createPathSegments();
  const drops = createSegments(mostDropLines);
  const inside = createLineGeometry();
  const outside = createLineGeometry();
  const dropped = createLineGeometry();
  const hidden = createLineMaterial({ width: coreWidth, opacity: 0.34, through: true, once: true });
  const casing = createLineMaterial({ width: casingWidth });
  const core = createLineMaterial({ width: coreWidth });
  const beyond = createLineMaterial({ width: coreWidth, opacity: 0.45, through: true, once: true });
  const dropCasing = createLineMaterial({ width: 2.8, opacity: 0.8 });
  const drop = createLineMaterial({ width: 1.2 });
  const materials = [hidden, casing, core, beyond, dropCasing, drop];

  return {
    segments,
    geometries: { inside, outside, dropped },
    materials: { hidden, casing, core, beyond, dropCasing, drop },
    update(view: LaneView, rebuild: boolean) {
      segments.update(view, rebuild);
      dropLines(view, drops);
      inside.update(segments.inside);
      outside.update(segments.outside);
      dropped.update(drops);
      for (const material of [hidden, casing, core]) {
        material.setFade(view.startStrength, segments.inside.count);
      }
    },
    setColors(tokens: Tokens, lane: number) {
      const color = tokens.lanes[lane] ?? tokens.ink;
      for (const { paint } of [hidden, core, beyond, drop]) setColor(paint, color);
      for (const { paint } of [casing, dropCasing]) setColor(paint, tokens.casing);
    },
    setViewport(viewport: Vector4, pixelRatio: number) {
      for (const material of materials) material.setViewport(viewport, pixelRatio);
    },
    dispose() {
      for (const { material } of materials) material.dispose();
      inside.dispose();
      outside.dispose();
      dropped.dispose();
    },
  };
}

export type PathLines = ReturnType<typeof createPathLines>;
