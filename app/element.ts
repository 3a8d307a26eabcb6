// The door of the web component: one script, which defines the element in a page and does the work in a worker.
import { defineElement } from './element/define.ts';
import { serveSurfaces } from './session/serve-surfaces.ts';

/** The script's name where it is served together with the page that has every control. */
const scriptName = /\/norm-scape\.js([?#].*)?$/;

const isPage = typeof document !== 'undefined';
const isWorker = !isPage && 'importScripts' in globalThis;

if (isPage) {
  const { currentScript } = document;
  const source = currentScript instanceof HTMLScriptElement ? currentScript.src : '';
  defineElement(scriptName.test(source) ? new URL('./', source).href : '');
}
// The same text is the worker's: see session/worker-text.ts.
if (isWorker) serveSurfaces();
