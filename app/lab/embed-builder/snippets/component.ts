// The web component and the React component: the keys of the link as attributes and as props.
import type { EmbedFigure } from '../embed-choices.ts';
import { html, quoted } from './escape.ts';
import { originOf, type SnippetForm } from './snippet.ts';

/** What the component's own box is, apart from the figure. */
const widthRule = ({ width }: EmbedFigure) => (width === null ? null : `max-width: ${width}px`);

/** An author's page that runs a script of somebody else's can say which. */
function scriptTag({ address, scriptHash }: EmbedFigure): string {
  const source = `src="${html(`${address}norm-scape.js`)}"`;
  if (scriptHash === null) return `<script ${source} defer></script>`;
  const lines = [source, `integrity="${scriptHash}"`, 'crossorigin="anonymous"', 'defer'];
  return ['<script', ...lines.map((line) => `  ${line}`), '></script>'].join('\n');
}

export const webComponent: SnippetForm = {
  id: 'web-component',
  label: 'HTML: web component',
  blurb: 'A tag of its own in your page, as high as its content; the script is needed once a page.',
  write(figure) {
    const rule = widthRule(figure);
    const attributes = [
      ...figure.pairs,
      ['title', figure.title] as const,
      ...(rule === null ? [] : [['style', rule] as const]),
    ];
    return [
      scriptTag(figure),
      '<norm-scape',
      ...attributes.map(([name, value]) => `  ${name}="${html(value)}"`),
      `><a href="${html(figure.labLink)}">${html(figure.title)}</a></norm-scape>`,
    ].join('\n');
  },
  needs: (figure) => [
    `If your page has a content security policy: script-src ${originOf(figure)} 'wasm-unsafe-eval'; worker-src blob:. The first address is needed; without the rest the page computes the same numbers more slowly.`,
    ...(figure.width === null
      ? []
      : [
          'Where that policy forbids inline styles, leave the style out and set the width in a style sheet.',
        ]),
    figure.scriptHash === null
      ? 'To hold the script to one version, give it integrity and crossorigin="anonymous": the hash is in norm-scape.js.sri, which lies beside it.'
      : `The script runs only as long as it is this very version, and ${originOf(figure)} must send “Access-Control-Allow-Origin: *” with it to other sites. If newer versions shall come by themselves, leave integrity and crossorigin out.`,
    'What stands inside the tag is shown until the script is there, and to readers without scripts.',
  ],
};

export const react: SnippetForm = {
  id: 'react',
  label: 'React',
  blurb: 'A component whose props are the keys of the link.',
  write(figure) {
    const rule = figure.width === null ? [] : [`  style={{ maxWidth: ${figure.width} }}`];
    return [
      "import { Normscape } from 'normscape/react';",
      '',
      '<Normscape',
      ...figure.pairs.map(([name, value]) => `  ${name}={${quoted(value)}}`),
      `  title={${quoted(figure.title)}}`,
      ...rule,
      '/>',
    ].join('\n');
  },
  needs: () => [
    'npm install normscape react react-dom three @react-three/fiber',
    'It can be imported where pages are rendered on a server; the figure appears in the browser.',
  ],
};
