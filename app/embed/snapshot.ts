// A picture of a panel for the page around an embed, made by the same exports as a reader's.
import type { FigureSession } from '../session/types.ts';

/**
 * The picture as a `data:` address: all lanes, under their names, with caption, seed and link. Null where the panel is not
 * shown or not drawn yet, and for formats that are no picture.
 *
 * @param page what the figure is drawn in
 * @param panel id of the panel; any text
 * @param format id of an export, `png` or `svg`; any text
 * @param lab an address in the folder of the page with every control, if this one is not there
 */
export async function takeSnapshot(
  session: FigureSession,
  page: ParentNode,
  panel: string,
  format: string,
  lab?: string,
): Promise<string | null> {
  const figure = page.querySelector<HTMLElement>('[data-figure]');
  const { panels } = session.store.getState().experiment;
  if (!figure || !panels.includes(panel)) return null;
  const { exports } = await import('../figure/exports/index.ts');
  if (!exports.has(format)) return null;
  const entry = exports.get(format);
  if (entry.group !== 'picture') return null;
  const { views } = session;
  try {
    return await addressOf(
      await entry.make({ session, figure, views, panels: [panel], page: lab }),
    );
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable picture'));
    reader.readAsDataURL(file);
  });
}
