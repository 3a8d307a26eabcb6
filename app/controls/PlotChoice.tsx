// Whether the lanes' contour plots stand side by side, or one plot has the paths of all, or both.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../../src/index.ts';
import { anyShared } from '../figure/panels/common/common-surface.ts';
import { isFoldable } from '../figure/panels/common/foldable.ts';
import { panels } from '../figure/panels/index.ts';
import { Segmented } from './Segmented.tsx';
import type { SessionProps } from './session-props.ts';

const options = [
  { id: 'contour', label: 'side by side', title: 'A contour plot for each lane.' },
  {
    id: 'common',
    label: 'in one plot',
    title: 'The paths of all lanes over one loss, in units of the raw inputs.',
  },
  { id: 'contour,common', label: 'both', title: 'A plot for each lane, and one for all.' },
] as const;

export function PlotChoice({ session }: SessionProps) {
  const shown = useStore(session.store, (state) => state.experiment.panels);
  // A new generation may have other lanes.
  useStore(session.store, (state) => state.generation);
  const axes = useStore(session.store, (state) => state.experiment.axes);
  /** What the axes were before one plot for all had them changed. */
  const [replaced, setReplaced] = useState<Experiment['axes'] | null>(null);
  const { experiment } = session.store.getState();
  const isShared = anyShared(session.views, experiment.slice);
  if (!isShared && !(session.views.length > 1 && isFoldable(experiment))) return null;
  const value = ['contour', 'common'].filter((id) => shown.includes(id)).join();
  const choose = (id: string) => {
    const wanted = id.split(',');
    const next = panels.all
      .map((panel) => panel.id)
      .filter((panel) =>
        options[2].id.includes(panel) ? wanted.includes(panel) : shown.includes(panel),
      );
    // Lanes whose inputs are scaled differently meet in the units of the raw inputs alone.
    const isMeeting = wanted.includes('common') && !isShared;
    if (isMeeting) setReplaced(axes);
    const before = wanted.includes('common') || axes !== 'raw' ? null : replaced;
    session.update({ panels: next, axes: isMeeting ? 'raw' : (before ?? axes) });
    if (before) setReplaced(null);
  };
  return (
    <>
      <Segmented
        label="Contour plots"
        meaning="Where lanes have the same loss over the same weights, their paths can stand in one plot. Lanes with different scalings have it in units of the raw inputs."
        value={value}
        options={options}
        onChange={choose}
      />
      {replaced && axes === 'raw' && shown.includes('common') && (
        <p className="blurb">
          The axes are those of the raw inputs now: only there do these lanes have one loss. Side by
          side they are as before.
        </p>
      )}
    </>
  );
}
