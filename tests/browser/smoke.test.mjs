import assert from 'node:assert/strict';

import { journey } from './harness.mjs';

journey('the front page of a fresh install opens, reads well and asks nobody else', async ({ visit, page }) => {
  const answer = await page.goto('/');
  assert.equal(answer.status(), 200);
  assert.notEqual(await page.title(), '');
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await page.locator('main').count(), 1);
  assert.deepEqual(await visit.page.context().cookies(), [], 'who only reads gets no cookie');
  await visit.fits();
  await visit.axe();
  await visit.screenshot('front-page');
});

journey('the health page says that the server is ready', async ({ page }) => {
  const answer = await page.goto('/health/ready');
  assert.equal(answer.status(), 200);
});
