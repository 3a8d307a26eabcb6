// Whether a page, in the state it is in, breaks any accessibility rule that a machine can check.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const ruleSets = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with one line for each broken rule: its id, what it asks for, and where.
 *
 * @param without a selector of frames that are pages of their own, and checked as such elsewhere
 */
export async function expectAccessible(page: Page, without?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (without !== undefined) axe.exclude(without);
  const result = await axe
    // Off unless asked for, although it is part of WCAG 2.2 AA.
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(ruleSets)
    .analyze();
  const broken = result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
  expect(broken, 'broken accessibility rules').toEqual([]);
  expect(result.passes.length, 'rules that applied at all').toBeGreaterThan(0);
}
