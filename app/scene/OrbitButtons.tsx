// The buttons that turn and zoom the surface: a twin for everything that dragging does.
import { Toolbar } from '../controls/Toolbar.tsx';
import type { CameraMove } from './orbit.ts';

interface OrbitButton {
  readonly id: CameraMove;
  readonly label: string;
  /** Strokes in a square of 16. */
  readonly icon: string;
}

const moves: readonly OrbitButton[] = [
  { id: 'left', label: 'Turn left', icon: 'M10 3 5 8l5 5' },
  { id: 'right', label: 'Turn right', icon: 'M6 3l5 5-5 5' },
  { id: 'higher', label: 'View from higher', icon: 'M3 10l5-5 5 5' },
  { id: 'lower', label: 'View from lower', icon: 'M3 6l5 5 5-5' },
  { id: 'nearer', label: 'Zoom in', icon: 'M8 3v10M3 8h10' },
  { id: 'farther', label: 'Zoom out', icon: 'M3 8h10' },
  { id: 'reset', label: 'Reset view', icon: 'M4.2 4.6A5 5 0 1 1 3 8M4.4 1.6v3.2h3.2' },
];

export interface OrbitButtonsProps {
  readonly laneLabel: string;
  readonly onMove: (move: CameraMove) => void;
}

export function OrbitButtons({ laneLabel, onMove }: OrbitButtonsProps) {
  const buttons = moves.map((each) => ({ ...each, act: () => onMove(each.id) }));
  return <Toolbar className="scene-buttons" name={`3D view of ${laneLabel}`} buttons={buttons} />;
}
