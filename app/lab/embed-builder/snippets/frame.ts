// The iframe, and the places that take it as it is.
import type { EmbedFigure } from '../embed-choices.ts';
import { html, markdown } from './escape.ts';
import { originOf, type SnippetForm } from './snippet.ts';

/** Attributes of the frame by their names in HTML, in plain text. */
export function frameAttributes({ address, link, title, width, height }: EmbedFigure) {
  return [
    ['src', `${address}embed.html${link}`],
    ['title', title],
    ['width', width === null ? '100%' : String(width)],
    ['height', String(height)],
    ['loading', 'lazy'],
    ['style', 'border: 0'],
    ['sandbox', 'allow-scripts allow-popups allow-downloads'],
    ['allow', 'fullscreen; clipboard-write'],
    ['referrerpolicy', 'no-referrer'],
  ] as const;
}

export function frameTag(figure: EmbedFigure): string {
  const lines = frameAttributes(figure).map(([name, value]) => `  ${name}="${html(value)}"`);
  return ['<iframe', ...lines, '></iframe>'].join('\n');
}

export const frameNeeds = (figure: EmbedFigure): string[] => [
  `If your page has a content security policy: frame-src ${originOf(figure)}; where it forbids inline styles, leave style="border: 0" out.`,
  `${originOf(figure)} must send “Access-Control-Allow-Origin: *” with everything, since the frame is in a sandbox, and no “X-Frame-Options”.`,
];

export const frame: SnippetForm = {
  id: 'iframe',
  label: 'HTML: iframe',
  blurb: 'One tag, no script: for any page that you write in HTML.',
  write: frameTag,
  needs: frameNeeds,
};

export const wordpress: SnippetForm = {
  id: 'wordpress',
  label: 'WordPress',
  blurb: 'The frame, for a block of the kind “Custom HTML”.',
  write: frameTag,
  needs: (figure) => [
    'Paste it into a “Custom HTML” block. Your account needs the right to post unfiltered HTML (administrators and editors have it; on a multisite network only its administrators), or WordPress removes the frame.',
    ...frameNeeds(figure),
  ],
};

export const quarto: SnippetForm = {
  id: 'quarto',
  label: 'Quarto',
  blurb: 'A numbered figure with a caption in a .qmd file, for HTML output.',
  write: (figure) =>
    [
      '::: {#fig-normscape}',
      '```{=html}',
      frameTag(figure),
      '```',
      '',
      markdown(figure.title),
      ':::',
    ].join('\n'),
  needs: frameNeeds,
};

export const jupyterBook: SnippetForm = {
  id: 'jupyter-book',
  label: 'Jupyter Book, MyST',
  blurb: 'A raw block in a page of MyST Markdown.',
  write: (figure) => ['```{raw} html', frameTag(figure), '```'].join('\n'),
  needs: frameNeeds,
};
