// The mesh of one lane's loss surface: a static grid, lifted by a texture of heights on the graphics processor.
import {
  DoubleSide,
  GLSL3,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
  type BufferGeometry,
} from 'three';
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxHeight, highestHeight } from './box.ts';
import { copyHeights } from './heights.ts';
import { gridGeometry, heightTexture, paletteTexture } from './surface-resources.ts';
import { surfaceFragmentShader, surfaceVertexShader } from './surface-shader.ts';
import { gridStep, type Ticks } from './ticks.ts';

export interface SurfaceMesh {
  readonly geometry: BufferGeometry;
  readonly material: ShaderMaterial;
  readonly columns: number;
  readonly rows: number;
  /** What the texture holds: columns x rows, row major. */
  readonly heights: Float32Array;
  /** Takes in a new surface, scale or window. The faint lines lie at the ticks and half-way between them. */
  update(view: LaneView, u: Ticks, v: Ticks): void;
  /** The next surface is another's, whatever its version says. */
  forget(): void;
  /** Slice coordinates, or null for none. */
  setCrosshair(point: readonly [number, number] | null, view: LaneView): void;
  /** @param azimuth of the camera, in degrees: the light comes from its left */
  setLight(azimuth: number): void;
  setPixelRatio(ratio: number): void;
  dispose(): void;
}

const nowhere = 1e6;
/** The surface is pushed back by what it falls over so many CSS pixels: half of a line that lies in it, and some. */
const sinking = 2.8;

export function createSurfaceMesh(): SurfaceMesh {
  let [columns, rows] = [2, 2];
  let geometry = gridGeometry(columns, rows);
  let texture = heightTexture(columns, rows);
  let heights = new Float32Array(columns * rows);
  texture.image.data = heights;
  let bands = 14;
  let palette = paletteTexture(bands);
  let drawnVersion = NaN;
  let drawnMin = NaN;
  let drawnMax = NaN;
  const size = new Vector2(columns, rows);
  const scaleRule = new Vector3();
  const boxHeights = new Vector2(boxHeight, highestHeight);
  const extent = new Vector4();
  const light = new Vector2();
  const gridLines = new Vector4(0, 0, 1, 1);
  const crosshair = new Vector2(nowhere, nowhere);
  const uniforms = {
    heights: { value: texture },
    gridSize: { value: size },
    scale: { value: scaleRule },
    boxHeights: { value: boxHeights },
    cut: { value: false },
    extent: { value: extent },
    palette: { value: palette },
    bands: { value: bands },
    light: { value: light },
    gridLines: { value: gridLines },
    crosshair: { value: crosshair },
    pixel: { value: 1 },
  };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: surfaceVertexShader,
    fragmentShader: surfaceFragmentShader,
    uniforms,
    side: DoubleSide,
    polygonOffset: true,
    polygonOffsetUnits: 4,
  });

  const resize = (nextColumns: number, nextRows: number) => {
    geometry.dispose();
    texture.dispose();
    [columns, rows] = [nextColumns, nextRows];
    geometry = gridGeometry(columns, rows);
    texture = heightTexture(columns, rows);
    heights = new Float32Array(columns * rows);
    texture.image.data = heights;
    uniforms.heights.value = texture;
    size.set(columns, rows);
  };

  return {
    get geometry() {
      return geometry;
    },
    material,
    get columns() {
      return columns;
    },
    get rows() {
      return rows;
    },
    get heights() {
      return heights;
    },
    update({ surface, scale, window }, u, v) {
      if (!surface || !scale) return;
      if (surface.columns !== columns || surface.rows !== rows)
        resize(surface.columns, surface.rows);
      if (surface.version !== drawnVersion || scale.min !== drawnMin || scale.max !== drawnMax) {
        copyHeights(surface, scale, heights);
        texture.needsUpdate = true;
        drawnVersion = surface.version;
        [drawnMin, drawnMax] = [scale.min, scale.max];
      }
      if (scale.bands !== bands) {
        bands = scale.bands;
        palette.dispose();
        palette = paletteTexture(bands);
        uniforms.palette.value = palette;
        uniforms.bands.value = bands;
      }
      boxHeights.y = scale.clip === null ? highestHeight : 1;
      uniforms.cut.value = scale.clip !== null;
      if (scale.mode === 'log') {
        const low = Math.log(scale.min);
        scaleRule.set(low, 1 / (Math.log(scale.max) - low), 1);
      } else scaleRule.set(scale.min, 1 / (scale.max - scale.min), 0);
      const [uMin, uMax, vMin, vMax] = window;
      const [uFrom, uTo, vFrom, vTo] = surface.plane.extent;
      extent.set(
        boxCoordinate(uFrom, uMin, uMax),
        boxCoordinate(uTo, uMin, uMax),
        boxCoordinate(vFrom, vMin, vMax),
        boxCoordinate(vTo, vMin, vMax),
      );
      gridLines.set(
        boxCoordinate(u.values[0] ?? uMin, uMin, uMax),
        boxCoordinate(v.values[0] ?? vMin, vMin, vMax),
        (2 * gridStep(u)) / (uMax - uMin),
        (2 * gridStep(v)) / (vMax - vMin),
      );
    },
    forget() {
      drawnVersion = NaN;
    },
    setCrosshair(point, { window: [uMin, uMax, vMin, vMax] }) {
      if (!point) crosshair.set(nowhere, nowhere);
      else crosshair.set(boxCoordinate(point[0], uMin, uMax), boxCoordinate(point[1], vMin, vMax));
    },
    setLight(azimuth) {
      // From the left of the picture and a little from the front.
      const angle = ((azimuth - 65) * Math.PI) / 180;
      light.set(Math.sin(angle), -Math.cos(angle));
    },
    setPixelRatio(ratio) {
      uniforms.pixel.value = ratio;
      material.polygonOffsetFactor = sinking * ratio;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      texture.dispose();
      palette.dispose();
    },
  };
}
