// How the surfaces are drawn; none of it changes the run.
import { useStore } from 'zustand';
import { PlotChoice } from './PlotChoice.tsx';
import { Section } from './Section.tsx';
import { Segmented } from './Segmented.tsx';
import { SliceChoices } from './SliceChoices.tsx';
import type { SessionProps } from './session-props.ts';
import { surroundingsName } from './surroundings.ts';

const axes = [
  { id: 'equal', label: 'equal', title: 'One unit is as long on both axes, in every lane.' },
  { id: 'fit', label: 'fitted', title: 'Each lane shows its own valley, stretched to the box.' },
] as const;
const rawAxes = {
  id: 'raw',
  label: 'raw inputs',
  title:
    'Scaling and batch norm are folded into the weights, so that every lane stands in the units of the raw inputs.',
} as const;
const statistics = [
  {
    id: 'batch',
    label: 'of the batch',
    title: 'Batch norm measures all rows anew at every point of the surface, as training does.',
  },
  {
    id: 'running',
    label: 'running',
    title: 'Batch norm uses its running mean and variance, as the finished network would.',
  },
] as const;
const heights = [
  { id: 'linear', label: 'linear', title: 'Height is proportional to loss.' },
  { id: 'log', label: 'log', title: 'Height is the logarithm of loss: small losses come apart.' },
  {
    id: 'clip',
    label: 'clipped',
    title: 'As linear, but walls higher than the path are cut off, and hatched there.',
  },
] as const;
const scales = [
  { id: 'own', label: 'each lane’s own', title: 'Each lane uses all colours for its losses.' },
  {
    id: 'shared',
    label: 'one for all',
    title: 'The same colour, height and line is the same loss in every lane.',
  },
] as const;
const marksOptions = [
  { id: 'on', label: 'curvature, step' },
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
  const scale = useStore(session.store, (state) => state.experiment.scale);
  const marks = useStore(session.store, (state) => state.experiment.marks);
  const around = useStore(session.store, (state) => state.experiment.around);
  // A new generation may have other networks.
  useStore(session.store, (state) => state.generation);
  const statisticsKind = useStore(session.store, (state) => state.experiment.statistics);
  const { slice } = session.store.getState().experiment;
  const foldable = slice.kind === 'weights' && slice.names.every((name) => name.startsWith('W1['));
  const measures = session.views.some(({ lane }) => lane.objective.layout.normalizedUnits > 0);
  const layouts = session.views.map(({ lane }) => lane.objective.layout.names);
  return (
    <Section
      title="View"
      more={{
        label: 'Slice, plots, colours, marks',
        controls: (
          <>
            <SliceChoices session={session} />
            <PlotChoice session={session} />
            <Segmented
              label="Colours"
              meaning="Each lane’s colours, levels and heights can span its own losses, or those of all lanes together, so that lanes can be compared by colour."
              value={scale}
              options={scales}
              onChange={(id) => session.update({ scale: id })}
            />
            <Segmented
              label="At the point"
              meaning="How the loss curves around the current point, and where a step down its gradient would lead; the line below the plots names the marks."
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
        meaning="With equal units a narrow valley looks narrow and lanes can be compared; fitted axes stretch each valley to fill its box; in units of the raw inputs all lanes share one landscape."
        value={axesKind}
        options={foldable ? [...axes, rawAxes] : axes}
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
        meaning="The picture moves two weights and holds all others still: at their values of this step, so that it changes as they train, at those of step 0, or at their latest, also while you scrub back."
        value={around}
        options={surroundings}
        onChange={(id) => session.update({ around: id })}
      />
      {measures && (
        <Segmented
          label="Statistics"
          meaning="The mean and variance that batch norm takes: with those of the batch the surface shows the loss as training sees it, with running ones as the finished network would have it. The path keeps the losses of training."
          value={statisticsKind}
          options={statistics}
          onChange={(id) => session.update({ statistics: id })}
        />
      )}
    </Section>
  );
}
