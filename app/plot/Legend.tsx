// The colours of one lane's surface with a few of their losses.
import { useEffect, useRef } from 'react';
import { bandStyles } from '../color-map.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { createChangeDetector } from './change-detector.ts';
import { bandBackground, legendMarks } from './legend-marks.ts';
import './plot.css';

interface Props {
  readonly session: FigureSession;
  readonly view: LaneView;
  /** `row`: one line under the plot. `column`: beside it, as tall as its parent. */
  readonly orientation?: 'row' | 'column';
}

const places = [0, 1, 2, 3, 4];

export function Legend({ session, view, orientation = 'row' }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const marks = useRef<(HTMLSpanElement | null)[]>([]);

  useEffect(() => {
    const changed = createChangeDetector();
    const row = orientation === 'row';
    const paint = () => {
      const { scale, surfaceVersion } = view;
      if (!scale || !changed([surfaceVersion, scale])) return;
      const written = legendMarks(scale);
      const [least, greatest] = [written[0]?.text, written[written.length - 1]?.text];
      const name = `Colours of the loss: from ${least}, dark, to ${greatest}, bright, ${scale.mode} in ${scale.bands} bands`;
      root.current?.setAttribute('aria-label', name);
      if (strip.current) {
        strip.current.style.background = bandBackground(
          bandStyles(scale.bands),
          row ? 'to right' : 'to top',
        );
      }
      places.forEach((place) => {
        const element = marks.current[place];
        const mark = written[place];
        if (!element) return;
        element.textContent = mark?.text ?? '';
        if (mark) element.style.setProperty('--place', `${100 * mark.place}%`);
      });
    };
    paint();
    return session.onFrame(paint);
  }, [session, view, orientation]);

  return (
    <div
      ref={root}
      className={`plot-legend plot-legend-${orientation}`}
      role="img"
      aria-label="Colours of the loss"
    >
      <span className="plot-legend-title">loss</span>
      <div className="plot-legend-scale">
        <div ref={strip} className="plot-legend-strip" />
        {places.map((place) => (
          <span
            key={place}
            className="plot-legend-mark"
            ref={(element) => {
              marks.current[place] = element;
            }}
          />
        ))}
      </div>
    </div>
  );
}
