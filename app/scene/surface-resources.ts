// What the surface's shaders read: the grid of vertices, the texture of heights, the row of band colours.
import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  FloatType,
  RedFormat,
  Sphere,
  Vector3,
} from 'three';
import { bandColors } from '../color-map.ts';

/** Pairs of triangles over a grid; the vertex shader finds height and place from column and row. */
export function gridGeometry(columns: number, rows: number): BufferGeometry {
  const places = new Float32Array(3 * columns * rows);
  const corners = new Uint32Array(6 * (columns - 1) * (rows - 1));
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const k = row * columns + column;
      places[3 * k] = column;
      places[3 * k + 1] = row;
      if (row === rows - 1 || column === columns - 1) continue;
      corners.set([k, k + 1, k + columns, k + columns, k + 1, k + columns + 1], at);
      at += 6;
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(places, 3));
  geometry.setIndex(new BufferAttribute(corners, 1));
  // The shader moves the vertices, so no bound computed from them would be true.
  geometry.boundingSphere = new Sphere(new Vector3(), 2);
  return geometry;
}

/** Heights as they are, one number a point; the shader reads single points and interpolates itself. */
export function heightTexture(columns: number, rows: number): DataTexture {
  return new DataTexture(new Float32Array(columns * rows), columns, rows, RedFormat, FloatType);
}

/** The colours of the bands, to the byte. */
export function paletteTexture(bands: number): DataTexture {
  const colors = bandColors(bands);
  const pixels = new Uint8Array(4 * bands);
  for (let k = 0; k < bands; k++) {
    pixels.set(colors.subarray(3 * k, 3 * k + 3), 4 * k);
    pixels[4 * k + 3] = 255;
  }
  const texture = new DataTexture(pixels, bands, 1);
  texture.needsUpdate = true;
  return texture;
}
