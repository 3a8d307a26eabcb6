// The first stop of the Tab key: past the page's head and the choices of a lane to the first picture.
import type { MouseEvent } from 'react';

/** The page's main part, where the link leads in name. */
export const plotsId = 'plots';

/** What takes the keyboard in the panels, pictures before buttons. */
const stops = ['.panel [tabindex="0"]:not(button)', '.panel :is(button, input, summary)'];

export function SkipLink() {
  const skip = (event: MouseEvent) => {
    // The part of the address behind # is for a reader's own table.
    event.preventDefault();
    const main = document.getElementById(plotsId);
    const found = stops.map((stop) => main?.querySelector<HTMLElement>(stop));
    found.find((stop) => stop)?.focus();
  };
  return (
    <a className="skip-link" href={`#${plotsId}`} onClick={skip}>
      Skip to the plots
    </a>
  );
}
