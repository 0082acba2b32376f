// An organizer's way, from the link of a fresh install to the packet's download: with scripts at a desk, and
// without on a phone.

import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { journey, journeysWith, linkIn, openVisit, signUp, twoWays } from './harness.mjs';
import { OWNER, Organizer, counted, signs, signsAndConfirms } from './organizer.mjs';

const [desk] = twoWays.filter((way) => way.screen === 'desk');

/** Each way has campaigns of its own; the team is one. */
const atTheDesk = journeysWith(async (redress) => ({ organizer: await Organizer.signUp(redress) }));

/** The equation of the dashboard, read as a person reads it: the number of each part. */
async function equation(page) {
  const terms = await page.locator('.equation .term').allInnerTexts();
  return Object.fromEntries(
    terms.map((term) => {
      const [, number, part] = term.match(/^[=+]?\s*([\d,]+)\s+(.+)$/);
      return [part, Number(number.replaceAll(',', ''))];
    }),
  );
}

async function takeStep(page, label) {
  await page.getByRole('button', { name: label, exact: true }).click();
}

journey(
  'a fresh install leads from one link to an organization and its first campaign, live',
  async ({ redress, visit, page }) => {
    const link = await redress.firstAccountLink();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Set up Redress' }).waitFor();
    await visit.looksRight();
    await page.getByLabel('Name of the organization').fill('Bay Civil Liberties Union');
    await page.getByRole('textbox', { name: 'Your name' }).fill('Robin Okafor');
    await page.getByLabel('E-mail').fill('robin@bay');
    await page.getByLabel('Password').fill('too short');
    await page.getByRole('button', { name: 'Set up' }).click();
    assert.match(await page.title(), /^Error: /);
    await visit.looksRight();
    assert.equal(await page.getByLabel('Name of the organization').inputValue(), 'Bay Civil Liberties Union');
    assert.equal(await page.getByLabel('Password').inputValue(), '', 'a password is never sent back');
    await page.getByLabel('E-mail').fill('robin@bay.example');
    await page.getByLabel('Password').fill('nine paper lanterns');
    await page.getByRole('button', { name: 'Set up' }).click();

    await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
    await visit.looksRight();
    await page.getByRole('link', { name: 'Start a campaign' }).click();
    await page.getByRole('heading', { name: 'Start a campaign' }).waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    assert.match(await page.title(), /^Error: /);
    await visit.looksRight();
    const summary = page.getByRole('alert');
    await summary.getByRole('link', { name: 'English: Write a title.' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'title_en');

    await page.locator('[name=title_en]').fill('Stop the purchase');
    await page.locator('[name=standfirst_en]').fill('The police department wants software that reads what we post.');
    await page.locator('[name=ask_en]').fill('We ask the Mayor to withdraw the request for bids.');
    await page.locator('[name=story_en]').fill('## What is planned\n\nSoftware that **reads** along.');
    await page.locator('[name=target_en]').fill('To the Mayor');
    await page.locator('[name=petition_en]').fill('We ask that the request for bids be withdrawn.');
    await page.locator('[name=goal]').fill('3,500');
    await page.locator('[name=body_name]').fill('Office of the Mayor');
    if (visit.scripts) {
      await page.getByRole('button', { name: 'Show as it will look' }).first().click();
      await page.locator('.looks').getByRole('heading', { name: 'What is planned' }).waitFor();
      await visit.looksRight();
    }
    await page.getByRole('button', { name: 'Save and preview' }).click();
    await page.getByRole('heading', { name: 'Stop the purchase', level: 1 }).waitFor();
    await page.getByText('This is a preview.').waitFor();
    await visit.looksRight();

    const reader = await openVisit(redress.url, desk);
    try {
      assert.equal((await reader.page.goto('/c/stop-the-purchase')).status(), 404, 'a draft is not there for others');
      await page.getByRole('link', { name: 'To the overview' }).click();
      await page.getByText('Draft', { exact: true }).waitFor();
      await visit.looksRight();
      await takeStep(page, 'Publish');
      await page.getByText('Open', { exact: true }).waitFor();
      await page.getByRole('link', { name: /\/c\/stop-the-purchase$/ }).click();
      await page.getByRole('button', { name: 'Sign the petition' }).waitFor();
      await visit.looksRight();
      assert.equal((await reader.page.goto('/c/stop-the-purchase')).status(), 200);
      await reader.page.goto('/');
      await reader.page.getByRole('link', { name: 'Stop the purchase' }).waitFor();
      await reader.looksRight();

      assert.equal((await reader.page.goto(link)).status(), 410, 'the first link works once');
      await reader.looksRight();
      await reader.assertClean();
    } finally {
      await reader.close();
    }
  },
  { ways: twoWays },
);

atTheDesk(
  'a campaign is paused, resumed, closed and opened again, and its history says who and when',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `steps-${way.screen}`;
    await organizer.opens(slug);
    await organizer.takeSeat(visit);
    const signable = async () => (await (await fetch(`${redress.url}/c/${slug}`)).text()).includes('name="email"');
    await page.goto(`/admin/c/${slug}`);
    await takeStep(page, 'Pause signing');
    await page.getByText('Paused', { exact: true }).waitFor();
    assert.equal(await signable(), false);
    await takeStep(page, 'Resume signing');
    await page.getByText('Open', { exact: true }).waitFor();
    assert.equal(await signable(), true);
    await takeStep(page, 'Close signing');
    await page.getByText('Closed', { exact: true }).waitFor();
    assert.equal(await signable(), false);
    await visit.looksRight();
    await takeStep(page, 'Open again');
    await page.getByText('Open', { exact: true }).waitFor();
    assert.equal(await signable(), true);
    const history = await page.locator('.history tbody tr').allInnerTexts();
    for (const state of ['Paused', 'Closed', 'Open']) {
      assert.ok(history.some((line) => line.includes(`“${state}”`) && line.includes(OWNER.name)), history.join('\n'));
    }
  },
  { ways: twoWays },
);

atTheDesk(
  'a changed petition is a new version; the old one stays readable, and the editor says so before',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `versions-${way.screen}`;
    await organizer.opens(slug);
    await signsAndConfirms(redress, slug, { email: `v-${way.screen}@people.example` });
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/edit`);
    await page.getByText('Version 1 has been signed. If you change the text, it is saved as version 2').waitFor();
    await visit.looksRight();
    await page.locator('[name=petition_en]').fill('To the Mayor.\n\nWe ask that no bid be accepted.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText('The public page shows it now').waitFor();
    await page.goto(`/c/${slug}`);
    await page.getByText('Version 2, since').waitFor();
    await page.getByText('We ask that no bid be accepted.').waitFor();
    const old = page.getByText('We ask that the request for bids be withdrawn.');
    assert.ok(!(await old.isVisible()));
    await page.getByText('Earlier versions').click();
    if (!(await old.isVisible())) await page.getByText('Version 1,').click();
    await old.waitFor();
    await visit.looksRight();
  },
  { ways: twoWays },
);

atTheDesk(
  'the overview’s numbers add up, whatever happened to the signatures',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `numbers-${way.screen}`;
    const path = await organizer.opens(slug);
    const person = (n, more = {}) => ({ name: `Person ${'ABCDEFGH'[n]}`, email: `n${n}-${way.screen}@people.example`, ...more });
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}`);
    await page.getByText('No signature has come in yet').waitFor();
    await visit.looksRight();

    for (const n of [0, 1, 2]) await signsAndConfirms(redress, slug, person(n, { zip: `0212${n}`, residency: 'works' }));
    await signs(redress, slug, person(3));
    await signs(redress, slug, person(4));
    await signs(redress, slug, person(5, { website: 'https://spam.example' }));
    const leaving = await signsAndConfirms(redress, slug, person(6, { source: 'library' }));
    await visit.page.goto(linkIn(leaving, '/mine/'));
    await page.getByRole('button', { name: 'Withdraw my signature' }).click();
    await page.getByText('Your signature is withdrawn').waitFor();

    await page.goto(`/admin/c/${slug}`);
    const parts = await equation(page);
    assert.deepEqual(parts, { received: 7, confirmed: 3, 'not confirmed': 2, expired: 0, withdrawn: 1, excluded: 1 });
    const { received, ...others } = parts;
    assert.equal(Object.values(others).reduce((sum, part) => sum + part), received);
    assert.equal(await counted(redress, slug), parts.confirmed);
    await page.getByText('1 is held and waits').waitFor();

    // The table behind the chart, and the tables by ZIP code and tie, tell of the same people.
    await page.getByText('The same as a table').click();
    const column = async (table, place) => {
      const cells = await table.locator(`tbody td.number:nth-of-type(${place})`).allInnerTexts();
      return cells.map((text) => Number(text.replaceAll(',', ''))).reduce((sum, number) => sum + number, 0);
    };
    const table = (caption) => page.getByRole('table', { name: caption });
    assert.equal(await column(table('Received and confirmed, by day'), 1), received);
    assert.equal(await column(table('Confirmed, by ZIP code'), 1), parts.confirmed);
    assert.equal(await column(table('Confirmed, by tie to the place'), 1), parts.confirmed);
    await table('Received, by the link').getByText('library').waitFor();
    await visit.looksRight();
    await page.goto('/admin');
    await page.getByRole('row', { name: '3 confirmed of 7 received' }).first().waitFor();
    await visit.looksRight();
    await page.goto(path);
    await page.getByText('3', { exact: true }).first().waitFor();
  },
  { ways: twoWays },
);

atTheDesk(
  'a member is invited by mail, joins, sees what the role allows, and is out at once',
  async ({ redress, organizer, visit, page, way }) => {
    const email = `mo-${way.screen}@bay.example`;
    await organizer.opens(`team-${way.screen}`);
    await organizer.takeSeat(visit);
    await page.goto('/admin/members');
    await visit.looksRight();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    assert.match(await page.title(), /^Error: /);
    await visit.looksRight();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Moderator').check();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('status').getByText('The invitation is on its way').waitFor();
    await visit.looksRight();

    const mail = await redress.latestMail(email);
    const guest = await openVisit(redress.url, way);
    try {
      await guest.page.goto(linkIn(mail, '/admin/invitation/'));
      await guest.page.getByRole('heading', { name: `Join ${OWNER.organization}` }).waitFor();
      assert.equal(await guest.page.title(), `Join ${OWNER.organization} · Redress`);
      await guest.looksRight();
      await guest.page.getByRole('textbox', { name: 'Your name' }).fill('Mo Derator');
      await guest.page.getByLabel('Password').fill('a few words in a row');
      await guest.page.getByRole('button', { name: 'Join the team' }).click();
      await guest.page.getByRole('heading', { name: 'Campaigns' }).waitFor();
      assert.equal(await guest.page.getByRole('link', { name: 'Team' }).count(), 0);
      assert.equal(await guest.page.getByRole('link', { name: 'Start a campaign' }).count(), 0);
      await guest.page.goto(`/admin/c/team-${way.screen}`);
      assert.equal(await guest.page.getByRole('link', { name: 'Packet' }).count(), 0);
      assert.equal(await guest.page.getByRole('button', { name: 'Close signing' }).count(), 0);
      await guest.looksRight();
      assert.equal((await guest.page.goto('/admin/members')).status(), 403);
      await guest.looksRight();

      await page.goto('/admin/members');
      await page.getByRole('button', { name: 'Remove Mo Derator' }).first().click();
      await page.getByRole('status').getByText('The member was removed').waitFor();
      await guest.page.goto('/admin');
      await guest.page.getByRole('heading', { name: 'Log in' }).waitFor();
      await guest.page.goto(linkIn(mail, '/admin/invitation/'));
      await guest.page.getByRole('heading', { name: 'no longer works' }).waitFor();
      await guest.looksRight();
      await guest.assertClean();
    } finally {
      await guest.close();
    }
  },
  { ways: twoWays },
);

atTheDesk(
  'logging in leads to where one was going; a wrong password tells nothing; logging out ends it',
  async ({ visit, page, organizer, way }) => {
    const slug = `login-${way.screen}`;
    await organizer.opens(slug);
    await page.goto(`/admin/c/${slug}`);
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await visit.looksRight();
    const refused = [];
    for (const email of [OWNER.email, 'nobody@bay.example']) {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Log in' }).click();
      assert.match(await page.title(), /^Error: /);
      assert.equal(await page.getByLabel('E-mail').inputValue(), email);
      assert.equal(await page.getByLabel('Password').inputValue(), '');
      refused.push(await page.locator('main').innerText());
    }
    assert.equal(refused[0], refused[1], 'who has an account is not told');
    await visit.looksRight();
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    assert.equal(new URL(page.url()).pathname, `/admin/c/${slug}`);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await page.goto('/admin');
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
  },
  { ways: twoWays },
);

atTheDesk(
  'what looked like a machine waits, with the reason, and is released or left out by hand',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `held-${way.screen}`;
    await organizer.opens(slug);
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/held`);
    await page.getByText('Nothing is held.').waitFor();
    await visit.looksRight();
    const person = (name) => ({ name, email: `${name.split(' ')[0].toLowerCase()}-${way.screen}@people.example`, website: 'x' });
    for (const name of ['Bo Tt', 'Real Neighbor', 'Mac Hine']) await signs(redress, slug, person(name));
    await page.reload();
    await page.getByText('3 signatures are held.').waitFor();
    await page.getByText('A field that no person sees was filled in.').first().waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: 'Release' }).click();
    await page.getByText('Nothing was selected, so nothing was released.').waitFor();
    await page.getByLabel('Select Real Neighbor').check();
    await page.getByRole('button', { name: 'Release' }).click();
    await page.getByText('1 signature was released.').waitFor();
    linkIn(await redress.latestMail(person('Real Neighbor').email), '/confirm/');
    await page.getByLabel('Select Bo Tt').check();
    await page.getByLabel('Select Mac Hine').check();
    await page.getByRole('button', { name: 'Leave out' }).click();
    await page.getByText('2 signatures were left out.').waitFor();
    await visit.looksRight();
    assert.deepEqual(await redress.mailsTo(person('Bo Tt').email), [], 'a machine gets no mail');
    await page.goto(`/admin/c/${slug}`);
    assert.deepEqual(await equation(page), {
      received: 3,
      confirmed: 0,
      'not confirmed': 1,
      expired: 0,
      withdrawn: 0,
      excluded: 2,
    });
  },
  { ways: twoWays },
);

atTheDesk(
  'duplicates are found by rule, shown beside what stands for them, and put back by hand',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `twice-${way.screen}`;
    await organizer.opens(slug);
    const twice = (mail, more) => ({ email: `${mail}-${way.screen}@people.example`, ...more });
    await signsAndConfirms(redress, slug, twice('lucia', { name: 'Lucía Pérez', street: '12 Elm Street' }));
    await signsAndConfirms(redress, slug, twice('work', { name: 'LUCIA PEREZ', street: '12 elm st.' }));
    await signsAndConfirms(redress, slug, twice('other', { name: 'Lucía Pérez', street: '9 Oak Road' }));
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/duplicates`);
    await page.getByText('Nothing has been left out.').waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: 'Look for duplicates' }).click();
    await page.getByText('1 duplicate was found and left out.').waitFor();
    await page.getByText('The same name at the same street and ZIP code.').first().waitFor();
    await visit.looksRight();
    assert.equal(await counted(redress, slug), 2);
    await page.getByRole('button', { name: /^Undo: count/ }).click();
    await page.getByText('1 signature counts again.').waitFor();
    assert.equal(await counted(redress, slug), 3);
    await page.getByText(`Undone by ${OWNER.name}; it counts.`).waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: /^Leave out again/ }).click();
    await page.getByText('1 signature is left out again.').waitFor();
    assert.equal(await counted(redress, slug), 2);
  },
  { ways: twoWays },
);

atTheDesk(
  'who is likely the same person is put side by side, and a person decides',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `likely-${way.screen}`;
    await organizer.opens(slug);
    const maria = (mail, more) => ({ name: 'Maria Garcia', email: `${mail}-${way.screen}@people.example`, ...more });
    await signsAndConfirms(redress, slug, maria('one', { street: '12 Elm Street' }));
    await signsAndConfirms(redress, slug, maria('two'));
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/duplicates`);
    await page.getByRole('button', { name: 'Look for duplicates' }).click();
    await page.getByRole('heading', { name: 'Likely the same person' }).waitFor();
    await page.getByText('1 pair is likely one person and waits for you.').waitFor();
    await visit.looksRight();
    assert.equal(await counted(redress, slug), 2, 'both count until somebody has looked');
    await page.getByRole('button', { name: /^Two people: both Maria Garcia/ }).click();
    await page.getByText('Both count, and are not asked about again.').waitFor();
    await visit.looksRight();
    assert.equal(await counted(redress, slug), 2);
  },
  { ways: twoWays },
);

atTheDesk(
  'a comment is read before it is public, and hidden only with a reason',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `comments-${way.screen}`;
    await organizer.opens(slug);
    await organizer.takeSeat(visit);
    await page.goto(`/admin/c/${slug}/comments`);
    await page.getByText('No comment waits.').waitFor();
    await visit.looksRight();
    const says = (n, comment) => ({ name: `Person ${n}`, email: `c${n}-${way.screen}@people.example`, comment });
    await signsAndConfirms(redress, slug, says('A', 'My block is watched enough.'));
    await signsAndConfirms(redress, slug, says('B', 'لا نريد أن نُراقَب'));
    await page.reload();
    await page.getByText('2 comments wait for you.').waitFor();
    await page.getByRole('checkbox', { name: /My block/ }).check();
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    assert.match(await page.title(), /^Error: /);
    await visit.looksRight();
    assert.ok(await page.getByRole('checkbox', { name: /My block/ }).isChecked(), 'what was selected stays');
    await page.getByLabel('Why they are hidden').fill('Names a street');
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByText('1 comment is hidden.').waitFor();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('1 comment is public now.').waitFor();
    await visit.looksRight();
    await page.goto(`/c/${slug}`);
    await page.getByRole('heading', { name: 'Why neighbors sign' }).waitFor();
    assert.equal(await page.getByText('My block is watched').count(), 0);
    await visit.looksRight();
  },
  { ways: twoWays },
);

atTheDesk(
  'the organization and one’s own password have a page each',
  async ({ organizer, visit, page }) => {
    await organizer.takeSeat(visit);
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Organization' }).click();
    await visit.looksRight();
    await page.getByLabel('Website').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Save' }).click();
    assert.match(await page.title(), /^Error: /);
    await visit.looksRight();
    await page.getByLabel('Website').fill('https://bay.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Website').inputValue(), 'https://bay.example');
    await page.getByRole('link', { name: `Your account, ${OWNER.name}` }).click();
    await visit.looksRight();
    await page.getByLabel('Password now').fill('not the password');
    await page.getByLabel('New password').fill('eleven paper boats');
    await page.getByRole('button', { name: 'Change the password' }).click();
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.getByLabel('New password').inputValue(), '');
    await visit.looksRight();
  },
  { ways: twoWays },
);

atTheDesk(
  'a packet is built while one watches, downloaded as a ZIP, and holds together',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `packet-${way.screen}`;
    await organizer.opens(slug);
    await organizer.takeSeat(visit);
    for (const n of [0, 1]) {
      await signsAndConfirms(redress, slug, { name: `Person ${'AB'[n]}`, email: `p${n}-${way.screen}@people.example` });
    }
    await page.goto(`/admin/c/${slug}/packet`);
    await page.getByText('2 confirmed signatures would go in now.').waitFor();
    await page.getByText('No packet has been built yet.').waitFor();
    await visit.looksRight();
    await page.getByRole('button', { name: 'Build the packet' }).click();
    await page.getByText('No. 1').waitFor();
    await visit.looksRight();
    if (visit.scripts) {
      // Either it is ready as the page opens, or the page says so by itself.
      await page.getByText(/It is ready\. Show it|Ready to deliver/).first().waitFor({ timeout: 60_000 });
    }
    const link = page.getByRole('link', { name: 'Download packet 1' });
    for (let looks = 0; looks < 120 && !(await link.isVisible()); looks += 1) {
      await page.waitForTimeout(500);
      await page.goto(`/admin/c/${slug}/packet`);
    }
    await visit.looksRight();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.equal(download.suggestedFilename(), `${slug}-packet-1.zip`);
    const file = join(redress.data, `downloaded-${way.screen}.zip`);
    await download.saveAs(file);
    assert.ok((await stat(file)).size > 10_000);
    assert.match(await redress.run('packet', 'verify', file), /files, each as the manifest says/);
  },
  { ways: twoWays },
);
