// Lines wider than one pixel: every segment is a rectangle in the picture, with round ends and soft edges.
import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  GLSL3,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
} from 'three';
import type { Segments } from './segments.ts';

const vertexShader = /* glsl */ `
  uniform vec4 viewport; // device pixels: left, bottom, width, height
  uniform float width; // device pixels
  uniform vec2 fade; // the strength of the first segment, and how many there are
  flat out float strength;
  in vec3 segmentStart;
  in vec3 segmentEnd;
  flat out vec4 ends;
  void main() {
    vec4 start = projectionMatrix * modelViewMatrix * vec4(segmentStart, 1.0);
    vec4 end = projectionMatrix * modelViewMatrix * vec4(segmentEnd, 1.0);
    vec2 from = viewport.xy + (0.5 * start.xy / start.w + 0.5) * viewport.zw;
    vec2 to = viewport.xy + (0.5 * end.xy / end.w + 0.5) * viewport.zw;
    ends = vec4(from, to);
    strength = mix(1.0, fade.x, 1.0 - float(gl_VertexID / 4 + 1) / max(fade.y, 1.0));
    bool atStart = (gl_VertexID & 1) == 0;
    float side = (gl_VertexID & 2) == 0 ? -1.0 : 1.0;
    float reach = 0.5 * width + 1.0;
    float size = length(to - from);
    vec2 along = size > 1e-3 ? (to - from) / size : vec2(1.0, 0.0);
    vec2 place = atStart ? from - along * reach : to + along * reach;
    place += vec2(-along.y, along.x) * side * reach;
    vec4 nearest = atStart ? start : end;
    gl_Position = vec4(
      (2.0 * (place - viewport.xy) / viewport.zw - 1.0) * nearest.w,
      nearest.zw
    );
  }
`;

const fragmentShader = /* glsl */ `
  uniform vec3 paint;
  uniform float opacity;
  uniform float width;
  uniform float leastCover;
  flat in vec4 ends;
  flat in float strength;
  layout(location = 0) out highp vec4 color;
  void main() {
    vec2 along = ends.zw - ends.xy;
    vec2 here = gl_FragCoord.xy - ends.xy;
    float part = clamp(dot(here, along) / max(dot(along, along), 1e-6), 0.0, 1.0);
    float cover = clamp(0.5 * width + 0.5 - length(here - part * along), 0.0, 1.0);
    if (cover <= leastCover) discard;
    color = vec4(paint, cover * opacity * strength);
  }
`;

export interface LineStyle {
  /** CSS pixels. */
  readonly width: number;
  readonly opacity?: number;
  /** Also where the surface is in front of it. */
  readonly through?: boolean;
  /** Each pixel is painted once, so that a faint line has no beads where its segments meet. */
  readonly once?: boolean;
}

export interface LineMaterial {
  readonly material: ShaderMaterial;
  readonly paint: Vector3;
  setViewport(viewport: Vector4, pixelRatio: number): void;
  /** Older segments are fainter: the first of so many has this strength, the last is drawn in full. */
  setFade(strength: number, count: number): void;
}

export function createLineMaterial(style: LineStyle): LineMaterial {
  const paint = new Vector3();
  const uniforms = {
    viewport: { value: new Vector4(0, 0, 1, 1) },
    width: { value: style.width },
    opacity: { value: style.opacity ?? 1 },
    leastCover: { value: style.once ? 0.4 : 0 },
    paint: { value: paint },
    fade: { value: new Vector2(1, 1) },
  };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms,
    transparent: true,
    depthWrite: false,
    depthTest: !style.through,
    ...(style.once && {
      stencilWrite: true,
      stencilRef: 1,
      stencilFunc: NotEqualStencilFunc,
      stencilZPass: ReplaceStencilOp,
    }),
  });
  return {
    material,
    paint,
    setViewport(viewport, pixelRatio) {
      uniforms.viewport.value.copy(viewport);
      uniforms.width.value = style.width * pixelRatio;
    },
    setFade(strength, count) {
      uniforms.fade.value.set(strength, count);
    },
  };
}

export interface LineGeometry {
  readonly geometry: BufferGeometry;
  /** Uploads the segments that have changed. Returns whether `geometry` is another one now. */
  update(segments: Segments): boolean;
  dispose(): void;
}

const cornersOf = (segments: Segments) => 4 * (segments.data.length / 6);

/** Both triangles of every segment. */
function triangles(corners: number): Uint32Array {
  const indices = new Uint32Array(1.5 * corners);
  for (let corner = 0, k = 0; corner < corners; corner += 4, k += 6)
    indices.set([corner, corner + 1, corner + 2, corner + 2, corner + 1, corner + 3], k);
  return indices;
}

/**
 * Segments on the graphics processor, each at its four corners: as instances they would be a fourth of the numbers, but
 * where there is no graphics processor every instance is drawn on its own.
 */
export function createLineGeometry(): LineGeometry {
  let geometry = new BufferGeometry();
  let buffer = new InterleavedBuffer(new Float32Array(), 6);
  geometry.setDrawRange(0, 0);
  return {
    get geometry() {
      return geometry;
    },
    update(segments) {
      const corners = cornersOf(segments);
      const grown = buffer.count !== corners;
      const first = grown ? 0 : segments.takeChanged();
      if (grown) {
        segments.takeChanged();
        geometry.dispose();
        geometry = new BufferGeometry();
        buffer = new InterleavedBuffer(new Float32Array(6 * corners), 6);
        buffer.setUsage(DynamicDrawUsage);
        geometry.setIndex(new BufferAttribute(triangles(corners), 1));
        geometry.setAttribute('segmentStart', new InterleavedBufferAttribute(buffer, 3, 0));
        geometry.setAttribute('segmentEnd', new InterleavedBufferAttribute(buffer, 3, 3));
      }
      const { data, count } = segments;
      const { array } = buffer;
      for (let k = 6 * first; k < 6 * count; k++) {
        const corner = 24 * Math.floor(k / 6) + (k % 6);
        for (let n = 0; n < 24; n += 6) array[corner + n] = data[k] ?? 0;
      }
      if (first < count) {
        buffer.addUpdateRange(24 * first, 24 * (count - first));
        buffer.needsUpdate = true;
      }
      geometry.setDrawRange(0, 6 * count);
      return grown;
    },
    dispose() {
      geometry.dispose();
    },
  };
}
