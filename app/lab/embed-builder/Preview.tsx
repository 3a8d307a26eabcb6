// The figure as it will stand in another page: the embed itself, in a frame of the chosen size.
import { useEffect, useRef, useState } from 'react';
import { envelope } from '../../embed/host-message.ts';
import { useSettled } from './use-settled.ts';

export interface PreviewProps {
  /** From the question mark on. */
  readonly link: string;
  /** Null for the width of the column. */
  readonly width: number | null;
  readonly height: number;
  /** Called with the height that the figure says it needs, in CSS pixels, whenever it says so. */
  readonly onNeeded: (height: number) => void;
  /** The author wants the height that is needed, and no other. */
  readonly onFit: (height: number) => void;
}

export function Preview({ link, width, height, onNeeded, onFit }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  // Typing a number should not build a figure a digit.
  const shown = useSettled(link);
  const [needed, setNeeded] = useState<number | null>(null);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow) return;
      const message = new Map<string, unknown>(Object.entries(data ?? {}));
      if (message.get('source') !== envelope.source || message.get('type') !== 'resize') return;
      const told = message.get('height');
      if (typeof told !== 'number' || !Number.isInteger(told)) return;
      setNeeded(told);
      onNeeded(told);
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, [onNeeded]);
  const address = new URL(`./embed.html${shown}`, location.href).href;
  return (
    <>
      <h3>Preview</h3>
      <div
        className="embed-preview"
        tabIndex={0}
        role="region"
        aria-label="Preview, can be scrolled"
      >
        <iframe
          // A frame that is made anew leaves nothing in the history of the page.
          key={address}
          ref={frame}
          src={address}
          title="Preview of the embedded figure"
          width={width ?? '100%'}
          height={height}
        />
      </div>
      <p className="embed-preview-height">
        {needed === null ? 'The figure says here how high it is.' : null}
        {needed !== null && needed === height
          ? `The figure fits: it is ${needed} pixels high.`
          : null}
        {needed !== null && needed !== height ? (
          <>
            At this width the figure is {needed} pixels high.{' '}
            <button type="button" className="text-button" onClick={() => onFit(needed)}>
              Use this height
            </button>
          </>
        ) : null}
      </p>
    </>
  );
}
