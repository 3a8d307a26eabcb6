// Figures as other engines show them: found in pages, in frames and in shadow trees.
import type { FigureSession } from '../../../app/session/types.ts';
import { eventually, type Engine, type FramePath } from './engine.ts';

export interface SeenFigure {
  readonly step: number;
  readonly status: string;
  /** Of every lane, as it is at this step. */
  readonly losses: readonly number[];
  readonly notices: readonly string[];
}

/** Every figure that is made in this page or frame. */
export function figuresIn(engine: Engine, frame: FramePath = []): Promise<SeenFigure[]> {
  return engine.evaluate(
    () => {
      const trees = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot)];
      return trees
        .flatMap((tree) => [...(tree?.querySelectorAll<HTMLElement>('[data-figure]') ?? [])])
        .map((figure) => {
          const { normscape } = figure as HTMLElement & { normscape: FigureSession };
          return {
            step: Number(figure.dataset['step']),
            status: figure.dataset['status'] ?? '',
            losses: normscape.views.map(({ lane }) => lane.loss),
            notices: [...normscape.store.getState().notices],
          };
        });
    },
    [],
    frame,
  );
}

/** Waits until the first surfaces of a page or a frame of ours are on the screen. */
export function ready(engine: Engine, frame: FramePath = []): Promise<boolean> {
  const look = () =>
    engine.evaluate(() => document.documentElement.hasAttribute('data-ready'), [], frame);
  return eventually('first surfaces', look, Boolean);
}

export interface SeenStage {
  /** In the 3D view; 0 without one. */
  readonly colours: number;
  /** What stands in its place. */
  readonly sentence: string | null;
  readonly hasWebGL: boolean;
}

/** What there is where the surface should be, looked at in the frame in which it is drawn. */
export function stageIn(engine: Engine, frame: FramePath = []): Promise<SeenStage> {
  return engine.evaluate(
    async () => {
      const trees = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot)];
      const find = <E extends Element>(selector: string): E | null => {
        for (const tree of trees) {
          const found = tree?.querySelector<E>(selector);
          if (found) return found;
        }
        return null;
      };
      const figure = find<HTMLElement & { normscape: FigureSession }>('[data-figure]');
      const copy = document.createElement('canvas');
      copy.width = copy.height = 200;
      const drawing = copy.getContext('2d', { willReadFrequently: true });
      let colours = 0;
      // A canvas in 3D is empty again as soon as it has been shown.
      for (let turn = 0; turn < 60 && colours <= 50; turn++) {
        const { azimuth, ...pose } = figure?.normscape.camera ?? { azimuth: 0 };
        figure?.normscape.setCamera({ azimuth: azimuth + 0.1, ...pose } as FigureSession['camera']);
        await new Promise(requestAnimationFrame);
        const canvas = find<HTMLCanvasElement>('.scene-canvas');
        if (!canvas || !drawing) continue;
        drawing.drawImage(canvas, 0, 0, 200, 200);
        const { data } = drawing.getImageData(0, 0, 200, 200);
        colours = new Set(new Uint32Array(data.buffer)).size;
      }
      return {
        colours,
        sentence: find('.scene-notice p')?.textContent ?? null,
        hasWebGL: document.createElement('canvas').getContext('webgl2') !== null,
      };
    },
    [],
    frame,
  );
}
