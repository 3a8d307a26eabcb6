// One line for all lanes that says what the marks in their plots are, each drawn as it is there; a button tells more.
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { placePopover } from '../place-popover.ts';
import type { FigureSession } from '../session/types.ts';
import { createChangeDetector } from './change-detector.ts';
import { keyGround, keyHeight, keyMarks, type KeyMark } from './key-marks.ts';
import { themeKey } from './plot-tokens.ts';
import { clearCanvas } from './sheet.ts';
import './plot.css';

interface Props {
  readonly session: FigureSession;
}

export function MarkKey({ session }: Props) {
  const experiment = useStore(session.store, (state) => state.experiment);
  const shown = keyMarks.filter((mark) => mark.isIn(experiment, session.views));
  if (shown.length === 0) return null;
  const inLine = shown.filter(({ onlyAsked }) => onlyAsked !== true);
  return (
    <div className="mark-key">
      <ul className="mark-names" aria-label="Marks in the plots">
        {inLine.map((mark) => (
          <li key={mark.id} data-mark={mark.id}>
            <Sign session={session} mark={mark} />
            {mark.text}
          </li>
        ))}
        <li className="mark-more">
          <Meanings session={session} marks={shown} />
        </li>
      </ul>
    </div>
  );
}

/** Of the sentences, as in the style sheet, in pixels; they come when it is open, and take what height there is. */
const room = { width: 520, height: Infinity };

/** Over what stands beside the plots, where something does; else above or below the button. */
function placeBeside(meanings: HTMLElement, button: HTMLElement): void {
  placePopover(meanings, button, room);
  const side = button.closest('.figure')?.querySelector('.figure-side')?.getBoundingClientRect();
  const isBeside = side !== undefined && side.left > button.getBoundingClientRect().right;
  const { clientWidth, clientHeight } = document.documentElement;
  const left = isBeside ? side.left - 16 : 0;
  meanings.style.maxWidth = isBeside ? `${clientWidth - left - 4}px` : '';
  if (!isBeside) return;
  const maxHeight = `${clientHeight - 8}px`;
  Object.assign(meanings.style, { left: `${left}px`, top: '4px', bottom: 'auto', maxHeight });
}

/** A sentence or two for each mark, for a pointer, a finger and the keyboard alike. */
function Meanings({ session, marks }: Props & { readonly marks: readonly KeyMark[] }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="mark-button"
        popoverTarget={id}
        aria-label="What the marks mean"
        title={open ? undefined : 'What the marks mean'}
      >
        ?
      </button>
      <div
        className="mark-meanings"
        id={id}
        popover="auto"
        role="group"
        tabIndex={0}
        aria-label="What the marks mean"
        onBeforeToggle={(event) => {
          const opens = event.newState === 'open';
          if (opens && button.current) placeBeside(event.currentTarget, button.current);
          setOpen(opens);
        }}
      >
        <dl>
          {open &&
            marks.map((mark) => (
              <div key={mark.id}>
                <dt>
                  <Sign session={session} mark={mark} />
                  {mark.text}
                </dt>
                <dd>{mark.meaning}</dd>
              </div>
            ))}
        </dl>
      </div>
    </>
  );
}

function Sign({ session, mark }: Props & { readonly mark: KeyMark }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const changed = createChangeDetector();
    const paint = () => {
      const sign = canvas.current;
      const ratio = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
      if (!sign || !changed([themeKey(sign, session.store.getState().theme), ratio])) return;
      const size = { width: mark.width, height: keyHeight, ratio };
      const context = clearCanvas(sign, size);
      if (!context) return;
      context.fillStyle = keyGround;
      context.fillRect(0, 0, size.width, size.height);
      mark.draw(context);
    };
    paint();
    return session.onFrame(paint);
  }, [session, mark]);
  return <canvas ref={canvas} width={mark.width} height={keyHeight} aria-hidden="true" />;
}
