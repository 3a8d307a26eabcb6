// three.js without what no picture here uses, which is a third of it: ready-made materials, lights, shadows, mirrors, headsets.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('../node_modules/three/src/', import.meta.url)).replaceAll(
  '\\',
  '/',
);

/** Modules of three.js by their path, and what stands in their place: as much as the renderer asks of them. */
const replaced = new Map([
  // All materials of the scenes are ShaderMaterial: before their own shaders stands this one, and no other part.
  [
    'renderers/shaders/ShaderChunk.js',
    `import colorspace_pars_fragment from './ShaderChunk/colorspace_pars_fragment.glsl.js';
    export const ShaderChunk = { colorspace_pars_fragment };`,
  ],
  ['renderers/shaders/ShaderLib.js', 'export const ShaderLib = {};'],
  ['renderers/shaders/DFGLUTData.js', 'export const getDFGLUT = () => null;'],
  [
    'renderers/webgl/WebGLShadowMap.js',
    `export class WebGLShadowMap {
      enabled = false;
      autoUpdate = false;
      needsUpdate = false;
      type = 1;
      render() {}
    }`,
  ],
  [
    'renderers/webgl/WebGLEnvironments.js',
    `export class WebGLEnvironments {
      get(texture) {
        return texture ?? null;
      }
      dispose() {}
    }`,
  ],
  [
    'renderers/webgl/WebGLLights.js',
    `export function WebGLLights() {
      const kinds = ['sun', 'directional', 'point', 'spot', 'rectArea', 'hemi'];
      const maps = ['sunShadowMap', 'directionalShadowMap', 'pointShadowMap', 'spotShadowMap', 'spotLightMap'];
      const none = Object.fromEntries([...kinds, ...maps].map((name) => [name, []]));
      const state = { version: 0, numSpotLightShadowsWithMaps: 0, numLightProbes: 0, ...none };
      return { setup() {}, setupView() {}, state };
    }`,
  ],
  [
    'renderers/webgl/WebGLMaterials.js',
    `export function WebGLMaterials() {
      return {
        refreshFogUniforms() {},
        refreshMaterialUniforms(uniforms, material) {
          material.uniformsNeedUpdate = false;
        },
      };
    }`,
  ],
  [
    'renderers/webgl/WebGLUniformsGroups.js',
    `export function WebGLUniformsGroups() {
      return { bind() {}, update() {}, dispose() {} };
    }`,
  ],
  [
    'renderers/webgl/WebGLMorphtargets.js',
    `export function WebGLMorphtargets() {
      return { update() {} };
    }`,
  ],
  // Nobody asks three.js what is under a pointer: a scene of the app finds it on its own grid.
  ['math/Ray.js', 'export class Ray {}'],
  ['math/Triangle.js', 'export class Triangle {}'],
  // For canvases of more than 8 bits a colour.
  ['renderers/webgl/WebGLOutput.js', 'export class WebGLOutput {}'],
  [
    'renderers/webxr/WebXRManager.js',
    `import { EventDispatcher } from '../../core/EventDispatcher.js';
    export class WebXRManager extends EventDispatcher {
      enabled = false;
      isPresenting = false;
      getEnvironmentBlendMode() {}
      setAnimationLoop() {}
      dispose() {}
    }`,
  ],
]);

/**
 * Methods of whole classes, where no bundler can leave them out: nobody saves a scene, opens one or asks it what is under a
 * pointer, normals come from the shader, and nothing is turned about an axis of its own.
 */
const uncalled =
  /^\t(toJSON|fromJSON|raycast|computeVertexNormals|toNonIndexed|setAxisAngleFromRotationMatrix|setFromUnitVectors|intersectsTriangle|transformUv)\([^\n]*\{\n[^]*?\n\t\}\n/gm;

export function leanThree(): Plugin {
  return {
    name: 'lean-three',
    enforce: 'pre',
    apply: 'build',
    resolveId: (specifier) => (specifier === 'three' ? `${source}Three.js` : null),
    load(id) {
      if (!id.startsWith(source)) return null;
      return replaced.get(id.slice(source.length)) ?? null;
    },
    transform(code, id) {
      if (!id.startsWith(source)) return null;
      const unused = code.replaceAll(uncalled, '');
      if (id !== `${source}utils.js`) return unused;
      // Warnings are for who writes scenes: a build has no need of them. Errors stay.
      return unused.replaceAll(
        /^function (warn|warnOnce|log)\(/gm,
        '/*#__NO_SIDE_EFFECTS__*/ function $1(',
      );
    },
  };
}
