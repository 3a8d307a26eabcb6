// A sheet of paper over the page: a modal dialog with a heading and a way out.
import './sheet-dialog.css';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.tsx';

export interface SheetDialogProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
  /** Called when it has been closed, in whatever way. */
  readonly onClose: () => void;
}

export function SheetDialog(props: SheetDialogProps) {
  const { title, className = '', children, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  // At once, and not with the browser's word of it: whoever opens it again before that comes would not be heard.
  const close = () => {
    dialog.current?.close();
    onClose();
  };
  // The word of it comes late: while the sources are served, React opens everything twice, with a close between.
  const tellClosed = () => {
    if (dialog.current?.open !== true) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={`sheet-dialog ${className}`.trim()}
      aria-labelledby={heading}
      onCancel={(event) => {
        // A file picker within, closed without a choice, says the same word, and it rises to here.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        close();
      }}
      onClose={tellClosed}
    >
      <div className="sheet">
        <div className="sheet-head">
          <h2 id={heading}>{title}</h2>
          <IconButton name={`Close: ${title}`} icon={closeIcon} onClick={close} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
