// Which pictures the figure shows: every panel there is, with a word on what it is for.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { panels } from '../figure/panels/index.ts';
import type { SessionProps } from './session-props.ts';

export function PanelsSection({ session }: SessionProps) {
  const shown = useStore(session.store, (state) => state.experiment.panels);
  const section = useRef<HTMLElement>(null);
  const opened = useRef('');
  useEffect(() => {
    if (!shown.includes(opened.current)) return;
    const figure = section.current?.closest('.figure');
    const panel = figure?.querySelector(`[data-panel="${opened.current}"]`);
    opened.current = '';
    if (panel) bringIntoView(panel);
  }, [shown]);
  const toggle = (id: string) => {
    const isShown = shown.includes(id);
    opened.current = isShown ? '' : id;
    const next = isShown ? shown.filter((other) => other !== id) : [...shown, id];
    // In the menu's order, whichever was ticked first.
    if (next.length > 0) {
      session.update({
        panels: panels.all.flatMap((panel) => (next.includes(panel.id) ? [panel.id] : [])),
      });
    }
  };
  return (
    <section className="section" aria-label="Panels" ref={section}>
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

/** A panel may open out of sight; the focus stays at the choice. */
function bringIntoView(panel: Element): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const scroll = () =>
    panel.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
  // Its size is known when its first frame has been written.
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}
