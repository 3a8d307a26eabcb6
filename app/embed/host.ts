// The page around an embed: messages to it and from it, and from nobody else.
import { envelope, readHostMessage, type HostMessage } from './host-message.ts';

export interface Host {
  /** Tells the page around; nothing happens where there is none. */
  post(message: { readonly type: string } & Readonly<Record<string, unknown>>): void;
  /** The older form of the height's message, which many sites already listen for. */
  postText(text: string): void;
  /** Calls `obey` for every message that can be read. Returns the remover. */
  listen(obey: (message: HostMessage) => void): () => void;
}

/** Nothing that is told is a secret, and a sandboxed page has no origin that could be named: hence `*`. */
const anyOrigin = '*';

export function createHost(): Host {
  const around = window.parent === window ? null : window.parent;
  return {
    post(message) {
      around?.postMessage({ ...envelope, ...message }, anyOrigin);
    },
    postText(text) {
      around?.postMessage(text, anyOrigin);
    },
    listen(obey) {
      const onMessage = (event: MessageEvent<unknown>) => {
        if (around === null || event.source !== around) return;
        const message = readHostMessage(event.data);
        if (message) obey(message);
      };
      window.addEventListener('message', onMessage);
      return () => window.removeEventListener('message', onMessage);
    },
  };
}
