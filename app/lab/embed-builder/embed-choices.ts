// What an author chooses of a figure for another page, and the link that it comes to.
import {
  defaultExperiment,
  formatQuery,
  linkTable,
  parseExperiment,
  type Experiment,
} from '../../../src/index.ts';
import { defaultOptions } from '../../embed/options.ts';
import type { ControlLevel } from '../../embed/parts.ts';

export interface EmbedChoices {
  /** Ids of the lanes that are shown, in the experiment's order; at least one. */
  readonly lanes: readonly string[];
  readonly panels: readonly string[];
  readonly controls: ControlLevel;
  readonly theme: Experiment['theme'];
  /** The run pauses at this step; 0 for never. */
  readonly until: number;
  readonly autoplay: boolean;
  /** What a screen reader says of the figure, and the caption where there is one. */
  readonly title: string;
  /** CSS pixels; null for the width of the column. */
  readonly width: number | null;
  readonly height: number;
  /** The height is the author's; else it is what the figure says it needs. */
  readonly ownHeight: boolean;
  /** The folder that Normscape is served from, with a slash at its end. */
  readonly address: string;
}

/** A figure as a snippet writes it. */
export interface EmbedFigure extends Pick<EmbedChoices, 'title' | 'width' | 'height' | 'address'> {
  /** Keys and values in plain text, the embed's own among them; a reader's table is the key `table`. */
  readonly pairs: readonly (readonly [key: string, value: string])[];
  /** The same behind `embed.html`, from the question mark on; empty for the default figure. */
  readonly link: string;
  /** The page with every control, at the same experiment. */
  readonly labLink: string;
  /** What the web component's script at the address is known to hash to, as `integrity` wants it; null if nobody knows. */
  readonly scriptHash: string | null;
}

export interface EmbedReading {
  readonly figure: EmbedFigure;
  /** What had to be replaced, and what cannot be had, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * @param experiment as the page shows it
 * @param scriptHash of the script at the address that is chosen
 */
export function embedFigure(
  experiment: Experiment,
  choices: EmbedChoices,
  scriptHash: string | null = null,
): EmbedReading {
  const kept = experiment.lanes.flatMap(({ id }, k) => (choices.lanes.includes(id) ? [k] : []));
  const { windows } = experiment;
  const wanted: Experiment = {
    ...experiment,
    lanes: experiment.lanes.filter((_, k) => kept.includes(k)),
    // One window alone is that of all lanes.
    windows: windows.length > 1 ? kept.map((k) => windows[k] ?? null) : windows,
    panels: choices.panels,
    theme: choices.theme,
    until: choices.until,
    // The embed has a key of its own for that.
    autoplay: defaultExperiment().autoplay,
  };
  // What no longer goes together is replaced here, and not before the readers' eyes.
  const checked = parseExperiment(formatQuery(wanted), wanted.data.table);
  const query = formatQuery(checked.experiment);
  const { hash, fits } = linkTable(checked.experiment);
  const own = [
    ...(choices.controls === defaultOptions.controls ? [] : [`controls=${choices.controls}`]),
    ...(choices.autoplay ? ['autoplay=1'] : []),
  ];
  const whole = [...(query === '' ? [] : [query]), ...own].join('&');
  const behind = fits && hash !== '' ? `#${hash}` : '';
  const pairs = [...whole.split('&'), ...(behind === '' ? [] : [hash])].flatMap(readPair);
  const { title, width, height, address } = choices;
  const question = (text: string) => (text === '' ? '' : `?${text}`);
  return {
    figure: {
      ...{ title, width, height, address, pairs, scriptHash },
      link: question(whole) + behind,
      labLink: address + question(query) + behind,
    },
    notices: fits ? checked.notices : [...checked.notices, tooLong],
  };
}

const tooLong =
  'Your table is too long for a link, so no page can show it: keep fewer rows or columns of it.';

function readPair(pair: string): (readonly [string, string])[] {
  if (pair === '') return [];
  const equals = pair.indexOf('=');
  return [[pair.slice(0, equals), decodeURIComponent(pair.slice(equals + 1))]];
}

/** The address of a folder, from what an author typed; or why it is none. */
export function readAddress(text: string): {
  readonly address: string;
  readonly problem: string | null;
} {
  const given = text.trim();
  const problem = 'Enter the address of the folder that holds embed.html, beginning with https://.';
  if (!URL.canParse(given)) return { address: given, problem };
  if (!/^https?:$/.test(new URL(given).protocol)) return { address: given, problem };
  return { address: new URL('./', given).href, problem: null };
}

/** Whether only this machine can reach an address. */
export function isLocal(address: string): boolean {
  if (!URL.canParse(address)) return true;
  return /^(localhost|127\..*|\[::1\]|.*\.local)$/.test(new URL(address).hostname);
}
