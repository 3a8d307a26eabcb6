// three.js without what no picture here uses, which is a third of it: ready-made materials, shadows, mirrors, headsets.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('../node_modules/three/src/', import.meta.url)).replaceAll(
  '\\',
  '/',
);

/** Modules of three.js by their path, and what stands in their place: as much as the renderer asks of them. */
const replaced = new Map([
  // All materials of the scenes are ShaderMaterial: before their own shaders stand these two, and no other part.
  [
    'renderers/shaders/ShaderChunk.js',
    `import colorspace_pars_fragment from './ShaderChunk/colorspace_pars_fragment.glsl.js';
    import tonemapping_pars_fragment from './ShaderChunk/tonemapping_pars_fragment.glsl.js';
    export const ShaderChunk = { colorspace_pars_fragment, tonemapping_pars_fragment };`,
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
    // Warnings are for who writes scenes: a build has no need of them. Errors stay.
    transform(code, id) {
      if (id !== `${source}utils.js`) return null;
      return code.replaceAll(
        /^function (warn|warnOnce|log)\(/gm,
        '/*#__NO_SIDE_EFFECTS__*/ function $1(',
      );
    },
  };
}
