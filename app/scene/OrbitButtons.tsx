// The buttons that turn and zoom the surface: a twin for everything that dragging does.
import type { CameraMove } from './orbit.ts';

interface OrbitButton {
  readonly move: CameraMove;
  readonly label: string;
  /** Strokes in a square of 16. */
  readonly icon: string;
}

const buttons: readonly OrbitButton[] = [
  { move: 'left', label: 'Turn left', icon: 'M10 3 5 8l5 5' },
  { move: 'right', label: 'Turn right', icon: 'M6 3l5 5-5 5' },
  { move: 'higher', label: 'View from higher', icon: 'M3 10l5-5 5 5' },
  { move: 'lower', label: 'View from lower', icon: 'M3 6l5 5 5-5' },
  { move: 'nearer', label: 'Zoom in', icon: 'M8 3v10M3 8h10' },
  { move: 'farther', label: 'Zoom out', icon: 'M3 8h10' },
  { move: 'reset', label: 'Reset view', icon: 'M4.2 4.6A5 5 0 1 1 3 8M4.4 1.6v3.2h3.2' },
];

export interface OrbitButtonsProps {
  readonly laneLabel: string;
  readonly onMove: (move: CameraMove) => void;
}

export function OrbitButtons({ laneLabel, onMove }: OrbitButtonsProps) {
  return (
    <div className="scene-buttons" role="group" aria-label={`3D view of ${laneLabel}`}>
      {buttons.map(({ move, label, icon }) => (
        <button
          key={move}
          type="button"
          aria-label={label}
          title={label}
          onClick={() => onMove(move)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icon} />
          </svg>
        </button>
      ))}
    </div>
  );
}
