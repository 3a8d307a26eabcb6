// A reference to exactly this experiment, for a list of literature.
import { dataName, pageLink } from '../../page-link.ts';
import { version } from '../../version.ts';
import { textFile, type Export } from './export.ts';

/** What TeX would take for a command. */
const special = /[#$%&_{}]/g;
const escape = (text: string) =>
  text
    .replaceAll('\\', '')
    .replace(special, (character) => `\\${character}`)
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\textasciicircum{}');

/** @param day as in `2026-02-28` */
export function bibtexEntry(title: string, link: string, seed: number, day: string): string {
  const [year = ''] = day.split('-');
  // An address in braces is taken as it stands, so nothing in it may close them.
  const address = link.replace(/[{}\\]/g, (character) => encodeURIComponent(character));
  return [
    `@software{normscape_${seed}_${day.replaceAll('-', '')},`,
    `  title   = {Normscape: ${escape(title)}},`,
    `  author  = {{The Normscape authors}},`,
    `  version = {${version}},`,
    `  year    = {${year}},`,
    `  url     = {${address}},`,
    `  urldate = {${day}},`,
    `  note    = {Seed ${seed}}`,
    '}',
    '',
  ].join('\n');
}

export const bibtex: Export = {
  id: 'bibtex',
  label: 'BibTeX entry',
  blurb: 'A reference with version, date and the link to exactly this experiment.',
  group: 'citation',
  extension: 'bib',
  appliesTo: 'run',
  words: [],
  make({ session, views, page }) {
    const { experiment } = session.store.getState();
    const lanes = views.map(({ label }) => label).join(', ');
    const title = `${dataName(experiment)} (${lanes})`;
    const today = new Date().toISOString().slice(0, 10);
    const entry = bibtexEntry(title, pageLink(experiment, page), experiment.seed, today);
    return textFile(entry, 'application/x-bibtex');
  },
};
