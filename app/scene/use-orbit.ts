// Turning the surface by mouse, touch, keys and wheel, without ever taking the page's own scroll.
import {
  useEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import type { CameraPose, FigureSession } from '../session/types.ts';
import { dragged, limited, moved, moveForKey, zoomed, type CameraMove } from './orbit.ts';

/** Where the camera rests: as the experiment has it. */
function restOf(session: FigureSession): CameraPose {
  const [azimuth, elevation, distance] = session.store.getState().experiment.camera;
  return limited({ azimuth, elevation, distance });
}

/** How much one notch of the wheel zooms. */
const wheelZoom = 0.0015;

interface Touch {
  x: number;
  y: number;
  /** How far it has gone since it came down, in CSS pixels. */
  travel: number;
}

/** A pointer that goes further than this turns the surface, and chooses nothing. */
const stillness = 5;

export interface Orbit {
  readonly move: (move: CameraMove) => void;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
}

/**
 * @param element the view; its wheel and two-finger touches need listeners that may refuse the default
 * @param onHover called when a pointer moves that does not drag
 * @param onTap called when a single pointer comes up where it went down
 */
export function useOrbit(
  session: FigureSession,
  element: RefObject<HTMLElement | null>,
  onHover: (event: PointerEvent) => void,
  onTap: (event: PointerEvent) => void,
): Orbit {
  const pointers = useRef(new Map<number, Touch>());

  useEffect(() => {
    const node = element.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      session.setCamera(zoomed(session.camera, Math.exp(event.deltaY * wheelZoom)));
    };
    // One finger scrolls the page up and down; two turn and zoom.
    const onTouchMove = (event: TouchEvent) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    node.addEventListener('touchmove', onTouchMove, { passive: false });
    return () => {
      node.removeEventListener('wheel', onWheel);
      node.removeEventListener('touchmove', onTouchMove);
    };
  }, [session, element]);

  return useMemo(() => {
    const move = (name: CameraMove) =>
      session.setCamera(moved(session.camera, name, restOf(session)));
    const release = (event: PointerEvent) => {
      pointers.current.delete(event.pointerId);
    };
    return {
      move,
      handlers: {
        onKeyDown(event) {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const name = moveForKey(event.key);
          if (!name) return;
          event.preventDefault();
          event.stopPropagation();
          move(name);
        },
        onPointerDown(event) {
          if (event.pointerType === 'mouse' && event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY, travel: 0 });
          // Two fingers turn and zoom, however little they move.
          if (pointers.current.size > 1) {
            for (const touch of pointers.current.values()) touch.travel = Infinity;
          }
        },
        onPointerMove(event) {
          const held = pointers.current.get(event.pointerId);
          if (!held) {
            onHover(event);
            return;
          }
          const [right, down] = [event.clientX - held.x, event.clientY - held.y];
          held.travel += Math.hypot(right, down);
          const others = [...pointers.current].filter(([id]) => id !== event.pointerId);
          const other = others[0]?.[1];
          if (other) {
            // Each finger brings half of a common movement; their distance zooms.
            const before = Math.hypot(held.x - other.x, held.y - other.y);
            const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
            const pose = dragged(session.camera, right / 2, down / 2);
            session.setCamera(after > 1 && before > 1 ? zoomed(pose, before / after) : pose);
          } else if (event.pointerType === 'touch') {
            session.setCamera(dragged(session.camera, right, 0));
          } else {
            session.setCamera(dragged(session.camera, right, down));
          }
          held.x = event.clientX;
          held.y = event.clientY;
        },
        onPointerUp(event) {
          const held = pointers.current.get(event.pointerId);
          release(event);
          if (held && held.travel <= stillness) onTap(event);
        },
        onPointerCancel: release,
      },
    };
  }, [session, onHover, onTap]);
}
