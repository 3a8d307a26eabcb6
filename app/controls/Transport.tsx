// The clock of a figure: play, one step, back to the start, how fast, and which draw of luck.
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { formatCount } from '../../src/index.ts';
import './controls.css';
import { ControlName } from './ControlName.tsx';
import { IconButton } from './IconButton.tsx';
import { backIcon, diceIcon, pauseIcon, playIcon, resetIcon, stepIcon } from './icons.tsx';
import { nextSeed, seedKnob, speedKnob } from './knobs.ts';
import { NumberInput } from './NumberField.tsx';
import type { SessionProps } from './session-props.ts';
import { Scrubber } from './Scrubber.tsx';
import { Slider } from './Slider.tsx';
import { speedWords } from './speed-words.ts';
import { stepBack } from './step-back.ts';
import { togglePlay } from './toggle-play.ts';

export function Transport({ session }: SessionProps) {
  const status = useStore(session.store, (state) => state.status);
  const speed = useStore(session.store, (state) => state.experiment.speed);
  const running = status === 'running';
  return (
    <div className="transport" role="group" aria-label="Training run">
      <div className="transport-run">
        <div className="transport-buttons">
          <IconButton
            name="Back to step 0"
            shortcut="R"
            icon={resetIcon}
            onClick={() => session.reset()}
          />
          <IconButton
            name="One step back"
            shortcut="B"
            icon={backIcon}
            onClick={() => stepBack(session)}
          />
          <IconButton
            className="play"
            name={running ? 'Pause' : status === 'done' ? 'Run again from step 0' : 'Play'}
            shortcut="Space"
            icon={running ? pauseIcon : playIcon}
            onClick={() => togglePlay(session)}
          />
          <IconButton
            name="One step"
            shortcut="S"
            icon={stepIcon}
            disabled={status === 'done'}
            onClick={() => session.step()}
          />
        </div>
        <StepCounter session={session} />
        <Scrubber session={session} />
      </div>
      <Slider
        knob={speedKnob}
        value={speed}
        onChange={(next) => session.update({ speed: next })}
        title="Training steps per second; a slow machine takes fewer, along the same path."
      />
      <RealSpeed session={session} />
      <SeedField session={session} />
    </div>
  );
}

/** Steps a second that are really taken, said only where they are fewer than was asked for. */
function RealSpeed({ session }: SessionProps) {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      session.onFrame(() => {
        const { speed } = session.store.getState().experiment;
        const words = speedWords(speed, session.measuredSpeed);
        if (line.current && line.current.textContent !== words) line.current.textContent = words;
      }),
    [session],
  );
  return (
    <span
      className="real-speed"
      data-real-speed=""
      ref={line}
      title="This machine has time for fewer steps a second than were asked for; the path is the same, only slower."
    />
  );
}

/** The step goes round React: it is written into its text node, in the frame in which it changed. */
function StepCounter({ session }: SessionProps) {
  const readout = useRef<HTMLSpanElement>(null);
  const goal = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = readout.current;
    if (!element) return undefined;
    const text = document.createTextNode('');
    element.append(text);
    let written = '';
    const paint = () => {
      const { iteration, seeking } = session;
      const state = `${iteration} ${seeking}`;
      if (state === written) return;
      written = state;
      element.dataset['value'] = String(iteration);
      text.data = formatCount(iteration);
      if (!goal.current) return;
      goal.current.textContent = seeking === null ? '' : ` on the way to ${formatCount(seeking)}`;
    };
    paint();
    const unsubscribe = session.onFrame(paint);
    return () => {
      unsubscribe();
      text.remove();
    };
  }, [session]);
  return (
    <p className="step-counter">
      step <span ref={readout} className="step-number" data-readout="step" />
      <span ref={goal} data-seeking="" />
    </p>
  );
}

function SeedField({ session }: SessionProps) {
  const seed = useStore(session.store, (state) => state.experiment.seed);
  const id = useId();
  return (
    <div className="control control-seed">
      <ControlName
        text={seedKnob.label}
        meaning="The same seed draws the same samples, starting weights and mini-batches: all luck comes from this number."
        controlId={id}
      />
      <NumberInput
        knob={seedKnob}
        value={seed}
        onChange={(next) => session.update({ seed: next })}
        id={id}
        name={seedKnob.label}
      />
      <IconButton
        name="New seed"
        shortcut="N"
        icon={diceIcon}
        onClick={() => session.update({ seed: nextSeed(seed) })}
      />
    </div>
  );
}
