// Where each lane's 3D view stands in the page: the slots put their elements in, the stage draws into their places.

/**
 * `waiting`: nothing is drawn yet. `drawing`: all is well. `unsupported`: this browser offers no 3D.
 * `lost`: the graphics context was taken away and may come back. `failed`: the stage has stopped.
 */
export type StageStatus = 'waiting' | 'drawing' | 'unsupported' | 'lost' | 'failed';

/** One per figure. */
export interface Slots {
  readonly elements: ReadonlyMap<string, HTMLElement>;
  readonly status: StageStatus;
  /** Grows with every request to start the stage anew. */
  readonly attempt: number;
  /** Puts a lane's element in; returns what takes it out again. */
  attach(laneId: string, element: HTMLElement): () => void;
  setStatus(status: StageStatus): void;
  /** Asks for a new stage in place of one that was lost or has failed. */
  restart(): void;
  /** Calls back when an element, the status or the attempt has changed; returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

export function createSlots(): Slots {
  const elements = new Map<string, HTMLElement>();
  const listeners = new Set<() => void>();
  let status: StageStatus = 'waiting';
  let attempt = 0;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    elements,
    get status() {
      return status;
    },
    get attempt() {
      return attempt;
    },
    attach(laneId, element) {
      elements.set(laneId, element);
      tell();
      return () => {
        // A lane that was built anew may already have put its own element in.
        if (elements.get(laneId) !== element) return;
        elements.delete(laneId);
        tell();
      };
    },
    setStatus(next) {
      if (next === status) return;
      status = next;
      tell();
    },
    restart() {
      attempt++;
      status = 'waiting';
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
