// What a neighbor takes along: the list of places, the kit's texts, the words for a councilor. And the desk where
// coordinators read what came. The data is the demo's, on one server.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { journeysWith, twoWays, withScripts } from './harness.mjs';

const journey = journeysWith(async (redress) => {
  await redress.run('demo');
  return {};
});

/** The demo's owner, by the form that everybody has. */
async function logIn(page) {
  await page.goto('/admin/login');
  await page.locator('[name="email"]').fill('organizer@example.org');
  await page.locator('[name="password"]').fill('a petition to the mayor');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Presses a button that answers with a file; returns the file. */
async function file(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

journey('the places are a table first, with a map beside it, a file and a feed', async ({ visit, page }) => {
  await page.goto('/c/plate-readers');
  await page.getByRole('link', { name: /place/i }).first().click();
  await page.getByRole('heading', { name: 'Place by place', level: 1 }).waitFor();
  const rows = page.locator('.places-table tbody tr');
  assert.equal(await rows.count(), 56);
  await page.locator('.map > svg').scrollIntoViewIfNeeded();
  await visit.looksRight();
  await visit.screenshot('places');

  // A filter and an order are addresses: they can be sent to somebody.
  await page.locator('.statuses').getByRole('link', { name: /Refused after a vote/ }).click();
  await page.locator('.statuses [aria-current]').getByText('Refused after a vote').waitFor();
  assert.equal(await rows.count(), 1);
  assert.match(await rows.first().innerText(), /Brookline/);
  await visit.looksRight();
  await page.goto('/es/c/plate-readers/places');
  assert.equal(await rows.count(), 56);
  await visit.looksRight();

  const csv = await page.request.get(await page.getByRole('link', { name: /CSV/ }).getAttribute('href'));
  assert.match(await csv.text(), /Brookline/);
  assert.match(csv.headers()['content-type'], /text\/csv/);
});

journey('a text of the kit is filled in and taken along', async ({ visit, page }) => {
  await page.goto('/c/plate-readers/kit');
  await page.getByRole('heading', { name: 'The kit', level: 1 }).waitFor();
  assert.equal(await page.locator('.kit-kind h3').count(), 5);
  await visit.looksRight();
  await visit.screenshot('kit');
  await page.getByRole('link', { name: 'Who is reading our license plates?' }).click();
  await page.getByRole('heading', { name: 'Fill it in' }).waitFor();
  await visit.looksRight();

  const text = page.locator('.kit-text');
  const town = page.getByLabel('Your town', { exact: true });
  const blanks = await text.locator('.part[data-empty]').count();
  await town.fill('Somerville & "Ten Hills"');
  await page.getByLabel('Your name', { exact: true }).fill('ليلى حداد');
  if (visit.scripts) {
    // At once, without a request.
    await text.getByText('Somerville & "Ten Hills"').first().waitFor();
    assert.ok((await text.locator('.part[data-empty]').count()) < blanks);
    await town.fill('');
    assert.equal(await text.getByText('Ten Hills').count(), 0);
    await town.fill('Somerville & "Ten Hills"');
  } else {
    assert.equal(await text.getByText('Ten Hills').count(), 0);
  }
  await page.getByRole('button', { name: 'Fill in', exact: true }).click();
  await page.getByText('parts are still empty').waitFor();
  await text.getByText('Somerville & "Ten Hills"').first().waitFor();
  assert.equal(await page.getByLabel('Your name', { exact: true }).inputValue(), 'ليلى حداد');
  await visit.looksRight();
  await visit.screenshot('kit-piece');

  const pdf = await file(page, page.getByRole('button', { name: 'As PDF' }));
  assert.match(pdf.name, /\.pdf$/);
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
  const docx = await file(page, page.getByRole('button', { name: 'As Word file' }));
  assert.match(docx.name, /\.docx$/);
  assert.equal(docx.bytes.subarray(0, 2).toString(), 'PK');
  assert.deepEqual(await page.context().cookies(), [], 'who takes a text gets no cookie');
});

journey('a neighbor finds who speaks for the district, and says that they called', async ({ visit, page }) => {
  await page.goto('/c/testimony-drive');
  await visit.looksRight();
  await visit.screenshot('campaign-hearing');
  await page.getByRole('link', { name: 'Call or write to the members' }).click();
  await page.getByRole('heading', { name: 'Call or write to Boston City Council', level: 1 }).waitFor();
  await visit.looksRight();

  await page.getByLabel('ZIP code').fill('12');
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText('Enter a ZIP code of five digits.').first().waitFor();
  await visit.looksRight();
  await page.getByRole('link', { name: 'District 4' }).click();
  await page.getByRole('heading', { name: 'District 4, and the members at large' }).waitFor();
  const first = page.locator('.members-list > li').first();
  const mail = await first.locator('a[href^="mailto:"]').first().getAttribute('href');
  assert.match(mail, /^mailto:[^?]+\?.*subject=.*body=/);
  assert.match(await first.locator('a[href^="tel:"]').first().getAttribute('href'), /^tel:\+?[\d-]+$/);
  await first.locator('summary').first().click();
  await visit.looksRight();
  await visit.screenshot('contact');

  await visit.read();
  await first.getByRole('button', { name: /^I called/ }).click();
  await page.getByText('Your call is counted, without your name.').waitFor();
  await visit.looksRight();
  assert.deepEqual(await page.context().cookies(), [], 'who calls gets no cookie');
});

journey(
  'a coordinator reads the queue, and sends a text back with a reason',
  async ({ visit, page }) => {
    await logIn(page);
    const base = '/admin/c/testimony-drive';
    for (const path of ['/testimonies/letters', '/speakers', '/hearings', '/hearings/new', '/bodies', '/contact']) {
      await page.goto(`${base}${path}`);
      await visit.looksRight();
    }
    await page.goto(`${base}/testimonies`);
    await visit.looksRight();
    await visit.screenshot('testimonies');
    await page.locator('.testimonies tbody th a').first().click();
    await page.getByRole('heading', { name: /^Testimony of / }).waitFor();
    await visit.looksRight();
    await visit.screenshot('testimony-read');
    await page.getByText('Send it back to its writer').click();
    await page.getByRole('button', { name: 'Send back with this reason' }).click();
    assert.match(await page.title(), /^Error: /);
    await visit.looksRight();
    await page.locator('[name="reason"]').fill('Your telephone number stands in the text.');
    await page.getByRole('button', { name: 'Send back with this reason' }).click();
    await page.locator('.decide blockquote').getByText('Your telephone number').waitFor();
    await visit.looksRight();
  },
  { ways: [...withScripts, twoWays.find((way) => !way.scripts)] },
);
