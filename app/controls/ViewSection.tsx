// How the surfaces are drawn; none of it changes the run.
import { useStore } from 'zustand';
import { Section } from './Section.tsx';
import { Segmented } from './Segmented.tsx';
import { SliceChoices } from './SliceChoices.tsx';
import type { SessionProps } from './session-props.ts';
import { surroundingsName } from './surroundings.ts';

const axes = [
  { id: 'equal', label: 'equal units', title: 'One unit is as long on both axes, in every lane.' },
  { id: 'fit', label: 'fitted', title: 'Each lane shows its own valley, stretched to the box.' },
] as const;
const heights = [
  { id: 'linear', label: 'linear', title: 'Height is proportional to loss.' },
  { id: 'log', label: 'log', title: 'Height is the logarithm of loss: small losses come apart.' },
] as const;
const marksOptions = [
  { id: 'on', label: 'curvature, downhill' },
  { id: 'off', label: 'nothing' },
] as const;
const surroundings = [
  {
    id: 'live',
    label: 'as now',
    title: 'The surface is cut through the current weights and moves.',
  },
  { id: 'start', label: 'at step 0', title: 'The surface is cut through the first weights.' },
  {
    id: 'end',
    label: 'latest',
    title: 'The surface is cut through the weights of the latest step, also while you scrub back.',
  },
] as const;

export function ViewSection({ session }: SessionProps) {
  const axesKind = useStore(session.store, (state) => state.experiment.axes);
  const height = useStore(session.store, (state) => state.experiment.height);
  const marks = useStore(session.store, (state) => state.experiment.marks);
  const around = useStore(session.store, (state) => state.experiment.around);
  // A new generation may have other networks.
  useStore(session.store, (state) => state.generation);
  const { slice } = session.store.getState().experiment;
  const layouts = session.views.map(({ lane }) => lane.objective.layout.names);
  return (
    <Section
      title="View"
      more={{
        label: 'Slice, marks',
        controls: (
          <>
            <SliceChoices session={session} />
            <Segmented
              label="At the point"
              meaning="The ellipse joins weights around the current point that would have the same loss if the loss were the quadratic that fits there; its cross shows the steepest and the flattest direction (dashed where the loss curves down). The white arrow points straight downhill in this plane; the coloured path shows where the optimizer went."
              value={marks ? 'on' : 'off'}
              options={marksOptions}
              onChange={(id) => session.update({ marks: id === 'on' })}
            />
          </>
        ),
      }}
    >
      <Segmented
        label="Axes"
        meaning="With equal units a narrow valley looks narrow and lanes can be compared; fitted axes stretch each valley to fill its box."
        value={axesKind}
        options={axes}
        onChange={(id) => session.update({ axes: id })}
      />
      <Segmented
        label="Height"
        value={height}
        options={heights}
        onChange={(id) => session.update({ height: id })}
      />
      <Segmented
        label={slice.kind === 'weights' ? surroundingsName(layouts, slice.names) : 'Plane through'}
        meaning="The picture moves two weights and holds all others still: at their values of this step, so that it changes as they train, or at those of step 0."
        value={around}
        options={surroundings}
        onChange={(id) => session.update({ around: id })}
      />
    </Section>
  );
}
