// The embed builder: what an author chooses comes to a link, and every form of snippet brings that very link back.
import { describe, expect, test } from 'vitest';
import { readEmbedQuery } from '../../app/embed/options.ts';
import {
  embedFigure,
  isLocal,
  readAddress,
  type EmbedChoices,
  type EmbedFigure,
} from '../../app/lab/embed-builder/embed-choices.ts';
import { snippetForms } from '../../app/lab/embed-builder/snippets/index.ts';
import { parseExperiment } from '../../src/index.ts';

const address = 'https://example.org/normscape/';
const hostileTitle =
  '"><img src=x onerror=alert(1)></iframe><script>`${1}` {{< x >}} {% y %} ::: ](javascript:1) \'\\ &amp; \n```\u2028<!-- */ ü 😀';
const plainTitle = 'Raw against standardized';

const table = 'a "b" <c>,d`{{e}},y\n1,2,3\n4,5,7\n6,1,2';
const experimentOf = (query: string, text: string | null = null) =>
  parseExperiment(query, text).experiment;
const choicesOf = (query: string, change: Partial<EmbedChoices> = {}): EmbedChoices => {
  const { lanes, panels, theme, until } = experimentOf(query, table);
  return {
    ...{ lanes: lanes.map(({ id }) => id), panels, theme, until, controls: 'mini' },
    ...{ autoplay: false, title: plainTitle, width: null, height: 680, ownHeight: true, address },
    ...change,
  };
};

const cases: readonly (readonly [string, EmbedFigure])[] = [
  ['the default', embedFigure(experimentOf(''), choicesOf('')).figure],
  [
    'everything chosen',
    embedFigure(
      experimentOf('data=wine&lanes=raw,standard%2Bbn~lr:0.3,pca&net=4-4&set=W1[0][0]:0.5&lr=1e-3'),
      choicesOf('data=wine&lanes=raw,standard%2Bbn,pca&net=4-4', {
        ...{
          controls: 'none',
          autoplay: true,
          theme: 'dark',
          until: 120,
          panels: ['data', 'loss'],
        },
        ...{ title: hostileTitle, width: 640, height: 500 },
      }),
    ).figure,
  ],
  [
    'a table of hostile column names',
    embedFigure(
      experimentOf('data=table&cols=d`{{e}},a "b" <c>', table),
      choicesOf('data=table', { title: hostileTitle }),
    ).figure,
  ],
];

const unescape = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a program that pastes the snippet would see of it: the link, and the title if it has one. */
const readers: Readonly<Record<string, (text: string) => { link: string; title?: string }>> = {
  iframe: readFrame,
  wordpress: readFrame,
  quarto: readFrame,
  'jupyter-book': readFrame,
  'web-component': (text) => readPairs(attributesOf(text.slice(text.indexOf('<norm-scape')))),
  react: (text) => readPairs(expressionsOf(text)),
  mdx: (text) => {
    const { src = '', title = '' } = Object.fromEntries(expressionsOf(text));
    return { link: src.replace(`${address}embed.html`, ''), title };
  },
  hugo: (text) => {
    const values = Object.fromEntries(
      [...text.matchAll(/(\w+)=`([^`]*)`/g)].map(([, name, value]) => [name, value]),
    );
    return { link: values.src.replace(`${address}embed.html`, ''), title: values.title };
  },
  notebook: (text) => {
    const [, string = ''] = /IFrame\((".*"), width=/.exec(text) ?? [];
    return { link: (JSON.parse(string) as string).replace(`${address}embed.html`, '') };
  },
  markdown: (text) => ({ link: (/\]\(([^()]*)\)$/.exec(text)?.[1] ?? '').replace(address, '') }),
};

const attributesOf = (text: string) =>
  [...text.slice(0, text.indexOf('>')).matchAll(/\s([\w-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name, unescape(value)] as const,
  );
const expressionsOf = (text: string) =>
  [...text.matchAll(/\s(\w+)=\{("(?:[^"\\]|\\.)*")\}/g)].map(
    ([, name, value]) => [name, JSON.parse(value) as string] as const,
  );
function readFrame(text: string) {
  const tag = text.slice(text.indexOf('<iframe'));
  const { src = '', title = '' } = Object.fromEntries(attributesOf(tag));
  return { link: src.replace(`${address}embed.html`, ''), title };
}
function readPairs(all: readonly (readonly [string, string])[]) {
  const keys = all.filter(([name]) => !['title', 'style'].includes(name));
  const link = keys.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return { link, title: all.find(([name]) => name === 'title')?.[1] ?? '' };
}

/** What an embed makes of a link. */
function madeOf(link: string) {
  const { options, query, notices } = readEmbedQuery(link);
  const parsed = parseExperiment(query);
  return { options, ...parsed, notices: [...notices, ...parsed.notices] };
}

describe.each(snippetForms.all)('$label', (form) => {
  test.each(cases)('brings back %s', (_, figure) => {
    const text = form.write(figure);
    const read = readers[form.id](text);
    const wanted = madeOf(figure.link);
    expect(wanted.notices).toEqual([]);
    const found = madeOf(read.link);
    expect(found.experiment).toEqual(wanted.experiment);
    // The picture leads to the page, where nothing is said of an embed's controls.
    if (form.id !== 'markdown') expect(found.options).toEqual(wanted.options);
    if (read.title !== undefined) {
      const title = figure.title.replace(/[\n\u2028]/g, ' ').trim();
      expect(read.title).toBe(form.id === 'hugo' ? title.replaceAll('`', '‘') : title);
    }
  });

  test('holds nothing of a hostile title that its language would act on', () => {
    for (const [, figure] of cases.slice(1)) {
      const text = form.write(figure);
      const own = form.write({ ...figure, title: '' });
      const count = (whole: string, part: RegExp) => whole.match(part)?.length ?? 0;
      // Hugo's raw strings are opaque to Hugo, and its templates escape what they are given.
      const parts = form.id === 'hugo' ? [/`/g] : [/<\/?[a-z!]/gi, /\{\{|\{%/g, /^(```|:::)/gm];
      for (const part of parts) expect(count(text, part), String(part)).toBe(count(own, part));
      expect(text.split('\n').length).toBe(own.split('\n').length);
    }
  });

  test('says what its host needs', () => {
    const needs = form.needs(cases[0][1]);
    expect(needs.length).toBeGreaterThan(0);
    expect(needs.join(' ')).not.toContain('undefined');
  });
});

test('every form has a reader here, and every reader a form', () => {
  expect(Object.keys(readers).sort()).toEqual([...snippetForms.ids].sort());
});

describe('the script of the web component', () => {
  const form = snippetForms.get('web-component');
  const hash = `sha384-${'a+/B'.repeat(16)}`;
  const { figure } = embedFigure(experimentOf(''), choicesOf(''), hash);

  test('is held to its hash where that is known, and its server has to let other sites check it', () => {
    const text = form.write(figure);
    const script = Object.fromEntries(attributesOf(text));
    expect(script).toMatchObject({ integrity: hash, crossorigin: 'anonymous' });
    expect(script['src']).toBe(`${address}norm-scape.js`);
    expect(form.needs(figure).join(' ')).toContain('Access-Control-Allow-Origin: *');
  });

  test('is named alone where nobody knows the hash, and the author is told where it is', () => {
    const other = { ...figure, scriptHash: null };
    expect(form.write(other)).toContain(`<script src="${address}norm-scape.js" defer></script>`);
    expect(form.needs(other).join(' ')).toContain('norm-scape.js.sri');
  });
});

describe('the choices', () => {
  test('come to the shortest link, with the embed’s own keys behind', () => {
    expect(embedFigure(experimentOf(''), choicesOf('')).figure.link).toBe('');
    const { link, labLink } = cases[1][1];
    expect(link).toMatch(
      /^\?data=wine&.*panels=data,loss&until=120&theme=dark&controls=none&autoplay=1$/,
    );
    expect(labLink).toBe(
      `${address}${link.replace('&controls=none', '').replace('&autoplay=1', '')}`,
    );
  });

  test('of some lanes keep their windows, and mend what needs the others', () => {
    const query = 'lanes=raw,standard,pca&window=-1:1:-1:1,auto,-3:3:-3:3&slice=three&axes=fit';
    const experiment = experimentOf(query);
    expect(experiment.windows).toHaveLength(3);
    const { figure, notices } = embedFigure(experiment, choicesOf(query, { lanes: ['pca'] }));
    const made = madeOf(figure.link).experiment;
    expect(made.lanes.map(({ id }) => id)).toEqual(['pca']);
    expect(made.windows).toEqual([[-3, 3, -3, 3]]);
    expect(made.slice.kind).not.toBe('three');
    expect(notices.join(' ')).toContain('needs two lanes');
  });

  test('with a table that fits no link say so', () => {
    const rows = Array.from({ length: 2000 }, (_, k) => `${Math.sqrt(k)},${Math.cbrt(k)},${k}`);
    const experiment = experimentOf('data=table', `a,b,y\n${rows.join('\n')}`);
    const { notices } = embedFigure(experiment, choicesOf('data=table'));
    expect(notices.join(' ')).toContain('too long for a link');
  });

  test.each([
    ['https://a.test/b/index.html?x#y', 'https://a.test/b/', null],
    ['http://a.test', 'http://a.test/', null],
    ['javascript:alert(1)', 'javascript:alert(1)', 'Enter the address'],
    ['a.test/b', 'a.test/b', 'Enter the address'],
    ['', '', 'Enter the address'],
  ])('of an address are read: %j', (text, wanted, problem) => {
    const read = readAddress(text);
    expect(read.address).toBe(wanted);
    if (problem === null) expect(read.problem).toBeNull();
    else expect(read.problem).toContain(problem);
  });

  test('know an address that only this machine can reach', () => {
    expect(['http://localhost:4173/', 'http://127.0.0.1/x/', 'nothing'].every(isLocal)).toBe(true);
    expect(isLocal('https://example.org/')).toBe(false);
  });
});
