// The three points of a lane that stand out: where the path starts, where it is now, and the least loss of the plane.
import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  GLSL3,
  ShaderMaterial,
  Sphere,
  Vector3,
  type IUniform,
} from 'three';
import { elevationRule } from './surface-shader.ts';

/**
 * A marker is hidden where the surface, bilinear as it is drawn, lies between its middle and the camera. A coarse grid stands a
 * little above the ground of a narrow bowl: what is just below it lies on it.
 */
const vertexShader = /* glsl */ `
  ${elevationRule}
  uniform float pixel;
  in float kind; // 0 start, 1 now, 2 minimum, 3 where a run has diverged
  flat out int shape;
  out float size;
  out float hidden;

  float groundAt(vec2 place) {
    vec2 cell = clamp((place - extent.xz) / (extent.yw - extent.xz), 0.0, 1.0) * vec2(gridSize - 1);
    ivec2 low = ivec2(cell);
    vec2 part = fract(cell);
    return mix(
      mix(elevation(low), elevation(low + ivec2(1, 0)), part.x),
      mix(elevation(low + ivec2(0, 1)), elevation(low + 1), part.x),
      part.y
    );
  }

  bool isHidden() {
    float ground = groundAt(position.xy);
    float side = position.z < ground - 0.08 ? -1.0 : 1.0;
    vec3 place = vec3(position.xy, side > 0.0 ? max(position.z, ground) : position.z);
    vec3 way = 0.03 * normalize(cameraPosition - place);
    for (int k = 0; k < 99; k++) {
      place += way;
      if (any(greaterThan(abs(place), vec3(1.0)))) return false;
      if (side * (place.z - groundAt(place.xy)) < -0.006) return true;
    }
    return false;
  }

  void main() {
    shape = int(kind + 0.5);
    size = pixel * (shape == 0 ? 15.0 : shape == 1 ? 17.0 : 15.0);
    hidden = isHidden() ? 1.0 : 0.0;
    gl_PointSize = size;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    if (position.z < -0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  }
`;

const fragmentShader = /* glsl */ `
  uniform float pixel;
  uniform vec3 paint;
  uniform vec3 casing;
  uniform vec3 ink;
  flat in int shape;
  in float size;
  in float hidden;
  layout(location = 0) out highp vec4 color;

  float cover(float distance) { return clamp(0.5 - distance * pixel, 0.0, 1.0); }

  void main() {
    // CSS pixels from the middle, y upwards.
    vec2 place = (gl_PointCoord - 0.5) * vec2(1.0, -1.0) * size / pixel;
    float radius = length(place);
    if (shape == 0) {
      float rim = abs(radius - 4.6);
      color = vec4(mix(casing, paint, cover(rim - 1.1)), cover(radius - 7.0));
    } else if (shape == 1) {
      float cased = cover(radius - 7.0);
      vec2 lit = place / 5.4;
      float bright = sqrt(max(0.0, 1.0 - dot(lit, lit)));
      float shine = max(0.0, dot(vec3(lit, bright), normalize(vec3(-0.5, 0.6, 0.8))));
      vec3 ball = paint * (0.72 + 0.36 * shine) + vec3(0.75 * pow(shine, 24.0));
      vec3 shown = mix(ink, casing, cover(radius - 6.6));
      // Hidden it has no bright rim, as the path has none.
      color = vec4(mix(shown, ball, cover(radius - 5.2 - 1.4 * hidden)), cased);
    } else {
      vec2 turned = abs(vec2(place.x + place.y, place.y - place.x)) * 0.7071;
      float arm = max(max(turned.x, turned.y) - 5.4, min(turned.x, turned.y) - 0.9);
      color = shape == 2
        ? vec4(mix(ink, casing, cover(arm)), cover(arm - 1.3))
        : vec4(mix(casing, paint, cover(arm)), cover(arm - 1.3));
    }
    color.a *= 1.0 - 0.5 * hidden;
    if (color.a < 0.004) discard;
  }
`;

export type MarkerKind = 'start' | 'now' | 'minimum';
const order: Record<MarkerKind, number> = { start: 0, minimum: 1, now: 2 };

export interface Markers {
  readonly geometry: BufferGeometry;
  /** A marker is drawn whole: without its rim, or faint, where the surface hides its middle. */
  readonly material: ShaderMaterial;
  /** In box coordinates: three numbers. */
  place(kind: MarkerKind, point: ArrayLike<number>): void;
  hide(kind: MarkerKind): void;
  /** Where the lane is now is a ball; where it has diverged, a cross. */
  setDiverged(diverged: boolean): void;
  readonly colors: { readonly paint: Vector3; readonly casing: Vector3; readonly ink: Vector3 };
  dispose(): void;
}

/** @param surface the uniforms of the surface that may hide them; its pixels are theirs */
export function createMarkers(surface: Record<string, IUniform>): Markers {
  const places = new BufferAttribute(new Float32Array(9), 3);
  places.setUsage(DynamicDrawUsage);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', places);
  const kinds = new BufferAttribute(new Float32Array([0, 2, 1]), 1);
  geometry.setAttribute('kind', kinds);
  geometry.boundingSphere = new Sphere(new Vector3(), 2);
  const colors = { paint: new Vector3(), casing: new Vector3(), ink: new Vector3() };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: {
      ...surface,
      paint: { value: colors.paint },
      casing: { value: colors.casing },
      ink: { value: colors.ink },
    },
    transparent: true,
    depthWrite: false,
    depthTest: false,
  });
  const place = (kind: MarkerKind, point: ArrayLike<number>) => {
    places.setXYZ(order[kind], point[0] ?? 0, point[1] ?? 0, point[2] ?? 0);
    places.needsUpdate = true;
  };
  // The vertex shader leaves out what lies below the floor.
  const hide = (kind: MarkerKind) => place(kind, [0, 0, -1]);
  hide('start');
  hide('minimum');
  hide('now');
  return {
    geometry,
    material,
    place,
    hide,
    setDiverged(diverged) {
      const kind = diverged ? 3 : 1;
      if (kinds.getX(order.now) === kind) return;
      kinds.setX(order.now, kind);
      kinds.needsUpdate = true;
    },
    colors,
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
