// The place of one lane's 3D surface in the page: its name and description, its axes' texts, and how it is turned.
import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { useDescription } from '../plot/use-description.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { AxisLabels } from './AxisLabels.tsx';
import { describeLane } from './describe.ts';
import { OrbitButtons } from './OrbitButtons.tsx';
import { pickSurface } from './pick.ts';
import '../start-here.css';
import './scene.css';
import { SceneNotice } from './SceneNotice.tsx';
import type { Slots } from './slots.ts';
import { SurfaceReading } from './SurfaceReading.tsx';
import { useOrbit } from './use-orbit.ts';
import { walked } from './walk.ts';

export interface SurfaceSlotProps {
  readonly session: FigureSession;
  readonly view: LaneView;
  readonly slots: Slots;
}

/** The description is written this often at most, in milliseconds: steps come faster than anyone can listen. */
const descriptionInterval = 500;

/** The picture itself is drawn by SurfaceStage, on a canvas that lies over all slots of a figure. */
export function SurfaceSlot({ session, view, slots }: SurfaceSlotProps) {
  const slot = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const descriptionId = useId();
  /** Where a finger has tapped, which may have meant nothing by it: a button offers to start there. */
  const [tapped, setTapped] = useState<readonly [number, number] | null>(null);
  const [walks, setWalks] = useState(false);
  const pick = useCallback(
    (event: PointerEvent) => {
      const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
      const place = [event.clientX - left, event.clientY - top] as const;
      return pickSurface(view, session.camera, [width, height], place);
    },
    [session, view],
  );
  const point = useCallback(
    (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      const found = pick(event);
      if (picture.current) picture.current.style.cursor = found ? 'crosshair' : '';
      session.setCrosshair(found);
    },
    [session, pick],
  );
  const choose = useCallback(
    (event: PointerEvent) => {
      const found = pick(event);
      if (event.pointerType === 'touch') {
        session.setCrosshair(found);
        setTapped(found);
      } else if (found) session.startFrom(...found, view.index);
    },
    [session, view, pick],
  );
  const start = () => {
    setTapped(null);
    session.setCrosshair(null);
    if (tapped) session.startFrom(...tapped, view.index);
  };
  const { move, handlers } = useOrbit(session, picture, point, choose);
  // With shift the arrows move the crosshair; without, they turn the surface.
  const walk = (event: KeyboardEvent) => {
    const { crosshair } = session;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const next = event.shiftKey ? walked(event.key, crosshair, view, session.camera) : null;
    if (isPlain && next) session.setCrosshair(next);
    else if (isPlain && crosshair && event.key === 'Enter') {
      session.startFrom(...crosshair, view.index);
    } else if (isPlain && crosshair && event.key === 'Escape') session.setCrosshair(null);
    else {
      handlers.onKeyDown(event);
      return;
    }
    setWalks(true);
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = () => {
    setWalks(false);
    if (!tapped && session.crosshair) session.setCrosshair(null);
  };
  const reached = { ...handlers, onKeyDown: walk, onBlur: leave };
  const status = useSyncExternalStore(slots.subscribe, () => slots.status);
  const shown = status === 'drawing' || status === 'waiting';

  useEffect(() => {
    const element = slot.current;
    return element ? slots.attach(view.id, element) : undefined;
  }, [slots, view.id]);

  const describe = useCallback(() => describeLane(view, session.iteration), [session, view]);
  useDescription(description, session, describe, descriptionInterval);

  return (
    <div className="scene-slot" ref={slot} data-scene={status}>
      <div
        className="scene-picture"
        ref={picture}
        role="img"
        tabIndex={0}
        aria-label={`Loss surface in 3D: ${view.label}. Arrow keys turn it, plus and minus zoom. With shift, arrow keys move a crosshair; Enter starts all lanes there, as a click does.`}
        aria-describedby={descriptionId}
        title="drag: turn; click: start all lanes here"
        {...reached}
        onPointerLeave={(event) => {
          if (event.pointerType !== 'touch') session.setCrosshair(null);
        }}
      />
      {tapped && (
        <button
          type="button"
          className="start-here"
          aria-label={`start here, all lanes: ${view.label}`}
          onClick={start}
          onBlur={() => setTapped(null)}
        >
          start here
        </button>
      )}
      {shown && <SurfaceReading session={session} view={view} isSpoken={walks} />}
      <p className="scene-description" id={descriptionId} ref={description} />
      {shown && <AxisLabels session={session} view={view} />}
      {shown && <OrbitButtons laneLabel={view.label} onMove={move} />}
      <SceneNotice slots={slots} />
    </div>
  );
}
