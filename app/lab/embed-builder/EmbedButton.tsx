// Opens the embed builder, whose code is fetched when it is asked for.
import { lazy, Suspense, useCallback, useState } from 'react';
import { loadTablePacker } from '../../../src/index.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { embedIcon } from '../../controls/icons.tsx';
import type { SessionProps } from '../../controls/session-props.ts';
import type { EmbedChoices } from './embed-choices.ts';

const EmbedBuilder = lazy(async () => {
  // It writes links, and a reader's own table is packed in them.
  const [{ EmbedBuilder: component }] = await Promise.all([
    import('./EmbedBuilder.tsx'),
    loadTablePacker(),
  ]);
  return { default: component };
});

export function EmbedButton({ session }: SessionProps) {
  const [open, setOpen] = useState(false);
  // What an author has filled in is there again when the builder is opened once more.
  const [before, setBefore] = useState<EmbedChoices | null>(null);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <IconButton
        name="Embed: put this figure into another page"
        icon={embedIcon}
        text="Embed"
        onClick={() => setOpen(true)}
      />
      {open ? (
        <Suspense>
          <EmbedBuilder session={session} before={before} onChoices={setBefore} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
