// Forms for texts in Markdown and its kin: a picture that links to the figure, a shortcode, JSX, a notebook's cell.
import { frameAttributes, frameNeeds } from './frame.ts';
import { hugo as raw, markdown, markdownAddress, quoted } from './escape.ts';
import { originOf, type SnippetForm } from './snippet.ts';

export const markdownPicture: SnippetForm = {
  id: 'markdown',
  label: 'Markdown: picture with link',
  blurb: 'Where no HTML is allowed, as in a README: a picture that leads to the living figure.',
  write: ({ title, labLink }) =>
    `[![${markdown(title)}](normscape.png)](${markdownAddress(labLink)})`,
  needs: () => [
    'Save the picture with Export, “PNG”, and put it beside the text as normscape.png.',
    'Where HTML is allowed in Markdown (Jekyll, Eleventy, Ghost), the iframe stands there as well, with an empty line before and after.',
  ],
};

export const hugo: SnippetForm = {
  id: 'hugo',
  label: 'Hugo',
  blurb: 'A shortcode, since Hugo drops HTML from Markdown.',
  write: ({ address, link, title, width, height }) =>
    [
      '{{< normscape',
      `src=${raw(`${address}embed.html${link}`)}`,
      `title=${raw(title)}`,
      `width=${raw(width === null ? '100%' : String(width))}`,
      `height=${raw(String(height))}`,
      '>}}',
    ].join(' '),
  needs: frameNeeds,
  setUp: {
    file: 'layouts/shortcodes/normscape.html',
    text: `<iframe
  src="{{ .Get "src" | safeURL }}"
  title="{{ .Get "title" }}"
  width="{{ .Get "width" | default "100%" }}"
  height="{{ .Get "height" | default "900" }}"
  loading="lazy"
  style="border: 0"
  sandbox="allow-scripts allow-popups allow-downloads"
  allow="fullscreen; clipboard-write"
  referrerpolicy="no-referrer"
></iframe>`,
  },
};

/** React's names of the attributes that are spelled otherwise. */
const jsxNames: Readonly<Record<string, string>> = { referrerpolicy: 'referrerPolicy' };

export const mdx: SnippetForm = {
  id: 'mdx',
  label: 'MDX',
  blurb: 'The frame as JSX, for Docusaurus, Next.js, Astro and the like.',
  write: (figure) =>
    [
      '<iframe',
      ...frameAttributes(figure).map(([name, value]) =>
        name === 'style'
          ? '  style={{ border: 0 }}'
          : `  ${jsxNames[name] ?? name}={${quoted(value)}}`,
      ),
      '/>',
    ].join('\n'),
  needs: frameNeeds,
};

export const notebook: SnippetForm = {
  id: 'notebook',
  label: 'Jupyter notebook',
  blurb: 'A cell in Python that shows the figure as its output.',
  write: ({ address, link, width, height }) =>
    [
      'from IPython.display import IFrame',
      '',
      `IFrame(${quoted(`${address}embed.html${link}`)}, width=${width ?? quoted('100%')}, height=${height})`,
    ].join('\n'),
  needs: (figure) => [`The notebook’s readers must be able to reach ${originOf(figure)}.`],
};
