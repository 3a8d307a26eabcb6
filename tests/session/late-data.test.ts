// Data that are fetched when they are wanted: the experiment waits for them, and is not lost where they cannot be had.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchExperiment, holdsTable, missingData } from '../../app/session/late-data.ts';
import { createSession } from '../../app/session/session.ts';
import { defaultExperiment, parseExperiment } from '../../src/index.ts';
import * as texts from '../../src/data/tables/table-texts.ts';
import * as packer from '../../src/experiment/table/packer.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal('Worker', undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const offline = async () => {
  throw new Error('offline');
};

it('gives what the link says once its rows are there', async () => {
  expect(await fetchExperiment('data=wine')).toEqual(parseExperiment('data=wine'));
});

it('gives the standard experiment and a sentence where the rows cannot be fetched', async () => {
  vi.spyOn(texts, 'loadTableText').mockImplementation(offline);
  const { experiment, notices } = await fetchExperiment('data=wine&seed=7');
  expect(experiment).toEqual(defaultExperiment());
  expect(notices).toEqual([missingData(parseExperiment('data=wine').experiment)]);
  expect(notices[0]).toContain('could not be fetched');
});

it('gives the standard experiment and a sentence where a table in the link cannot be unpacked', async () => {
  vi.spyOn(packer, 'loadTablePacker').mockImplementation(offline);
  const { experiment, notices } = await fetchExperiment('data=table#table=AA.AAAAAA');
  expect(experiment).toEqual(defaultExperiment());
  expect(notices).toEqual([expect.stringContaining('table could not be read')]);
});

it.each([
  ['?data=table#table=abc', true],
  ['?data=table#x=1&table=abc', true],
  ['?table=abc', false],
  ['#tables', false],
])('knows whether %s holds a table', (link, expected) => {
  expect(holdsTable(link)).toBe(expected);
});

it('keeps the data until others have come, and only the latest choice counts', async () => {
  let come = () => {};
  vi.spyOn(texts, 'hasTableText').mockImplementation((id) => id !== 'wine');
  vi.spyOn(texts, 'loadTableText').mockImplementation(
    () =>
      new Promise<void>((resolve) => {
        come = () => {
          vi.mocked(texts.hasTableText).mockReturnValue(true);
          resolve();
        };
      }),
  );
  const session = createSession({ experiment: defaultExperiment() });
  const { data: wine } = parseExperiment('data=wine').experiment;
  const { data: moons } = parseExperiment('data=moons').experiment;
  const dataNow = () => session.store.getState().experiment.data.id;
  session.update({ data: wine });
  expect(dataNow()).toBe('two-scales');
  session.update({ data: moons });
  come();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(dataNow()).toBe('moons');
  session.update({ data: wine });
  expect(dataNow()).toBe('wine');
  session.dispose();
});

it('keeps the data, and says so, where others cannot be fetched', async () => {
  vi.spyOn(texts, 'hasTableText').mockImplementation((id) => id !== 'wine');
  vi.spyOn(texts, 'loadTableText').mockImplementation(offline);
  const session = createSession({ experiment: defaultExperiment() });
  const { data } = parseExperiment('data=wine').experiment;
  session.update({ data });
  await vi.waitFor(() => expect(session.store.getState().notices).toContain(missingData({ data })));
  expect(session.store.getState().experiment.data.id).toBe('two-scales');
  session.dispose();
});
