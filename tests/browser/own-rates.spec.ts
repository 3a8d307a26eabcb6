// A lane that has a learning rate of its own, beside the slider that does not change it.
import { openFigure } from './support/figure.ts';
import { expect, test } from './support/test.ts';

test('a lane that keeps its own rate is named at the slider, and let go by a button there', async ({
  page,
}) => {
  const figure = await openFigure(page, '?lanes=raw~lr:0.05,standard&autoplay=0');
  const kept = page.locator('.figure-side').getByText('keeps its own rate 0.05');
  await expect(kept).toHaveCount(1);
  await page.getByRole('button', { name: 'Let it follow' }).focus();
  await page.keyboard.press('Enter');
  await expect(kept).toHaveCount(0);
  await expect(page).not.toHaveURL(/0\.05/);
  await expect(figure.locator('[data-lane] .lane-notes')).toHaveCount(0);
});
