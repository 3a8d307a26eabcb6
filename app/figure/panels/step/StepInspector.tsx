// The latest step of every lane with its numbers: at whatever step the figure stands, also where it was scrubbed to.
import { useStore } from 'zustand';
import type { FigureSession } from '../../../session/types.ts';
import { LaneStep } from './LaneStep.tsx';
import './step.css';

export function StepInspector({ session }: { readonly session: FigureSession }) {
  // A new generation has new lanes, and perhaps other optimizers and weights.
  useStore(session.store, (state) => state.generation);
  return (
    <section className="step-inspector" aria-label="Step inspector">
      {session.views.map((view) => (
        <LaneStep session={session} view={view} key={view.index} />
      ))}
    </section>
  );
}
