// The reader of mail that is kept in a folder: how whoever tries Redress out on their own machine comes from
// the form to the button.

import assert from 'node:assert/strict';

import { journey, twoWays } from './harness.mjs';
import { Organizer } from './organizer.mjs';

journey(
  'who tries Redress out reads the mail in the browser, and goes on from there',
  async ({ redress, visit, page }) => {
    await page.goto('/outbox');
    await page.getByText('No mail yet.').waitFor();
    await visit.looksRight();

    const organizer = await Organizer.signUp(redress);
    await page.goto(await organizer.opens('stop-the-purchase'));
    await page.getByRole('textbox', { name: 'Your name' }).fill('Amara <Okafor> & Söhne');
    await page.getByLabel('E-mail').fill('amara@people.example');
    await page.getByLabel('ZIP').fill('02121');
    await page.getByLabel('I live there').check();
    await page.getByLabel('Full name').check();
    await visit.read();
    await page.getByRole('button', { name: 'Sign the petition' }).click();
    await redress.latestMail('amara@people.example');
    await page.getByRole('link', { name: 'Read it in the outbox' }).click();
    await visit.looksRight();
    assert.equal(await page.locator('tbody tr').count(), 1);
    await page.getByRole('link', { name: /^Please confirm your signature/ }).click();
    await page.getByText('Dear Amara <Okafor> & Söhne,').waitFor();
    await visit.looksRight();
    await page.getByRole('link', { name: 'As it looks in a mail program' }).click();
    await page.getByText('Dear Amara <Okafor> & Söhne,').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await visit.fits();
    await visit.screenshot('mail');
    await page.getByRole('link', { name: 'Confirm my signature' }).click();
    await page.getByRole('button', { name: 'Confirm my signature' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  },
  { ways: twoWays },
);
