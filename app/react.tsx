// The door of the React component: a figure whose properties are the keys of a link. Safe to import on a server.
import { useEffect, useImperativeHandle, useRef, type JSX } from 'react';
import type { NormscapeProps } from './element/component-props.ts';
import type { FigureEvents } from './element/figure-controls.ts';
import { createFigureHost, type FigureHost } from './element/figure-host.ts';
import { queryOf } from './element/key-names.ts';

export type { FigureKey, FigureKeys, NormscapeProps } from './element/component-props.ts';
export type { FigureControls, FigureEvents } from './element/figure-controls.ts';
export type { FigureReport, LaneReport } from './embed/figure-report.ts';

export function Normscape(props: NormscapeProps): JSX.Element {
  const { children, id, className, style, ref, lab = '', title = null } = props;
  const { onReady, onStep, onDone, onNotice, ...rest } = props;
  const query = queryOf(pairsOf(rest));
  const element = useRef<HTMLDivElement>(null);
  const figure = useRef<FigureHost | null>(null);
  const latest = useRef({ query, title, onReady, onStep, onDone, onNotice });

  useEffect(() => {
    latest.current = { query, title, onReady, onStep, onDone, onNotice };
    figure.current?.show({ query, title });
  });

  useEffect(() => {
    if (!element.current) return;
    const { query: firstQuery, title: firstTitle } = latest.current;
    const host = createFigureHost(element.current, {
      query: firstQuery,
      title: firstTitle,
      lab,
      tell(type, detail) {
        const told = latest.current;
        if (type === 'ready') told.onReady?.(detail as FigureEvents['ready']);
        else if (type === 'step') told.onStep?.(detail as FigureEvents['step']);
        else if (type === 'notice') told.onNotice?.(detail as FigureEvents['notice']);
        else if (type === 'done') told.onDone?.();
      },
    });
    figure.current = host;
    return () => {
      figure.current = null;
      host.dispose();
    };
  }, [lab]);

  useImperativeHandle(ref, () => {
    const host = () => {
      if (figure.current) return figure.current;
      throw new Error(
        'missing figure: it is there after the first effect, and until it is removed',
      );
    };
    return {
      play: () => host().play(),
      pause: () => host().pause(),
      step: (count) => host().step(count),
      seek: (step) => host().seek(step),
      reset: () => host().reset(),
      set: (text) => host().set(text),
      snapshot: (panel, format) => host().snapshot(panel, format),
      getState: () => host().getState(),
    };
  }, []);

  return (
    <div ref={element} id={id} className={className} style={style}>
      {children}
    </div>
  );
}

/** Properties that are no key of a figure. */
const own = new Set(['children', 'id', 'className', 'style', 'ref', 'lab', 'title']);

function pairsOf(props: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  return Object.entries(props).flatMap(([key, value]) => {
    if (own.has(key) || value === undefined || value === null) return [];
    return [[key, typeof value === 'boolean' ? String(Number(value)) : String(value)] as const];
  });
}
