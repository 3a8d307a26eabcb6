// The embed's own keys: read, replaced with a notice, and taken out before the experiment sees the query.
import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../src/index.ts';
import { defaultOptions, hasKey, readEmbedQuery } from '../../app/embed/options.ts';
import { hiddenParts, partIds } from '../../app/embed/parts.ts';

describe('an address', () => {
  test('without keys of the embed has a poster, the clock’s buttons, and does not start by itself', () => {
    const read = readEmbedQuery('?data=wine&lr=0.2');
    expect(read.options).toEqual({ controls: 'mini', hide: [], poster: true, autoplay: false });
    expect(read.query).toBe('data=wine&lr=0.2');
    expect(read.notices).toEqual([]);
  });

  test('gives its own keys to the embed and all others, as they are, to the experiment', () => {
    const read = readEmbedQuery(
      '?lanes=raw,raw+bn&controls=none&net=4&hide=legend,%20readouts&x1=0%3A2&poster=0&autoplay=1',
    );
    expect(read.options).toEqual({
      controls: 'none',
      hide: ['readouts', 'legend'],
      poster: false,
      autoplay: true,
    });
    expect(read.query).toBe('lanes=raw,raw+bn&net=4&x1=0%3A2');
    expect(read.notices).toEqual([]);
    expect(parseExperiment(read.query).notices).toEqual([]);
  });

  test('leaves what stands behind its # to the experiment', () => {
    const read = readEmbedQuery('?data=table&controls=none&cols=a,b#table=A&B#C.D');
    expect(read.options.controls).toBe('none');
    expect(read.query).toBe('data=table&cols=a,b#table=A&B#C.D');
    expect(hasKey('lr=1#theme=dark', 'theme')).toBe(false);
  });

  test.each([
    ['controls=all', 'controls “all” is not one of full, mini, none, so mini is used.'],
    ['poster=yes', 'poster “yes” is not one of 0, 1, so 1 is used.'],
    ['autoplay=true', 'autoplay “true” is not one of 0, 1, so 0 is used.'],
    ['autoplay', 'autoplay “” is not one of 0, 1, so 0 is used.'],
    [
      'hide=caption,clock,clock,%3Cb%3E',
      `hide has unknown parts, which are left out: “clock”, “<b>” (known: ${partIds.join(', ')}).`,
    ],
  ])('that is wrong is mended, and says how: %s', (query, notice) => {
    const read = readEmbedQuery(query);
    expect(read.notices).toEqual([notice]);
    expect({ ...read.options, hide: [] }).toEqual(defaultOptions);
    expect(read.query).toBe('');
  });

  test('of any length or kind never throws, and never quotes at length', () => {
    const long = 'x'.repeat(100_000);
    for (const query of [
      '%',
      '&&&=',
      '?=&controls',
      `hide=${`${long},`.repeat(3)}y`,
      `controls=${long}`,
    ]) {
      for (const notice of readEmbedQuery(query).notices) expect(notice.length).toBeLessThan(500);
    }
    expect(readEmbedQuery('hide=a%E2%80%AEb').notices[0]).toContain('“a·b”');
  });

  test('counts the first of a repeated key', () => {
    expect(readEmbedQuery('controls=none&controls=full').options.controls).toBe('none');
  });
});

test('keys that are not named stay as they were', () => {
  const before = { controls: 'none', hide: ['caption'], poster: false, autoplay: true } as const;
  expect(readEmbedQuery('lr=0.5', before).options).toEqual(before);
  expect(readEmbedQuery('controls=full&hide=', before).options).toEqual({
    ...before,
    controls: 'full',
    hide: [],
  });
});

test('a key is found by its whole name', () => {
  expect(hasKey('?lr=1&theme=dark', 'theme')).toBe(true);
  expect(hasKey('themes=dark&x=theme', 'theme')).toBe(false);
});

test('fewer controls hide more, and what an author hides is hidden', () => {
  expect(hiddenParts('full', [])).toEqual([]);
  const mini = hiddenParts('mini', []);
  const none = hiddenParts('none', []);
  expect(mini).not.toContain('transport');
  expect(none).toEqual(expect.arrayContaining([...mini, 'transport']));
  expect(hiddenParts('full', ['seed', 'legend'])).toEqual(['legend', 'seed']);
});

test('every part that can be hidden has its rule', async () => {
  const { readFile } = await import('node:fs/promises');
  const styles = await readFile(new URL('../../app/embed/embed.css', import.meta.url), 'utf8');
  for (const id of partIds) expect(styles).toContain(`[data-hide~='${id}']`);
});
