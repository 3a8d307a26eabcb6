// A worker in this thread, that answers when it is told to, and in which order.
import type { FromWorker, Piece, ToWorker } from '../../app/session/work-messages.ts';
import { createWorkshop } from '../../app/session/workshop.ts';

export interface FakeWorker extends Worker {
  /** What has been posted and not been answered. */
  readonly inbox: readonly { readonly ticket: number; readonly piece: Piece }[];
  readonly terminated: boolean;
  /** Answers the piece at this place of the inbox; false if there is none. */
  answer(place?: number): boolean;
  /** Says that it is at work. */
  beat(): void;
  fail(): void;
}

export function createFakeWorker(): FakeWorker {
  let time = 0;
  // Everything takes longer than a band should, so that a band is a tile.
  const workshop = createWorkshop(() => (time += 5));
  const inbox: { ticket: number; piece: Piece }[] = [];
  let terminated = false;
  const tell = (data: FromWorker) => fake.onmessage?.({ data });
  const fake = {
    onmessage: null as ((event: { data: FromWorker }) => void) | null,
    onerror: null as ((event: { preventDefault(): void }) => void) | null,
    onmessageerror: null,
    inbox,
    get terminated() {
      return terminated;
    },
    postMessage(message: ToWorker, transfer: Transferable[]) {
      // Buffers really change hands.
      const received = structuredClone(message, { transfer });
      if ('kind' in received) workshop.begin(received);
      else inbox.push(received);
    },
    answer(place = 0) {
      const [message] = inbox.splice(place, 1);
      if (!message || terminated) return false;
      const reply = workshop.handle(message.piece);
      const transfer = reply?.kind === 'band' ? [reply.heights.buffer] : [];
      tell(structuredClone({ ticket: message.ticket, reply }, { transfer }));
      return true;
    },
    beat: () => tell({ alive: true }),
    fail() {
      fake.onerror?.({ preventDefault: () => undefined });
    },
    terminate() {
      terminated = true;
    },
  };
  return fake as unknown as FakeWorker;
}
