// The colours of one lane's surface with a few of their losses, and where the target lies among them.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { bandStyles } from '../color-map.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { formatNumber, type LossScale } from '../../src/index.ts';
import { createChangeDetector } from './change-detector.ts';
import { bandBackground, hasRange, legendMarks, legendScale, targetPlace } from './legend-marks.ts';
import type { LegendMark } from './legend-marks.ts';
import { takeTextTurn } from './painting-turns.ts';
import './plot.css';

interface Props {
  readonly session: FigureSession;
  readonly view: LaneView;
  /** `row`: one line under the plot. `column`: beside it, as tall as its plot area. */
  readonly orientation?: 'row' | 'column';
  /** The only one of its figure: nobody will compare its colours with another's. */
  readonly only?: boolean;
}

const places = [0, 1, 2, 3, 4];
/** The word `target` is written where no loss stands nearer than this part of the strip. */
const wordRoom = 0.11;

/** To write the same once more would still have the page ask all its styles, or lay it out. */
function write<K extends 'hidden' | 'title' | 'textContent'>(
  element: HTMLElement,
  name: K,
  value: HTMLElement[K],
): void {
  if (element[name] !== value) element[name] = value;
}

function writePlace(element: HTMLElement, place: number): void {
  const text = `${100 * place}%`;
  if (element.style.getPropertyValue('--place') !== text)
    element.style.setProperty('--place', text);
}

export function Legend({ session, view, orientation = 'row', only = false }: Props) {
  const common = useSpan(session);
  const spans = only ? 'alone' : common;
  const root = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const tick = useRef<HTMLDivElement>(null);
  const cut = useRef<HTMLDivElement>(null);
  const marks = useRef<(HTMLSpanElement | null)[]>([]);

  useEffect(() => {
    const changed = createChangeDetector();
    const coloursChanged = createChangeDetector();
    let isOwed = false;
    let named = '';
    const direction = orientation === 'row' ? 'to right' : 'to top';
    const paint = () => {
      const target = view.lane.targetLoss;
      if (changed([view.scale, target])) isOwed = true;
      // In other frames than the texts of its 3D axes.
      if (!isOwed || !takeTextTurn(session, view.index + 2)) return;
      isOwed = false;
      const scale = legendScale(view);
      if (!scale) return;
      const written = legendMarks(scale);
      const place = targetPlace(scale, target);
      const goal = `target loss ${formatNumber(target)}`;
      const name = nameOf(scale, written, [spanWords[spans], place === null ? '' : goal]);
      if (named !== name) root.current?.setAttribute('aria-label', name);
      named = name;
      const colors = shown(scale);
      if (strip.current && coloursChanged(colors))
        strip.current.style.background = bandBackground(colors, direction);
      if (cut.current) write(cut.current, 'hidden', scale.clip === null);
      if (tick.current) {
        const near = written.some((mark) => Math.abs(mark.place - (place ?? 0)) < wordRoom);
        write(tick.current, 'hidden', place === null);
        write(tick.current, 'title', goal);
        write(tick.current, 'textContent', near ? '' : 'target');
        writePlace(tick.current, place ?? 0);
      }
      places.forEach((index) => {
        const element = marks.current[index];
        const mark = written[index];
        if (!element) return;
        write(element, 'textContent', mark?.text ?? '');
        const end = mark?.place === 0 ? 'low' : mark?.place === 1 ? 'high' : '';
        if (element.dataset.end !== end) element.dataset.end = end;
        if (mark) writePlace(element, mark.place);
      });
    };
    paint();
    return session.onFrame(paint);
  }, [session, view, orientation, spans]);

  return (
    <div
      ref={root}
      className={`plot-legend plot-legend-${orientation}`}
      role="img"
      aria-label="Colours of the loss"
    >
      <span className="plot-legend-title">
        loss<span className="plot-legend-span">{titles[spans]}</span>
      </span>
      <div className="plot-legend-scale">
        <div ref={strip} className="plot-legend-strip" />
        <div ref={cut} className="plot-legend-cut" hidden>
          cut
        </div>
        {places.map((place) => (
          <span
            key={place}
            className="plot-legend-mark"
            ref={(element) => {
              marks.current[place] = element;
            }}
          />
        ))}
        <div ref={tick} className="plot-legend-target" hidden />
      </div>
    </div>
  );
}

/** Whose losses the colours span: of one lane alone there is nothing to say. */
type Span = 'alone' | 'own' | 'shared';

const titles: Record<Span, string> = { alone: '', own: ', own scale', shared: ', one scale' };
const spanWords: Record<Span, string> = {
  alone: '',
  own: 'each lane has colours of its own',
  shared: 'the same colours in all lanes',
};

/** Lanes whose losses are of two kinds have no scale in common, whatever was chosen. */
function useSpan(session: FigureSession): Span {
  const scale = useStore(session.store, ({ experiment }) => experiment.scale);
  // A new generation has new views.
  useStore(session.store, ({ generation }) => generation);
  const kinds = new Set(session.views.map(({ lane }) => lane.objective.spec.loss));
  if (session.views.length < 2) return 'alone';
  return scale === 'shared' && kinds.size === 1 ? 'shared' : 'own';
}

/** The colours that the plot shows: one only, where all losses are the same or none is finite. */
function shown(scale: LossScale): readonly string[] {
  const styles = bandStyles(scale.bands);
  if (!hasRange(scale)) return styles.slice(-1);
  return scale.isFlat ? styles.slice(0, 1) : styles;
}

function nameOf(scale: LossScale, written: readonly LegendMark[], more: readonly string[]): string {
  const [least, greatest] = [written[0], written[written.length - 1]];
  if (!least || !greatest) return 'Colours of the loss: none is finite here';
  if (least === greatest) return `Colours of the loss: ${least.text} everywhere`;
  const range = `from ${least.text}, dark, to ${greatest.text}, bright`;
  const rule = scale.mode === 'log' ? 'log' : 'linear';
  const above = scale.clip === null ? '' : '; what is above is cut off, and hatched';
  const name = `Colours of the loss: ${range}, ${rule} in ${scale.bands} bands${above}`;
  return [name, ...more.filter((text) => text !== '')].join('; ');
}
