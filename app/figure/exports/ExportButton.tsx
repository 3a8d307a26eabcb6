// Opens the menu of exports, whose code is fetched when it is asked for.
import { lazy, Suspense, useCallback, useState } from 'react';
import { loadTablePacker } from '../../../src/index.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { saveIcon } from '../../controls/icons.tsx';
import type { SessionProps } from '../../controls/session-props.ts';

const ExportDialog = lazy(async () => {
  // It writes links, and opens them.
  const [{ ExportDialog: component }] = await Promise.all([
    import('./ExportDialog.tsx'),
    loadTablePacker(),
  ]);
  return { default: component };
});

export function ExportButton({ session }: SessionProps) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <IconButton
        name="Export: pictures, numbers, programs"
        icon={saveIcon}
        text="Export"
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <ExportDialog session={session} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
