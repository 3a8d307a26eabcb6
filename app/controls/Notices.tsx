// What had to be replaced in a link, as sentences that can be put away.
import './controls.css';
import { useStore } from 'zustand';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.tsx';
import type { SessionProps } from './session-props.ts';

export function Notices({ session }: SessionProps) {
  const notices = useStore(session.store, (state) => state.notices);
  const dismiss = (index: number) =>
    session.store.setState({ notices: notices.filter((_, k) => k !== index) });
  return (
    <div className="notices" role="status">
      {notices.map((notice, index) => (
        <p key={notice}>
          <span>{notice}</span>
          <IconButton name="Dismiss this notice" icon={closeIcon} onClick={() => dismiss(index)} />
        </p>
      ))}
    </div>
  );
}
