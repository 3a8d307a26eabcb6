// The way from an embed to the page with every control, at the same experiment.
import { useContext } from 'react';
import { useStore } from 'zustand';
import { PageAddress } from '../figure/page-address.ts';
import { pageLink } from '../page-link.ts';
import type { FigureSession } from '../session/types.ts';

export interface LabLinkProps {
  readonly session: FigureSession;
}

export function LabLink({ session }: LabLinkProps) {
  const experiment = useStore(session.store, (state) => state.experiment);
  const page = useContext(PageAddress);
  return (
    <p className="embed-link">
      <a href={pageLink(experiment, page)} target="_blank" rel="noopener">
        Open in the lab<span aria-hidden="true">&nbsp;↗</span>
        <span className="visually-hidden"> (in a new tab)</span>
      </a>
    </p>
  );
}
