// Lines wider than one pixel: every segment is a rectangle in the picture, with round ends and soft edges.
import {
  BufferAttribute,
  DynamicDrawUsage,
  GLSL3,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  Sphere,
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
    strength = mix(1.0, fade.x, 1.0 - (float(gl_InstanceID) + 1.0) / max(fade.y, 1.0));
    float reach = 0.5 * width + 1.0;
    float size = length(to - from);
    vec2 along = size > 1e-3 ? (to - from) / size : vec2(1.0, 0.0);
    vec2 place = position.x < 0.5 ? from - along * reach : to + along * reach;
    place += vec2(-along.y, along.x) * position.y * reach;
    vec4 nearest = position.x < 0.5 ? start : end;
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
  readonly geometry: InstancedBufferGeometry;
  /** Uploads the segments that have changed. Returns whether `geometry` is another one now. */
  update(segments: Segments): boolean;
  dispose(): void;
}

/** Segments on the graphics processor, in a buffer as long as the array they come from. */
export function createLineGeometry(): LineGeometry {
  let geometry = new InstancedBufferGeometry();
  geometry.instanceCount = 0;
  let buffer: InstancedInterleavedBuffer | null = null;
  return {
    get geometry() {
      return geometry;
    },
    update(segments) {
      const first = segments.takeChanged();
      const grown = buffer?.array !== segments.data;
      if (grown) {
        geometry.dispose();
        geometry = new InstancedBufferGeometry();
        const corners = new Float32Array([0, -1, 0, 1, -1, 0, 0, 1, 0, 1, 1, 0]);
        geometry.setAttribute('position', new BufferAttribute(corners, 3));
        geometry.setIndex([0, 1, 2, 2, 1, 3]);
        geometry.boundingSphere = new Sphere(new Vector3(), 2);
        buffer = new InstancedInterleavedBuffer(segments.data, 6);
        buffer.setUsage(DynamicDrawUsage);
        geometry.setAttribute('segmentStart', new InterleavedBufferAttribute(buffer, 3, 0));
        geometry.setAttribute('segmentEnd', new InterleavedBufferAttribute(buffer, 3, 3));
      } else if (buffer && first < segments.count) {
        buffer.addUpdateRange(6 * first, 6 * (segments.count - first));
        buffer.needsUpdate = true;
      }
      geometry.instanceCount = segments.count;
      return grown;
    },
    dispose() {
      geometry.dispose();
    },
  };
}
