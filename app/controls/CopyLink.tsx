// Copies a link to exactly this experiment; where copying is not allowed, shows it ready to be copied by hand.
import './controls.css';
import { useRef, useState } from 'react';
import { formatExperiment, type Experiment } from '../../src/index.ts';
import { IconButton } from './IconButton.tsx';
import { linkIcon } from './icons.tsx';
import type { SessionProps } from './session-props.ts';

export function CopyLink({ session }: SessionProps) {
  const [shown, setShown] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const latest = useRef(0);
  const copy = async () => {
    const attempt = ++latest.current;
    const href = linkTo(session.store.getState().experiment);
    setMessage('');
    try {
      await navigator.clipboard.writeText(href);
      if (attempt !== latest.current) return;
      setShown(null);
      setMessage('Link copied.');
    } catch {
      if (attempt !== latest.current) return;
      setShown(href);
      setMessage('Copy the link from here:');
    }
  };
  return (
    <div className="copy-link">
      <IconButton name="Copy link" icon={linkIcon} text="Copy link" onClick={() => void copy()} />
      <span className="copy-status" role="status">
        {message}
      </span>
      {shown === null ? null : (
        <input
          type="text"
          readOnly
          aria-label="Link to this experiment"
          value={shown}
          ref={(field) => field?.select()}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}

/** This page with the experiment's own query; what stands after `#` may hold a table, and stays. */
function linkTo(experiment: Experiment): string {
  const url = new URL(location.href);
  url.search = formatExperiment(experiment);
  return url.href;
}
