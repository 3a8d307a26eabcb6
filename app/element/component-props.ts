// The properties of the React component: the keys of a link, and what any component has.
import type { CSSProperties, ReactNode, Ref } from 'react';
import type { FigureControls, FigureEvents } from './figure-controls.ts';

/** Every key, for the types; a test holds it against the keys that there are. */
export type FigureKey =
  | 'data'
  | 'x1'
  | 'x2'
  | 'count'
  | 'noise'
  | 'seed'
  | 'cols'
  | 'target'
  | 'rho'
  | 'split'
  | 'yscale'
  | 'net'
  | 'act'
  | 'init'
  | 'loss'
  | 'opt'
  | 'lr'
  | 'batch'
  | 'schedule'
  | 'decay'
  | 'clip'
  | 'precision'
  | 'bneps'
  | 'bnmomentum'
  | 'affine'
  | 'keepbias'
  | 'bnnoise'
  | 'momentum'
  | 'epsilon'
  | 'alpha'
  | 'beta1'
  | 'beta2'
  | 'every'
  | 'drop'
  | 'period'
  | 'floor'
  | 'rise'
  | 'low'
  | 'lanes'
  | 'start'
  | 'rate'
  | 'scale'
  | 'slice'
  | 'from'
  | 'set'
  | 'around'
  | 'axes'
  | 'stats'
  | 'window'
  | 'height'
  | 'marks'
  | 'ground'
  | 'panels'
  | 'speed'
  | 'autoplay'
  | 'until'
  | 'theme'
  | 'camera'
  | 'controls'
  | 'hide'
  | 'poster'
  | 'v'
  | 'table';

/** True and false are 1 and 0. */
export type FigureKeys = { readonly [Key in FigureKey]?: string | number | boolean | undefined };

export interface NormscapeProps extends FigureKeys {
  /** What the figure is called, for screen readers; its lanes' names, if left out. */
  readonly title?: string | undefined;
  /** The address of the folder with the page of every control; there is no link to it, if left out. */
  readonly lab?: string | undefined;
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** Shown on a server, without scripts, and until the figure is there. */
  readonly children?: ReactNode;
  readonly ref?: Ref<FigureControls> | undefined;
  readonly onReady?: ((detail: FigureEvents['ready']) => void) | undefined;
  readonly onStep?: ((detail: FigureEvents['step']) => void) | undefined;
  readonly onDone?: (() => void) | undefined;
  readonly onNotice?: ((detail: FigureEvents['notice']) => void) | undefined;
}
