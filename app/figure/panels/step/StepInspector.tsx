// The latest step of every lane with its numbers: at whatever step the figure stands, also where it was scrubbed to.
import { useStore } from 'zustand';
import type { FigureSession } from '../../../session/types.ts';
import { LaneStep } from './LaneStep.tsx';
import './step.css';

const standing =
  'The step at which the figure stands, lane by lane. Scrub for the numbers of another one.';
const ended =
  'The run has ended, and this was its last step. Scrub back for the numbers of an earlier one, or play it again.';

export function StepInspector({ session }: { readonly session: FigureSession }) {
  // A new generation has new lanes, and perhaps other optimizers and weights.
  useStore(session.store, (state) => state.generation);
  const hasEnded = useStore(session.store, (state) => state.status === 'done');
  return (
    <section className="step-inspector" aria-label="Step inspector">
      <p className="panel-note" data-step-hint="">
        {hasEnded ? ended : standing}
      </p>
      {session.views.map((view) => (
        <LaneStep session={session} view={view} key={view.index} />
      ))}
    </section>
  );
}
