// The run as a line: drag along it to any step that was taken, forwards and backwards, in all lanes.
import { useEffect, useRef } from 'react';
import { addFrameTask } from '../session/clock.ts';
import { scrubberState } from './scrubber-state.ts';
import type { SessionProps } from './session-props.ts';

export function Scrubber({ session }: SessionProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (!element) return undefined;
    let removeTask: (() => void) | null = null;
    // Every seek replays some steps: once a frame is often enough.
    const seek = () => {
      removeTask ??= addFrameTask(() => {
        removeTask?.();
        removeTask = null;
        session.seek(element.valueAsNumber);
        return false;
      });
    };
    element.addEventListener('input', seek);
    const stop = session.onFrame(() => {
      // While a hand is on it, the slider knows better where it is.
      if (removeTask !== null || session.seeking !== null) return;
      const { last, now, part, text } = scrubberState(session.iteration, session.furthest);
      if (element.getAttribute('aria-valuetext') === text) return;
      element.setAttribute('aria-valuetext', text);
      element.max = String(last);
      element.value = String(now);
      element.style.setProperty('--part', `${part}%`);
    });
    return () => {
      element.removeEventListener('input', seek);
      removeTask?.();
      stop();
    };
  }, [session]);
  return (
    <div className="control scrubber">
      <input
        ref={input}
        type="range"
        min={0}
        max={1}
        step={1}
        defaultValue={0}
        aria-label="Step of the run"
        title="Drag to any step that was taken; the run goes on from there exactly as before."
      />
    </div>
  );
}
