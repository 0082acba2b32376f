// A neighbor signs on a partner's site, where our form stands in a frame: with scripts and without, on a phone and
// at a desk. The other site is a server of its own, of another host.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';

import { everyWay, journeysWith, linkIn } from './harness.mjs';

const SLUG = 'stop-social-media-monitoring';
/** What a frame may cost: one request, headers and all. */
const MOST_BYTES = 30 * 1024;
/** Nobody signs faster. */
const READING = 2_200;
/** The height that the code we offer writes down. */
const HEIGHT = 1_600;

const journey = journeysWith(async (redress) => {
  await redress.run('demo', '--signatures', '60');
  return {};
});

/** Another site, for as long as the test runs: its address, and what it serves under `/`. */
async function otherSite(t, body) {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width">
      <title>Harbor Tenants</title><h1>Harbor Tenants</h1>${body}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.push(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

/** The code that a host copies from the desk. */
async function codeFrom(page) {
  await page.goto('/admin/login');
  await page.locator('[name="email"]').fill('organizer@example.org');
  await page.locator('[name="password"]').fill('a petition to the mayor');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`/admin/c/${SLUG}/partners`);
  return page.getByLabel('Code to copy').inputValue();
}

journey('the form is signed in a frame on another site, in one small request and without a cookie', async ({
  redress,
  visit,
  page,
  way,
}) => {
  const closing = [];
  try {
    const code = (await codeFrom(page)).replace(SLUG, `${SLUG}?from=tenants-chat`);
    await visit.looksRight();
    // As a page of its own it has to look right as well.
    await page.goto(`/embed/${SLUG}?from=tenants-chat`);
    await visit.looksRight();
    await visit.screenshot('embed');

    const site = await otherSite(closing, code);
    const context = await page.context().browser().newContext({
      javaScriptEnabled: visit.scripts,
      viewport: page.viewportSize(),
    });
    closing.push(() => context.close());
    const guest = await context.newPage();
    const asked = [];
    guest.on('requestfinished', (request) => asked.push(request));
    const wrong = [];
    guest.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    await guest.goto(site, { waitUntil: 'load' });
    const frame = guest.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Sign the petition' }).waitFor();
    const opened = Date.now();

    const ours = asked.filter((request) => request.url().startsWith(redress.url));
    const paths = ours.map((request) => new URL(request.url()).pathname).sort();
    assert.deepEqual(paths, visit.scripts ? ['/embed.js', `/embed/${SLUG}`] : [`/embed/${SLUG}`]);
    const form = ours.find((request) => request.url().includes(`/embed/${SLUG}`));
    const sizes = await form.sizes();
    const bytes = sizes.responseBodySize + sizes.responseHeadersSize;
    assert.ok(bytes > 2_000 && bytes <= MOST_BYTES, `${bytes} bytes`);

    const inside = guest.frames().find((one) => one.url().includes('/embed/'));
    const measures = () =>
      inside.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth, height: document.documentElement.getBoundingClientRect().height };
      });
    const { scrollWidth, clientWidth, height } = await measures();
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} in ${clientWidth}`);
    const framed = () => guest.locator('iframe').evaluate((element) => element.getBoundingClientRect().height);
    if (visit.scripts) {
      await guest.waitForFunction(
        (wanted) => Math.abs(document.querySelector('iframe').getBoundingClientRect().height - wanted) < 2,
        Math.ceil(height),
      );
    } else {
      assert.equal(await framed(), HEIGHT);
    }

    // What is wrong is said in the frame, and nothing typed is lost.
    const email = `guest-${way.screen}-${visit.scripts}@people.example`;
    await frame.getByRole('textbox', { name: 'Your name' }).fill('Guest O’Brien');
    await frame.getByRole('button', { name: 'Sign the petition' }).click();
    await frame.getByRole('alert').waitFor();
    assert.equal(await frame.getByRole('textbox', { name: 'Your name' }).inputValue(), 'Guest O’Brien');
    await frame.getByLabel('E-mail').fill(email);
    await frame.getByLabel('ZIP').fill('02121');
    await frame.getByLabel('I live there').check();
    await frame.getByLabel('First name and initial').check();
    const hear = frame.getByLabel('Harbor Tenants United may write to me');
    assert.equal(await hear.isChecked(), false);
    await hear.check();
    await guest.waitForTimeout(Math.max(0, READING - (Date.now() - opened)));
    await frame.getByRole('button', { name: 'Sign the petition' }).click();
    await frame.getByText('Open the e-mail', { exact: false }).or(frame.locator('.steps')).first().waitFor();
    assert.equal(guest.url(), site, 'the page around it stays');
    const confirm = linkIn(await redress.latestMail(email), '/confirm/');
    await page.goto(confirm);
    await page.getByRole('button', { name: 'Confirm my signature' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();

    assert.deepEqual(await context.cookies(), []);
    const expected = (text) => text.includes('422');
    assert.deepEqual(wrong.filter((text) => !expected(text)), []);

    // No other page of ours can be framed.
    const trap = await otherSite(closing, `<iframe src="${redress.url}/c/${SLUG}/sign"></iframe>`);
    await guest.goto(trap, { waitUntil: 'load' });
    assert.equal(await guest.frameLocator('iframe').locator('form').count(), 0);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}, { ways: everyWay });
