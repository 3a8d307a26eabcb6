// The texts of a lane's axes: a fixed set of elements, moved and rewritten when camera, size or window change.
import { useEffect, useRef } from 'react';
import type { CameraPose, FigureSession, LaneView } from '../session/types.ts';
import { takeTextTurn } from '../plot/painting-turns.ts';
import { laneTicks, type AxisTicks } from './axes.ts';
import { coveredBy, layoutLabels, type Label } from './labels.ts';
import { seeMarks, withNotes } from './mark-notes.ts';
import { createProjector, type Projector } from './projection.ts';

/** Three axes of at most six texts and a title, and a note at start and end of the path. */
const mostLabels = 23;

/** What an element shows. To read it back would ask the page. */
interface Written {
  hidden: boolean;
  text: string;
  kind: string;
  width: string;
  place: string;
}

export interface AxisLabelsProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

/** Writes what is another: to write the same once more would still lay the page out. */
function writeLabel(element: HTMLElement, label: Label | undefined, written: Written): void {
  if (written.hidden !== !label) element.hidden = written.hidden = !label;
  if (!label) return;
  const { text, kind } = label;
  const width = `${label.width}px`;
  const place = `${(label.x - label.width / 2).toFixed(1)}px, ${label.y.toFixed(1)}px`;
  if (written.text !== text) element.textContent = written.text = text;
  if (written.kind !== kind) element.dataset['kind'] = written.kind = kind;
  if (written.width !== width) element.style.width = written.width = width;
  if (written.place === place) return;
  element.style.transform = `translate(${place}) translateY(-50%)`;
  written.place = place;
}

export function AxisLabels({ session, view }: AxisLabelsProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    let [width, height] = [node.clientWidth, node.clientHeight];
    let resized = true;
    let pose: CameraPose | null = null;
    let [window, scale, names]: [LaneView['window'] | null, LaneView['scale'], string] = [
      null,
      null,
      '',
    ];
    let [step, revision] = [-1, -1];
    let ticks: AxisTicks | null = null;
    let project: Projector | null = null;
    /** As the texts stand while no mark is in their way, and which of them one is. */
    let [free, covered]: [ReturnType<typeof layoutLabels>, string] = [[], ''];
    let [hadNotes, tellsLoss] = [false, false];
    const nothing: Written = { hidden: true, text: '', kind: '', width: '', place: '' };
    const written = Array.from(node.children, () => ({ ...nothing }));
    const write = () => {
      const { surface } = view;
      if (!surface || width < 1 || height < 1) return;
      const [first, second] = surface.plane.labels;
      const stands =
        ticks !== null &&
        !resized &&
        window === view.window &&
        names === first + second &&
        pose === session.camera;
      const isOwed =
        scale !== view.scale || step !== view.lane.iteration || revision !== view.path.revision;
      // A loss that is told is the readout's, and that changes with every step.
      const isTurn = isOwed && (tellsLoss || takeTextTurn(session, view.index));
      if (stands && !isTurn) return;
      // A surface that moves under the same window keeps its axes.
      const isLaid = stands && scale === view.scale;
      if (!isLaid) ticks = laneTicks(view);
      [resized, names, pose] = [false, first + second, session.camera];
      [window, scale] = [view.window, view.scale];
      [step, revision] = [view.lane.iteration, view.path.revision];
      if (!ticks) return;
      const place = [pose, ticks, surface.plane.labels, width, height] as const;
      if (!isLaid) {
        project = createProjector(pose, width, height);
        free = layoutLabels(...place);
      }
      // A ball that rolls on is seldom in the way of another text than before.
      const marks = project ? seeMarks(view, project) : { points: [], off: [] };
      const under = coveredBy(free, marks.points);
      if (isLaid && under === covered && !hadNotes && marks.off.length === 0) return;
      covered = under;
      hadNotes = marks.off.length > 0;
      tellsLoss = marks.off.some(({ name }) => name === 'now');
      const axes = covered === '' ? free : layoutLabels(...place, marks.points);
      const labels = hadNotes ? withNotes(axes, marks, width, height) : axes;
      written.forEach((each, k) => {
        const element = node.children[k];
        if (element instanceof HTMLElement) writeLabel(element, labels[k], each);
      });
    };
    const observer = new ResizeObserver(() => {
      [width, height] = [node.clientWidth, node.clientHeight];
      resized = true;
      session.invalidate();
    });
    observer.observe(node);
    const stop = session.onFrame(write);
    session.invalidate();
    return () => {
      observer.disconnect();
      stop();
      // Another lane may take this place before its first surface is there.
      for (const element of node.children)
        if (element instanceof HTMLElement) element.hidden = true;
    };
  }, [session, view]);

  return (
    <div className="scene-labels" ref={box} aria-hidden="true">
      {Array.from({ length: mostLabels }, (_, k) => (
        <span key={k} hidden />
      ))}
    </div>
  );
}
