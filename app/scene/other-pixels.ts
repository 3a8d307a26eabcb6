// Pictures of finer or coarser pixels than their canvas has: a canvas whose size is set is made anew, which takes far longer.
import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  LinearFilter,
  Mesh,
  NoBlending,
  Scene,
  ShaderMaterial,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';

/** One triangle that covers the whole canvas. */
function coveringTriangle(): BufferGeometry {
  const geometry = new BufferGeometry();
  const corners = new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  return geometry;
}

const vertexShader = /* glsl */ `
  varying vec2 place;
  void main() {
    place = 0.5 * position.xy + 0.5;
    gl_Position = vec4(position.xy, 0.0, 1.0);
  }`;
const fragmentShader = /* glsl */ `
  uniform sampler2D picture;
  varying vec2 place;
  void main() {
    gl_FragColor = texture2D(picture, place);
  }`;

export interface OtherPixels {
  /** Where to draw, of this size in pixels; kept for the next picture of the same size. */
  target(columns: number, rows: number): WebGLRenderTarget;
  /** Puts what was drawn onto the canvas. Of twice its pixels each four become their mean. */
  show(columns: number, rows: number): void;
  dispose(): void;
}

export function createOtherPixels(renderer: WebGLRenderer): OtherPixels {
  const target = new WebGLRenderTarget(1, 1, {
    ...{ minFilter: LinearFilter, magFilter: LinearFilter, generateMipmaps: false },
    ...{ depthBuffer: true, stencilBuffer: true },
  });
  const geometry = coveringTriangle();
  const material = new ShaderMaterial({
    ...{ vertexShader, fragmentShader, uniforms: { picture: { value: target.texture } } },
    // What the picture leaves clear the canvas does too.
    ...{ blending: NoBlending, depthTest: false, depthWrite: false },
  });
  const triangle = new Mesh(geometry, material);
  triangle.frustumCulled = false;
  const scene = new Scene();
  scene.add(triangle);
  const camera = new Camera();
  return {
    target(columns, rows) {
      if (target.width !== columns || target.height !== rows) target.setSize(columns, rows);
      return target;
    },
    show(columns, rows) {
      renderer.setRenderTarget(null);
      renderer.setScissorTest(false);
      renderer.setViewport(0, 0, columns, rows);
      renderer.render(scene, camera);
    },
    dispose() {
      target.dispose();
      geometry.dispose();
      material.dispose();
    },
  };
}
