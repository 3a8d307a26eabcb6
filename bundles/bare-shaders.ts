// Shaders without what only their readers need: comments and indentation are text that no minifier may touch.
import type { Plugin } from 'vite';

const shader = /\/\* glsl \*\/ `([^`]*)`/g;

export function bareShaders(): Plugin {
  return {
    name: 'bare-shaders',
    // Before comments are gone, by which a shader is known.
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('/* glsl */')) return null;
      const bare = (text: string) => text.replace(/\/\/.*$/gm, '').replace(/^\s+|\s+$/gm, '');
      return { code: code.replace(shader, (_, text: string) => `\`${bare(text)}\``), map: null };
    },
  };
}
