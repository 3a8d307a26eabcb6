// Which pictures the figure shows: every panel there is, with a word on what it is for.
import { useStore } from 'zustand';
import { panels } from '../figure/panels/index.ts';
import type { SessionProps } from './session-props.ts';

export function PanelsSection({ session }: SessionProps) {
  const shown = useStore(session.store, (state) => state.experiment.panels);
  const toggle = (id: string) => {
    const next = shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
    // In the menu's order, whichever was ticked first.
    if (next.length > 0) {
      session.update({
        panels: panels.all.flatMap((panel) => (next.includes(panel.id) ? [panel.id] : [])),
      });
    }
  };
  return (
    <section className="section" aria-label="Panels">
      <details>
        <summary>Panels shown</summary>
        <ul className="panel-choices">
          {panels.all.map(({ id, label, blurb }) => {
            const isLast = shown.length === 1 && shown.includes(id);
            return (
              <li key={id}>
                <label title={isLast ? 'The last panel stays.' : blurb}>
                  <input
                    type="checkbox"
                    checked={shown.includes(id)}
                    disabled={isLast}
                    onChange={() => toggle(id)}
                  />
                  <span>{label}</span>
                </label>
              </li>
            );
          })}
        </ul>
      </details>
    </section>
  );
}
