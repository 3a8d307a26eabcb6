// Copies a link to exactly this experiment; where copying is not allowed, shows it ready to be copied by hand.
import './controls.css';
import { useRef, useState } from 'react';
import { format } from 'd3-format';
import { linkTable, longestLink, type LinkTable } from '../../src/index.ts';
import { withExperiment } from '../page-link.ts';
import { IconButton } from './IconButton.tsx';
import { linkIcon } from './icons.tsx';
import type { SessionProps } from './session-props.ts';

export function CopyLink({ session }: SessionProps) {
  const [shown, setShown] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const latest = useRef(0);
  const copy = async () => {
    const attempt = ++latest.current;
    const { experiment } = session.store.getState();
    const href = withExperiment(new URL(location.href), experiment);
    const about = aboutTable(linkTable(experiment), href.length);
    setMessage('');
    try {
      await navigator.clipboard.writeText(href);
      if (attempt !== latest.current) return;
      setShown(null);
      setMessage(`Link copied.${about}`);
    } catch {
      if (attempt !== latest.current) return;
      setShown(href);
      setMessage(about ? `${about.trim()} Copy it from here:` : 'Copy the link from here:');
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

const grouped = format(',');

/** Whether the link brings the reader's own table along; empty where there is none. */
export function aboutTable({ hash, fits, length }: LinkTable, whole: number): string {
  if (hash === '') return '';
  return fits
    ? ` Your table is in the link, which has ${grouped(whole)} characters.`
    : ` Your table is not in the link: with it, the link would have ${grouped(length)} characters, and ${grouped(longestLink)} are the most that all programs take. “Experiment as JSON” under Export holds the table.`;
}
