// A text to be copied: by a button, or where that is not allowed by hand.
import { useRef, useState } from 'react';

export interface CopyTextProps {
  readonly name: string;
  readonly text: string;
}

const mostRows = 14;

export function CopyText({ name, text }: CopyTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState({ text: '', message: '' });
  // What was copied before is not this text.
  const message = done.text === text ? done.message : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone({ text, message: 'Copied.' });
    } catch {
      field.current?.select();
      setDone({
        text,
        message: 'Copying is not allowed here: the text is marked, copy it by keyboard.',
      });
    }
  };
  return (
    <div className="copy-text">
      <p>
        <button type="button" className="sheet-button" onClick={() => void copy()}>
          Copy
        </button>{' '}
        <span role="status">{message}</span>
      </p>
      <textarea
        ref={field}
        readOnly
        aria-label={name}
        rows={Math.min(mostRows, text.split('\n').length)}
        wrap="off"
        spellCheck="false"
        value={text}
      />
    </div>
  );
}
