// The workbench: one figure with every control, and the line above it that says what question it poses.
import { CopyLink } from '../controls/CopyLink.tsx';
import { Notices } from '../controls/Notices.tsx';
import { SidePanel } from '../controls/SidePanel.tsx';
import { ThemeToggle } from '../controls/ThemeToggle.tsx';
import { ExportButton } from '../figure/exports/ExportButton.tsx';
import { Figure } from '../figure/Figure.tsx';
import type { FigureSession } from '../session/types.ts';
import { EmbedButton } from './embed-builder/EmbedButton.tsx';
import { Question } from './Question.tsx';
import { plotsId, SkipLink } from './SkipLink.tsx';
import { useLink } from './use-link.ts';
import { useReadiness } from './use-readiness.ts';
import { useTheme } from './use-theme.ts';

export function Lab({ session }: { readonly session: FigureSession }) {
  useTheme(session);
  useLink(session);
  useReadiness(session);
  return (
    <>
      <SkipLink />
      <header className="lab-header">
        <h1>Normscape</h1>
        <Question session={session} />
        <div className="lab-tools">
          <CopyLink session={session} />
          <EmbedButton session={session} />
          <ExportButton session={session} />
          <ThemeToggle session={session} />
        </div>
      </header>
      <main id={plotsId}>
        <Notices session={session} />
        <Figure session={session} aside={<SidePanel session={session} />} />
      </main>
    </>
  );
}
