// The way from an embed to the page with every control, at the same experiment.
import { useStore } from 'zustand';
import { defaultExperiment, formatExperiment, type Experiment } from '../../src/index.ts';
import type { FigureSession } from '../session/types.ts';

export interface LabLinkProps {
  readonly session: FigureSession;
}

export function LabLink({ session }: LabLinkProps) {
  const experiment = useStore(session.store, (state) => state.experiment);
  return (
    <p className="embed-link">
      <a href={labAddress(experiment)} target="_blank" rel="noopener">
        Open in the lab<span aria-hidden="true">&nbsp;↗</span>
        <span className="visually-hidden"> (in a new tab)</span>
      </a>
    </p>
  );
}

/** The page stands beside the embed; what is after `#` may hold a table, and goes along. */
function labAddress(experiment: Experiment): string {
  const address = new URL('./', location.href);
  // Whether an embed starts by itself says nothing of the page.
  address.search = formatExperiment({ ...experiment, autoplay: defaultExperiment().autoplay });
  address.hash = location.hash;
  return address.href;
}
