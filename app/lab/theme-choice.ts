// Light or dark: the reader's choice, or the system's, put on the page, or what stands for it, and told to the views.
import type { FigureSession } from '../session/types.ts';
import { fixPictures, freezeForPrint, thawAfterPrint } from './print-layout.ts';

export const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

/** Paper is light, and a dark page would print pale letters on it. */
export function applyPrintTheme(session: FigureSession, page = document.documentElement): void {
  freezeForPrint(page);
  page.dataset['theme'] = 'light';
  session.store.setState({ theme: 'light' });
  session.paint();
  fixPictures(page);
}

export function applyTheme(session: FigureSession, page = document.documentElement): void {
  const { theme: chosen } = session.store.getState().experiment;
  const theme = chosen === 'auto' ? (prefersDark().matches ? 'dark' : 'light') : chosen;
  page.dataset['theme'] = theme;
  session.store.setState({ theme });
  session.invalidate();
}

export function applyScreenTheme(session: FigureSession, page = document.documentElement): void {
  thawAfterPrint(page);
  applyTheme(session, page);
}
