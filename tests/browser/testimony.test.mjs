// A writer's way, from the empty sheet to the coordinators: with scripts and without, on a phone and at a desk, in
// English, in Spanish and from right to left; and what a killed browser leaves.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { journeysWith, linkIn, openVisit, twoWays, withScripts } from './harness.mjs';
import { Organizer } from './organizer.mjs';
import { launchChromium } from './visit.mjs';

const SLUG = 'write-to-the-council';
const PATH = `/c/${SLUG}/testimony`;
const TEXT = 'I read to children on Saturdays.\n\nNobody should keep a list of who listens.';

const journey = journeysWith(async (redress) => {
  const organizer = await Organizer.signUp(redress);
  await organizer.opens(SLUG, { testimony: 'on' });
  return { organizer };
});

let people = 0;
function somebody(name = 'Amara Okafor') {
  people += 1;
  return { name, email: `writer${people}@people.example` };
}

async function fillIn(page, { name, email }, { text = TEXT, language = 'en' } = {}) {
  await page.locator('#stance').check();
  await page.locator('#text').fill(text);
  await page.locator('#language').selectOption(language);
  await page.locator('#name').fill(name);
  await page.locator('#email').fill(email);
  await page.locator('#zip').fill('02121');
  await page.locator('#residency').check();
  await page.locator('#public').check();
}

async function press(visit, name) {
  await visit.read();
  await visit.page.getByRole('button', { name, exact: true }).click();
}

journey('a neighbor writes, looks the letter over, sends it and confirms it', async ({ redress, visit, page }) => {
  const person = somebody();
  await page.goto(PATH);
  await page.getByRole('heading', { name: 'Write testimony', level: 1 }).waitFor();
  await visit.looksRight();
  await visit.screenshot('testimony-empty');
  assert.equal(await page.locator('form :is([type=radio], [type=checkbox]):checked').count(), 0);

  await press(visit, 'Send my testimony');
  await page.getByRole('alert').waitFor();
  assert.match(await page.title(), /^Error: /);
  await visit.looksRight();

  await fillIn(page, person);
  await press(visit, 'Preview');
  await page.getByRole('heading', { name: 'As the clerk will get it' }).waitFor();
  await page.locator('.sheet .signature').getByText(person.name).waitFor();
  await visit.looksRight();
  await visit.screenshot('testimony-preview');

  await press(visit, 'Send my testimony');
  await page.getByRole('heading', { name: 'Now look in your mailbox' }).waitFor();
  const mail = await redress.latestMail(person.email);
  await page.goto(linkIn(mail, '/confirm/'));
  await visit.looksRight();
  await page.getByRole('button', { name: 'Confirm my testimony' }).click();
  await page.getByRole('heading', { name: `Thank you, ${person.name}` }).waitFor();
  await visit.looksRight();
  await page.goto(linkIn(mail, '/testimony/'));
  await page.getByText('With the coordinators').waitFor();
  await visit.looksRight();
  await visit.screenshot('testimony-mine');
  assert.deepEqual(await page.context().cookies(), [], 'who writes gets no cookie');
});

journey(
  'the whole way in Spanish, with a text that runs from right to left',
  async ({ redress, visit, page }) => {
    const person = somebody('ليلى حداد');
    const text = 'أعمل في المكتبة، ولا أريد أن يُراقَب القرّاء.';
    await page.goto(`/es${PATH}`);
    await page.getByRole('heading', { name: 'Escriba su testimonio', level: 1 }).waitFor();
    await fillIn(page, person, { text, language: 'ar' });
    await press(visit, 'Vista previa');
    const sheet = page.locator('.sheet .sheet-text');
    assert.equal(await sheet.getAttribute('lang'), 'ar');
    assert.equal(await sheet.evaluate((element) => getComputedStyle(element).direction), 'rtl');
    assert.equal(await page.locator('#text').evaluate((element) => getComputedStyle(element).direction), 'rtl');
    await visit.looksRight();
    await visit.screenshot('testimony-arabic');
    await press(visit, 'Enviar mi testimonio');
    const mail = await redress.latestMail(person.email);
    await page.goto(linkIn(mail, '/confirm/'));
    await page.getByRole('button', { name: 'Confirmar mi testimonio' }).click();
    await page.getByRole('heading', { name: `Gracias, ${person.name}` }).waitFor();
  },
  { ways: twoWays },
);

journey('a draft is shared, a reader proposes, its writer takes it', async ({ visit, page }) => {
  await page.goto(PATH);
  await page.locator('#text').fill('The library is quiet.');
  await press(visit, 'Save as a draft');
  await page.getByRole('heading', { name: 'Your draft' }).waitFor();
  await visit.looksRight();
  await page.getByRole('button', { name: 'Make a link for readers' }).click();
  const link = new URL(await page.getByLabel('The readers’ link').inputValue());
  const draft = page.url();

  await page.goto(link.pathname);
  await visit.looksRight();
  await page.getByLabel('Your name').fill('Bo');
  await page.locator('#text').fill('The library is quiet and ours.');
  await page.getByRole('button', { name: 'Send to the writer' }).click();
  await page.getByText('The writer has it.').waitFor();

  await page.goto(draft);
  await page.locator('.difference ins').first().waitFor();
  await visit.looksRight();
  await visit.screenshot('draft-suggestion');
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByText('It is in your text now.').waitFor();
  assert.equal(await page.locator('#text').inputValue(), 'The library is quiet and ours.');
  await visit.looksRight();
});

journey(
  'words are counted and the text is shown as it is typed',
  async ({ visit, page }) => {
    await page.goto(PATH);
    await page.locator('.draft-line:not([hidden])').waitFor();
    await page.locator('#text').pressSequentially('I read to *children* on Saturdays.');
    await page.locator('.live-words').getByText('6').waitFor();
    await page.getByText('This page’s address is now its private link.').waitFor();
    assert.match(page.url(), /\/testimony\/[\w-]{43}$/);
    await page.getByRole('button', { name: 'Show how it will look' }).click();
    await page.locator('#text-preview em').getByText('children').waitFor();
    await visit.looksRight();
    // The page goes on as the draft's own.
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByText('Your draft is saved.').waitFor();
  },
  { ways: withScripts },
);

journey(
  'a draft survives a browser that is killed while its writer types',
  async ({ redress }) => {
    // A Chromium of its own: the others go on.
    const browser = await launchChromium();
    const context = await browser.newContext({ baseURL: redress.url });
    const page = await context.newPage();
    await page.goto(PATH);
    await page.locator('.draft-line:not([hidden])').waitFor();
    await page.locator('#text').pressSequentially('The first sentence that was worth keeping.');
    await page.getByText('This page’s address is now its private link.').waitFor();
    await page.locator('#text').pressSequentially(' And the last one.');
    await page.locator('.draft-saved').getByText('Saved', { exact: true }).waitFor();
    const address = new URL(page.url()).pathname;
    // SIGKILL to every process of this browser: nothing is said goodbye to.
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const gone = new Promise((resolve) => browser.once('disconnected', resolve));
    for (const { id } of processInfo) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // A child may have gone with its parent.
      }
    }
    await gone;

    const visit = await openVisit(redress.url, withScripts[0]);
    await visit.page.goto(address);
    assert.equal(
      await visit.page.locator('#text').inputValue(),
      'The first sentence that was worth keeping. And the last one.',
    );
    await visit.close();
  },
  { ways: withScripts.slice(0, 1) },
);

journey(
  'two tabs write on one draft: the later sees the difference, and neither text is lost',
  async ({ redress, visit, page }) => {
    await page.goto(PATH);
    await page.locator('#text').fill('The library is quiet.');
    await press(visit, 'Save as a draft');
    await page.getByRole('heading', { name: 'Your draft' }).waitFor();
    const address = new URL(page.url()).pathname;
    const other = await openVisit(redress.url, { scripts: false, screen: 'desk', name: 'the other tab' });
    await other.page.goto(address);
    await other.page.locator('#text').fill('The library is calm.');
    await other.page.getByRole('button', { name: 'Save the draft' }).click();
    await other.page.getByText('Your draft is saved.').waitFor();
    await other.close();

    await page.locator('#text').fill('The library is loud.');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('heading', { name: 'This draft was saved somewhere else meanwhile' }).waitFor();
    assert.equal(await page.locator('.difference del').innerText(), 'calm.');
    assert.equal(await page.locator('#text').inputValue(), 'The library is loud.');
    await visit.looksRight();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('Your draft is saved.').waitFor();
    assert.match(await page.locator('.versions').innerText(), /Version/);
  },
  { ways: twoWays },
);


journey(
  'a coordinator reads what came in, sends one back, approves the rest and hands a packet over',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `to-the-clerk-${way.screen}`;
    await organizer.opens(slug, { testimony: 'on' });
    const letters = [
      [somebody('Amara Okafor'), { text: TEXT }],
      [somebody('Luz Marín'), { text: 'Mi madre ya no viene a la biblioteca.', language: 'es' }],
      [somebody('ليلى حداد'), { text: 'أعمل في المكتبة، ولا أريد أن يُراقَب القرّاء.', language: 'ar' }],
    ];
    const links = [];
    for (const [person, written] of letters) {
      await page.goto(`/c/${slug}/testimony`);
      await fillIn(page, person, written);
      await press(visit, 'Send my testimony');
      await page.getByRole('heading', { name: 'Now look in your mailbox' }).waitFor();
      const mail = await redress.latestMail(person.email);
      await page.goto(linkIn(mail, '/confirm/'));
      await page.getByRole('button', { name: 'Confirm my testimony' }).click();
      await page.getByRole('heading', { name: `Thank you, ${person.name}` }).waitFor();
      links.push(linkIn(mail, '/testimony/'));
    }

    await organizer.takeSeat(visit);
    const queue = `/admin/c/${slug}/testimonies`;
    await page.goto(queue);
    await page.getByText('3 testimonies fit.').waitFor();
    await visit.looksRight();
    await visit.screenshot('testimonies-queue');
    await page.getByRole('link', { name: 'Luz Marín' }).click();
    await page.getByText('Send it back to its writer').click();
    await page.getByLabel('Why it goes back').fill('Please say which library.');
    await page.getByRole('button', { name: 'Send back with this reason' }).click();
    await page.getByText('Sent back. Its writer gets your reason by mail.').waitFor();
    await visit.looksRight();
    await page.goto(links[1]);
    await page.getByText('Please say which library.').waitFor();
    await visit.looksRight();
    await page.locator('#text').fill('Mi madre ya no viene a la biblioteca de Roxbury.');
    await page.locator('#public').check();
    await press(visit, 'Send my testimony');
    await page.getByText('With the coordinators', { exact: true }).waitFor();

    for (const [person] of letters) {
      await page.goto(queue);
      await page.getByRole('link', { name: person.name }).click();
      await page.getByRole('button', { name: 'Approve for the packet' }).click();
      await page.getByText('Approved. It goes into the next packet.').waitFor();
      await visit.looksRight();
    }
    await page.goto(`/admin/c/${slug}/packet`);
    await page.getByText('And 3 approved testimonies.').waitFor();
    await page.getByRole('button', { name: 'Build the packet' }).click();
    const link = page.getByRole('link', { name: 'Download packet 1' });
    for (let looks = 0; looks < 120 && !(await link.isVisible()); looks += 1) {
      await page.waitForTimeout(500);
      await page.goto(`/admin/c/${slug}/packet`);
    }
    await visit.looksRight();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const file = join(redress.data, `testimony-${way.screen}.zip`);
    await download.saveAs(file);
    assert.match(await redress.run('packet', 'verify', file), /files, each as the manifest says/);
    const sheets = new TextDecoder().decode(await readFile(file));
    // A ZIP names its files in the clear: each letter is there as PDF and as Word.
    for (const name of ['amara-okafor', 'luz-marin']) {
      assert.match(sheets, new RegExp(`testimony/\\d{3}-${name}\\.pdf`));
      assert.match(sheets, new RegExp(`testimony/\\d{3}-${name}\\.docx`));
    }
  },
  { ways: twoWays },
);
