// Whether a page, in the state it is in, breaks any accessibility rule that a machine can check.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const ruleSets = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with one line for each broken rule: its id, what it asks for, and where.
 *
 * @param without a selector of frames that are pages of their own, and checked as such elsewhere
 * @param within a selector of what alone is checked: something that lies over the rest of the page
 */
export async function expectAccessible(
  page: Page,
  without?: string,
  within?: string,
): Promise<void> {
  // A bar at the foot of the window covers half of a target until one scrolls: axe takes the visible rest for the whole.
  const putBars = (aside: boolean) =>
    page.evaluate((isAside) => {
      const all = (root: Document | ShadowRoot): HTMLElement[] =>
        [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? all(element.shadowRoot) : []),
        ]);
      for (const element of all(document)) {
        if (isAside && getComputedStyle(element).position === 'sticky') {
          element.dataset['putAside'] = '';
          element.style.position = 'static';
        } else if (!isAside && element.dataset['putAside'] === '') {
          delete element.dataset['putAside'];
          element.style.position = '';
        }
      }
    }, aside);
  await putBars(true);
  const axe = new AxeBuilder({ page });
  if (without !== undefined) axe.exclude(without);
  if (within !== undefined) axe.include(within);
  const result = await axe
    // Off unless asked for, although it is part of WCAG 2.2 AA.
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(ruleSets)
    .analyze();
  await putBars(false);
  const broken = result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
  expect(broken, 'broken accessibility rules').toEqual([]);
  expect(result.passes.length, 'rules that applied at all').toBeGreaterThan(0);
}
