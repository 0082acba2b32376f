// A letter's way: two organizations co-sign it, its text changes in substance, one stands by it and one does not;
// and what everybody reads then. With scripts and without, on a phone and at a desk, and on paper.

import assert from 'node:assert/strict';

import { journeysWith, linkIn } from './harness.mjs';
import { Organizer } from './organizer.mjs';

const FIRST = 'We ask you to withdraw the request for bids.\n\nIt reads what all of us post.';
const SECOND = 'We ask you to end the request for bids.\n\nIt reads what all of us post.';

const journey = journeysWith(async (redress) => ({ organizer: await Organizer.signUp(redress) }));

const ORGANIZATIONS = [
  { organization: 'Bay Tenants Union', kind: 'community', domain: 'baytenants.example', name: 'Ana Díaz', title: 'Director' },
  { organization: 'Harbor Librarians', kind: 'education', domain: 'harborlibrarians.example', name: 'Bo Li', title: 'President' },
];

let campaigns = 0;

async function press(visit, name) {
  await visit.read();
  await visit.page.getByRole('button', { name, exact: true }).click();
}

/** Co-signs on the public page and confirms from the mailbox, and then reads `then`; the signatory's own link. */
async function coSigns({ redress, visit, page }, path, { organization, kind, domain, name, title }, then) {
  const email = `${title.toLowerCase()}${campaigns}@${domain}`;
  await page.goto(path);
  for (const [field, value] of Object.entries({ organization, name, title, email, site: `https://${domain}` })) {
    await page.locator(`#${field}`).fill(value);
  }
  await page.locator('#kind').selectOption(kind);
  await page.locator('#authority').fill('The board voted');
  await page.locator('#granted').fill('2020-06-02');
  await press(visit, 'Co-sign the letter');
  // Nothing is agreed to by default, and nothing typed is lost.
  await page.getByRole('alert').waitFor();
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.locator('#organization').inputValue(), organization);
  await visit.looksRight();
  await page.locator('#agreed').check();
  await press(visit, 'Co-sign the letter');
  await page.getByRole('heading', { name: 'Now look in your mailbox' }).waitFor();
  await visit.looksRight();
  const mail = await redress.latestMail(email);
  await page.goto(linkIn(mail, '/confirm/'));
  await visit.looksRight();
  await page.getByRole('button', { name: 'Confirm the co-signature' }).click();
  await page.getByText(then).waitFor();
  await visit.looksRight();
  return { email, own: linkIn(mail, '/letters/') };
}

journey('two organizations co-sign, the text changes, one stands by it and one does not', async (at) => {
  const { organizer, redress, visit, page } = at;
  campaigns += 1;
  const slug = `letters-${campaigns}`;
  await organizer.opens(slug);
  await organizer.takeSeat(visit);

  // The letter is written and published at the desk.
  await page.goto(`/admin/c/${slug}/letters`);
  await visit.looksRight();
  await page.getByLabel('Title').fill('Withdraw the bid');
  await page.getByRole('button', { name: 'Begin the letter' }).click();
  await page.locator('#text').fill(FIRST);
  await page.locator('#individuals').check();
  await page.getByRole('button', { name: 'Show how it will look' }).click();
  await page.getByRole('heading', { name: 'How it will look' }).waitFor();
  await visit.looksRight();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByText('The version is published.').waitFor();
  const editor = new URL(page.url()).pathname;
  await visit.looksRight();

  // The hosts ask an organization whose domain they know; the link is theirs to pass on.
  await page.goto(`${editor}/co-signers`);
  await page.locator('#rows').fill(`${ORGANIZATIONS[0].organization}, community, ${ORGANIZATIONS[0].domain}`);
  await page.getByRole('button', { name: 'Invite them' }).click();
  await page.getByText('1 organization is invited').waitFor();
  await visit.looksRight();
  await page.context().clearCookies();

  // It counts at once; another waits until a host has looked at it.
  const path = `/c/${slug}/letters/withdraw-the-bid`;
  await page.goto(path);
  await visit.looksRight();
  const [stands, silent] = [
    await coSigns(at, path, ORGANIZATIONS[0], 'Bay Tenants Union stands under the letter'),
    await coSigns(at, path, ORGANIZATIONS[1], 'A member of the hosts has to vouch for you'),
  ];
  await page.goto(path);
  await page.getByText('One organization has co-signed it.').first().waitFor();
  await organizer.takeSeat(visit);
  await page.goto(`/admin/c/${slug}/letters`);
  await page.getByText('One co-signer waits for you').waitFor();
  await visit.looksRight();
  await page.goto(`${editor}/co-signers`);
  await page.getByText('the site that its form names').waitFor();
  await visit.looksRight();
  await visit.screenshot('letter-waiting');
  await page.getByLabel(/^Why do you/).fill('Called their office');
  await page.getByRole('button', { name: 'Vouch for them' }).click();
  await page.getByText('It counts now.').waitFor();
  await visit.looksRight();
  await redress.latestMail(silent.email);
  await page.context().clearCookies();
  await page.goto(path);
  await page.getByText('2 organizations have co-signed it.').first().waitFor();
  assert.deepEqual(
    await page.locator('.co-signers .name').allInnerTexts(),
    ORGANIZATIONS.map(({ organization }) => organization),
  );
  await visit.looksRight();
  await visit.screenshot('letter');
  assert.deepEqual(await page.context().cookies(), [], 'who co-signs gets no cookie');

  // The text changes in substance.
  await organizer.takeSeat(visit);
  await page.goto(editor);
  await page.locator('#text').fill(SECOND);
  await page.locator('#change').check();
  await page.locator('#note').fill('End it, rather than withdraw it');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByText('2 co-signers are asked again.').waitFor();
  await visit.looksRight();
  await visit.screenshot('letter-editor');
  await page.goto(`${editor}/co-signers`);
  await visit.looksRight();
  await visit.screenshot('letter-circulation');
  await page.context().clearCookies();

  // One stands by it, with the differences marked; the other says nothing.
  const asked = await redress.latestMail(stands.email);
  assert.equal(linkIn(asked, '/letters/'), stands.own);
  await redress.latestMail(silent.email);
  await page.goto(stands.own);
  await page.locator('.difference ins').getByText('end').waitFor();
  await visit.looksRight();
  await visit.screenshot('letter-changed');
  await page.getByRole('button', { name: 'We stand by the letter' }).click();
  await page.getByText('You stand under the letter as it is now.').waitFor();
  await visit.looksRight();

  await page.goto(path);
  await page.getByText('1 co-signer is being asked again').waitFor();
  assert.deepEqual(await page.locator('.co-signers .name').allInnerTexts(), ['Bay Tenants Union']);
  await visit.looksRight();
  await visit.screenshot('letter-asked-again');

  // On paper it is the letter alone.
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText('We ask you to end the request').first().isVisible());
  assert.ok(await page.getByText('Ana Díaz, Director').isVisible());
  for (const hidden of ['#co-sign', '.proof', '.masthead', '.foot']) {
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  }
  await page.emulateMedia({ media: 'screen' });

  // A person may, too.
  await page.goto(`${path}?as=person`);
  await page.getByRole('heading', { name: 'Co-sign as a person' }).waitFor();
  await visit.looksRight();
});
