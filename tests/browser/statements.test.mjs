// A statement's way: written down with a logo, shown on the campaign's page, quoted from the page for the press; and
// the campaign's end, with its vote, as the record. With scripts at a desk, and without on a phone.

import assert from 'node:assert/strict';

import { journeysWith, twoWays } from './harness.mjs';
import { Organizer } from './organizer.mjs';

const atTheDesk = journeysWith(async (redress) => ({ organizer: await Organizer.signUp(redress) }));

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">
  <path fill="#1d4468" d="M0 40 40 0l40 40z"/></svg>`;

atTheDesk(
  'a statement with a logo is on the page and can be quoted from the page for the press',
  async ({ organizer, visit, page, way }) => {
    const slug = `statements-${way.screen}`;
    await organizer.opens(slug);
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/statements`);
    await visit.looksRight();
    await page.getByRole('link', { name: 'Write down a statement' }).click();
    await visit.looksRight();
    await page.getByLabel('What they say').fill('A hallway is *no place* to be looked up.');
    await page.getByLabel('Organization (optional)').fill('Harbor Educators Union');
    await page.getByLabel('Who agreed to it').fill('agreed by mail on 3 June');
    const logo = page.getByRole('group', { name: 'Logo of the organization' });
    const file = (name, text) => ({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) });

    // One with a script in it is refused, with a sentence, and what was typed is still there.
    await logo.getByLabel('Choose a picture').setInputFiles(file('bad.svg', LOGO.replace('<path', '<script/><path')));
    await logo.getByLabel('What it shows, in words').fill('Logo of the Harbor Educators Union');
    await logo.getByLabel('Who allowed it').fill('agreed by mail on 3 June');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    assert.match(await page.title(), /^Error: /);
    await page.getByRole('alert').getByText('Save it as a PNG').waitFor();
    assert.match(await page.getByLabel('What they say').inputValue(), /no place/);
    await visit.looksRight();

    await logo.getByLabel('Choose a picture').setInputFiles(file('logo.svg', LOGO));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').or(page.getByText('Saved.')).first().waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: 'Show the statement of Harbor Educators Union' }).click();
    await page.getByText('The statement is shown to everybody.').waitFor();

    await page.goto(`/c/${slug}`);
    const said = page.locator('.statement');
    assert.equal(await said.locator('blockquote em').innerText(), 'no place');
    const picture = said.getByRole('img', { name: 'Logo of the Harbor Educators Union' });
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('.statement img').complete);
    assert.equal(await picture.evaluate((image) => image.naturalWidth), 800);
    await visit.looksRight();
    await page.getByRole('link', { name: 'For the press: facts, and words to quote' }).click();
    await page.getByRole('heading', { name: 'For the press', level: 1 }).waitFor();
    await page.getByText('As plain text, to copy').click();
    await page.getByText('“A hallway is no place to be looked up.” — Harbor Educators Union').waitFor();
    await visit.looksRight();
  },
  { ways: twoWays },
);

atTheDesk(
  'a vote is looked at before it is recorded, and the page becomes the record',
  async ({ organizer, visit, page, way }) => {
    const slug = `outcome-${way.screen}`;
    await organizer.opens(slug);
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/outcome`);
    await visit.looksRight();
    await page.getByRole('radio', { name: /^Won/ }).check();
    await page.getByLabel('On which day').fill('2026-11-20');
    for (const text of await page.getByLabel(/^What happened \(/).all()) await text.fill('The bid was withdrawn.');
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('The outcome is recorded.').waitFor();
    await page.getByLabel('Who voted').fill('City Council');
    await page.getByLabel('On what').fill('Docket 0617');
    await page.getByLabel('Day of the vote').fill('2026-11-20');
    await page.getByLabel('The votes').fill('Ana Díaz,District 1,yea\nBo Li,District 2,maybe');
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByText('Line 2:').waitFor();
    await visit.looksRight();
    await page.getByLabel('The votes').fill('Ana Díaz,District 1,yea\nBo Li,District 2,nay');
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await page.getByText('Nothing is recorded yet.').waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: 'Record this vote' }).click();
    await page.getByText('The vote is recorded.').waitFor();
    await page.getByRole('link', { name: 'Tell everybody who asked for news' }).click();
    assert.match(await page.getByLabel('Subject (English)').inputValue(), /^Won: /);
    await visit.looksRight();

    await page.goto(`/c/${slug}`);
    await page.getByRole('heading', { name: 'How it ended' }).waitFor();
    assert.equal(await page.locator('.verdict-word').innerText(), 'Won');
    assert.equal(await page.getByRole('table', { name: /How each member voted/ }).getByRole('row').count(), 3);
    assert.equal(await page.locator('[name=email]').count(), 0);
    await visit.looksRight();
  },
  { ways: twoWays },
);
