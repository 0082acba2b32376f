// A resident's way, from the campaign's page to leaving again: with scripts and without, on a phone and at a
// desk, by keyboard, enlarged, in forced colors and in Spanish.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { everyWay, journeysWith, linkIn, openVisit, startRedress, twoWays } from './harness.mjs';
import { Organizer, counted, signs, signsAndConfirms } from './organizer.mjs';

const SLUG = 'stop-the-purchase';
const CAMPAIGN = `/c/${SLUG}`;
/** What is typed into a form must not be found in an address. */
const COMMENT = 'My sister posts about her mosque.';

const [desk] = everyWay.filter((way) => way.scripts && way.screen === 'desk');
const [phone] = everyWay.filter((way) => way.scripts && way.screen === 'phone');

const journey = journeysWith(async (redress) => {
  const organizer = await Organizer.signUp(redress);
  await organizer.opens(SLUG);
  return { organizer };
});

/** A different person each time, so that nobody is anybody's duplicate. */
let people = 0;
function somebody(name = 'Amara Okafor') {
  people += 1;
  return { name, email: `resident${people}@people.example` };
}

async function fillIn(page, { name, email, zip = '02121' }) {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('ZIP').fill(zip);
  await page.getByLabel('I live there').check();
  await page.getByLabel('First name and initial').check();
}

/** Opens what is folded away, once the page has settled: a press meets nothing that is just moving. */
async function unfold(page, summary) {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.locator('summary', { hasText: summary }).click();
}

async function send(visit, button = 'Sign the petition') {
  await visit.read();
  await visit.page.getByRole('button', { name: button }).click();
}

/** Fills the form in and sends it; leads to the page that says where to look. */
async function signOn(visit, person, path = CAMPAIGN) {
  await visit.page.goto(path);
  await fillIn(visit.page, person);
  await send(visit);
  assert.equal(new URL(visit.page.url()).pathname, `${path}/sign/sent`);
}

journey('a resident reads, signs, is told to look in the mailbox, presses the button there, and counts', async ({
  redress,
  visit,
  page,
}) => {
  const person = somebody();
  const before = await counted(redress, SLUG);
  await page.goto(CAMPAIGN);
  assert.equal(await page.title(), 'Stop the purchase · Redress');
  await page.getByRole('heading', { name: 'Stop the purchase', level: 1 }).waitFor();
  await visit.looksRight();

  // Every choice is the signer's own.
  assert.equal(await page.locator('form :is([type=radio], [type=checkbox]):checked').count(), 0);
  await fillIn(page, person);
  await unfold(page, 'Why you sign');
  await page.getByLabel('Why you sign').fill(COMMENT);
  await page.getByLabel('Write to me').check();
  await send(visit);

  assert.equal(page.url(), `${redress.url}${CAMPAIGN}/sign/sent`, 'nothing that was typed is in the address');
  await page.getByRole('heading', { name: 'Now look in your mailbox' }).waitFor();
  await visit.looksRight();
  assert.equal(await counted(redress, SLUG), before, 'a form alone counts nothing');

  const mail = await redress.latestMail(person.email);
  assert.match(mail.subject, /Stop the purchase/);
  assert.match(mail.text, /Dear Amara Okafor,/);
  for (let opened = 0; opened < 3; opened += 1) await page.goto(linkIn(mail, '/confirm/'));
  await visit.looksRight();
  assert.equal(await counted(redress, SLUG), before, 'opening the link counts nothing');

  await page.getByRole('button', { name: 'Confirm my signature' }).click();
  await page.getByRole('heading', { name: 'Thank you, Amara Okafor' }).waitFor();
  await page.getByRole('heading', { name: 'What happens next' }).waitFor();
  await page.getByText('Hearing', { exact: true }).waitFor();
  assert.equal(await page.getByLabel('Link to this petition').inputValue(), `${redress.url}${CAMPAIGN}`);
  await visit.looksRight();
  assert.equal(await counted(redress, SLUG), before + 1);

  await page.reload();
  await page.goto(linkIn(mail, '/confirm/'));
  assert.equal(await page.getByRole('button').count(), 0, 'there is nothing left to press');
  assert.equal(await counted(redress, SLUG), before + 1);
  await page.getByRole('link', { name: 'To the campaign' }).click();
  await page.locator('.ledger .name').getByText('Amara O.').first().waitFor();
  assert.deepEqual(await page.context().cookies(), [], 'who signs gets no cookie');
});

journey('every error is told at once, in a summary that leads to the fields, and nothing typed is lost', async ({
  redress,
  visit,
  page,
}) => {
  const person = somebody();
  await page.goto(CAMPAIGN);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Amara https://example.org');
  await page.getByLabel('E-mail').fill('amara@example');
  await page.getByLabel('ZIP').fill('2121');
  await unfold(page, 'Why you sign');
  await page.getByLabel('Why you sign').fill(COMMENT);
  await page.getByLabel('I study there').check();
  const answered = page.waitForResponse((answer) => answer.request().isNavigationRequest());
  await page.getByRole('button', { name: 'Sign the petition' }).click();
  assert.equal((await answered).status(), 422);

  assert.equal(page.url(), `${redress.url}${CAMPAIGN}/sign`, 'nothing that was typed is in the address');
  assert.match(await page.title(), /^Error: /);
  const summary = page.getByRole('alert');
  const focused = () => page.evaluate(() => document.activeElement.className || document.activeElement.id);
  assert.equal(await focused(), 'summary', 'the summary has the focus');
  await visit.looksRight();
  await visit.screenshot('sign-errors');

  const links = await summary.getByRole('link').all();
  const said = await summary.getByRole('link').allInnerTexts();
  assert.deepEqual(said, [
    'Write your name without a web address',
    'Write an e-mail address like name@example.org',
    'Write a ZIP code of five digits',
    'Choose how your name is shown',
  ]);
  assert.deepEqual(await page.locator('form .error').allInnerTexts(), said, 'the same words beside the fields');
  for (const [place, field] of ['name', 'email', 'zip', 'visibility'].entries()) {
    await links[place].click();
    assert.equal(await focused(), field, 'the link leads to the field');
  }
  assert.equal(await page.getByRole('textbox', { name: 'Your name' }).inputValue(), 'Amara https://example.org');
  assert.equal(await page.getByLabel('E-mail').inputValue(), 'amara@example');
  assert.equal(await page.getByLabel('ZIP').inputValue(), '2121');
  assert.equal(await page.getByLabel('Why you sign').inputValue(), COMMENT);
  assert.ok(await page.getByLabel('I study there').isChecked());

  await fillIn(page, person);
  await send(visit);
  assert.equal(page.url(), `${redress.url}${CAMPAIGN}/sign/sent`);
  await redress.latestMail(person.email);
});

journey(
  'a second signing from one mailbox shows the same page, and the mailbox learns more',
  async ({ redress, visit, page }) => {
    const person = somebody();
    const pages = [];
    const signAgain = async () => {
      await signOn(visit, person);
      pages.push({ url: page.url(), title: await page.title(), text: await page.locator('body').innerText() });
    };
    await signAgain();
    const mail = await redress.latestMail(person.email);
    await page.goto(linkIn(mail, '/confirm/'));
    await page.getByRole('button', { name: 'Confirm my signature' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const before = await counted(redress, SLUG);
    await signAgain();
    const note = await redress.latestMail(person.email);
    assert.match(note.subject, /^You have already signed/);
    assert.doesNotMatch(note.text, /\/confirm\//);
    linkIn(note, '/mine/');
    assert.deepEqual(pages[1], pages[0]);
    assert.equal(await counted(redress, SLUG), before);
  },
  { ways: twoWays },
);

journey('a signer sees, hides, withdraws and erases what they gave, by the link of a mail alone', async ({
  redress,
  visit,
  page,
}) => {
  const person = { ...somebody('Mary Ann Leaving'), news: 'on', comment: COMMENT };
  const mail = await signsAndConfirms(redress, SLUG, person);
  const before = await counted(redress, SLUG);
  await page.goto(linkIn(mail, '/mine/'));
  await page.getByRole('heading', { name: 'What you signed' }).waitFor();
  await page.getByText(COMMENT).waitFor();
  await visit.looksRight();
  assert.ok(await page.getByLabel('Full name').isChecked(), 'the page shows how it is now');

  await page.getByLabel('Don’t show it').check();
  await page.getByRole('button', { name: 'Change how it is shown' }).click();
  await page.getByRole('status').getByText('Your name is now shown as you chose').waitFor();
  await visit.looksRight();
  await page.getByRole('link', { name: 'Stop the purchase' }).click();
  assert.equal(await page.getByText('Mary Ann Leaving').count(), 0, 'a hidden name is not on the page');
  await page.goBack();

  await page.getByRole('button', { name: 'Stop sending me news' }).click();
  await page.getByText('You are not sent news of this campaign.').waitFor();
  await page.getByRole('button', { name: 'Withdraw my signature' }).click();
  await page.getByRole('status').getByText('Your signature is withdrawn').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Withdraw my signature' }).count(), 0);
  assert.equal(await counted(redress, SLUG), before - 1);

  // Erasing is for good: it wants to be meant, and says so where it is not.
  await page.getByRole('button', { name: 'Erase what I gave' }).click();
  assert.match(await page.title(), /^Error: /);
  await page.getByText('Check the box to confirm that you want it erased').first().waitFor();
  await page.getByText(COMMENT).waitFor();
  await visit.looksRight();
  await page.getByLabel('Yes, erase it for good').check();
  await page.getByRole('button', { name: 'Erase what I gave' }).click();
  await page.getByText('Nothing is kept here any more.').waitFor();
  await visit.looksRight();
  await page.goto(linkIn(mail, '/mine/'));
  assert.equal(await page.getByText('Mary Ann Leaving').count(), 0);
  assert.equal(await page.getByText(COMMENT).count(), 0);
});

journey(
  'who comes from elsewhere may sign where the campaign allows it, and is told before the form where not',
  async ({ redress, organizer, visit, page, way }) => {
    await page.goto(CAMPAIGN);
    assert.equal(await page.getByText('for people who live, work or study').count(), 0);
    await page.getByLabel('None of these').check();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ilse Fern');
    await page.getByLabel('E-mail').fill(`ilse-${way.screen}@people.example`);
    await page.getByLabel('ZIP').fill('10115');
    await page.getByLabel('Full name').check();
    await send(visit);
    await redress.latestMail(`ilse-${way.screen}@people.example`);

    const slug = `residents-only-${way.screen}`;
    await page.goto(await organizer.opens(slug, { elsewhere: '' }));
    const told = page.locator('form').getByText('for people who live, work or study');
    const field = page.getByRole('textbox', { name: 'Your name' });
    assert.ok((await told.boundingBox()).y < (await field.boundingBox()).y, 'it is said before the first field');
    assert.equal(await page.getByLabel('None of these').count(), 0);
    await visit.looksRight();
  },
  { ways: twoWays },
);

journey(
  'a paused campaign says so, a closed one has no form, and who was filling it in is told kindly',
  async ({ redress, organizer, visit, page, way }) => {
    const slug = `pausing-${way.screen}`;
    const path = await organizer.opens(slug);
    const late = await openVisit(redress.url, way);
    try {
      await late.page.goto(path);
      await fillIn(late.page, somebody());
      const pending = somebody();
      await signs(redress, slug, pending);

      await organizer.takes(slug, 'pause');
      await page.goto(path);
      await page.getByRole('heading', { name: 'Signing is paused' }).waitFor();
      assert.equal(await page.locator('form').count(), 0);
      await visit.looksRight();

      await organizer.takes(slug, 'close');
      await page.reload();
      await page.getByRole('heading', { name: 'Signing has ended' }).waitFor();
      assert.equal(await page.locator('form').count(), 0);
      await visit.looksRight();

      await late.page.getByRole('button', { name: 'Sign the petition' }).click();
      await late.page.getByRole('heading', { name: 'Signing has ended' }).waitFor();
      await late.looksRight();
      await late.assertClean();

      // Who signed before the end still has a day.
      await page.goto(linkIn(await redress.latestMail(pending.email), '/confirm/'));
      await page.getByRole('button', { name: 'Confirm my signature' }).click();
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
      assert.equal(await counted(redress, slug), 1);
    } finally {
      await late.close();
    }
  },
  { ways: twoWays },
);

journey(
  'Spanish is Spanish the whole way: page, errors, mailbox, mail, button, thanks and one’s own page',
  async ({ redress, visit, page }) => {
    const person = somebody('Luz Marina Peña');
    const isSpanish = async (heading) => {
      await page.getByRole('heading', { name: heading }).waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'es');
      // Words that stand on nearly every English page.
      assert.doesNotMatch(await page.locator('body').innerText(), /\b(the|your|and|sign|name)\b/i);
      await visit.looksRight();
    };
    await page.goto(CAMPAIGN);
    await page.getByRole('link', { name: 'Español' }).click();
    await isSpanish('Alto a la compra');
    await page.getByRole('button', { name: 'Firmar la petición' }).click();
    assert.match(await page.title(), /^Error: /);
    await isSpanish('Por favor, revise lo siguiente');
    await page.getByLabel('Su nombre').fill(person.name);
    await page.getByLabel('Correo electrónico').fill(person.email);
    await page.getByLabel('Código postal').fill('02121');
    await page.getByLabel('Trabajo allí').check();
    await page.getByLabel('Nombre completo').check();
    await page.getByLabel('Escríbanme').check();
    await send(visit, 'Firmar la petición');
    await isSpanish('Ahora revise su correo');

    const mail = await redress.latestMail(person.email);
    assert.match(mail.subject, /^Confirme su firma, por favor: Alto a la compra$/);
    assert.match(mail.text, /^Hola, Luz Marina Peña:/);
    assert.doesNotMatch(mail.text, /\b(the|your|and)\b/);
    await page.goto(linkIn(mail, '/confirm/'));
    await isSpanish('Oprima el botón');
    await page.getByRole('button', { name: 'Confirmar mi firma' }).click();
    await isSpanish('Gracias, Luz Marina Peña');
    await page.getByRole('link', { name: 'Ver, cambiar o retirar su firma' }).click();
    await isSpanish('Lo que usted firmó');
    await page.getByRole('link', { name: 'Alto a la compra' }).click();
    await isSpanish('Alto a la compra');
    await page.getByText('Luz Marina Peña').first().waitFor();
    await page.goto(linkIn(mail, '/mine/'));
    await page.getByRole('button', { name: 'Retirar mi firma' }).click();
    await isSpanish('Lo que usted firmó');
  },
  { ways: twoWays },
);

journey(
  'the keyboard alone is enough, and shows where one is',
  async ({ redress, visit, page }) => {
    const person = somebody();
    await page.goto(CAMPAIGN);
    await page.keyboard.press('Tab');
    assert.equal((await visit.focused()).text, 'Skip to the content');
    await page.keyboard.press('Enter');
    await visit.tabTo('Your name');
    await page.keyboard.type(person.name);
    await visit.tabTo('E-mail');
    await page.keyboard.type(person.email);
    await visit.tabTo('ZIP or postal code');
    await page.keyboard.type('02121');
    await visit.tabTo('I live there');
    await page.keyboard.press('ArrowDown');
    assert.ok(await page.getByLabel('I work there').isChecked());
    await visit.tabTo('Full name');
    await page.keyboard.press('Space');
    await visit.tabTo('Write to me when there is news');
    await page.keyboard.press('Space');
    assert.ok(await page.getByLabel('Write to me').isChecked());
    await visit.tabTo('Sign the petition');
    await visit.read();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Now look in your mailbox' }).waitFor();
    await page.goto(linkIn(await redress.latestMail(person.email), '/confirm/'));
    await visit.tabTo('Confirm my signature');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await visit.tabTo('See, change or withdraw your signature');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What you signed' }).waitFor();
    await visit.tabTo('Withdraw my signature');
    await page.keyboard.press('Enter');
    await page.getByText('Your signature is withdrawn').waitFor();
  },
  { ways: [desk] },
);

journey(
  'a reader who enlarges the page twice or four times over signs as everybody does',
  async ({ redress, visit, page }) => {
    const person = somebody();
    await page.goto(CAMPAIGN);
    await visit.looksRight();
    await page.getByRole('button', { name: 'Sign the petition' }).click();
    await visit.looksRight();
    await fillIn(page, person);
    await send(visit);
    await visit.looksRight();
    const mail = await redress.latestMail(person.email);
    await page.goto(linkIn(mail, '/confirm/'));
    await visit.looksRight();
    await page.getByRole('button', { name: 'Confirm my signature' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await visit.looksRight();
    await page.goto(linkIn(mail, '/mine/'));
    await visit.looksRight();
  },
  {
    ways: [
      { ...desk, name: 'at 200 %', screen: 'zoomed' },
      { ...desk, name: 'at 400 %', screen: 'narrow' },
    ],
  },
);

journey(
  'letters twice as large stay on the page',
  async ({ visit, page }) => {
    for (const path of [CAMPAIGN, `${CAMPAIGN}/sign`, '/', `${CAMPAIGN}/sign/sent`]) {
      await page.goto(path);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await visit.fits();
    }
  },
  { ways: [phone, desk] },
);

journey(
  'forced colors keep fields, errors, choices and the button apart',
  async ({ redress, visit, page }) => {
    const person = somebody();
    await page.goto(CAMPAIGN);
    await visit.looksRight();
    await page.getByRole('button', { name: 'Sign the petition' }).click();
    await visit.looksRight();
    await visit.screenshot('forced-colors-errors');
    for (const field of [page.getByRole('textbox', { name: 'Your name' }), page.getByRole('button', { name: 'Sign the petition' })]) {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = await field.evaluate((element) => {
        const style = getComputedStyle(element);
        return Object.fromEntries(
          ['borderTopStyle', 'borderTopWidth', 'borderTopColor', 'backgroundColor'].map((name) => [name, style[name]]),
        );
      });
      assert.equal(borderTopStyle, 'solid');
      assert.notEqual(borderTopWidth, '0px');
      assert.notEqual(borderTopColor, backgroundColor, 'its edge can be seen');
    }
    await fillIn(page, person);
    await send(visit);
    await page.goto(linkIn(await redress.latestMail(person.email), '/confirm/'));
    await page.getByRole('button', { name: 'Confirm my signature' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await visit.looksRight();
    await visit.screenshot('forced-colors-thanks');
  },
  { ways: [{ ...desk, name: 'forced colors', forcedColors: true }] },
);

journey(
  'motion is one short stroke, and none for who asked for none',
  async ({ redress, visit, page, way }) => {
    const person = somebody();
    await signs(redress, SLUG, person);
    await page.goto(linkIn(await redress.latestMail(person.email), '/confirm/'));
    await page.getByRole('button', { name: 'Confirm my signature' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    const durations = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const animated = animationName === 'none' ? [] : [animationDuration];
        return [...animated, transitionDuration].map((text) => Number.parseFloat(text)).filter((s) => s > 0);
      }),
    );
    if (way.motion) assert.ok(durations.length === 1 && durations[0] <= 0.2, `${durations} s`);
    else assert.deepEqual(durations, []);
    await visit.fits();
  },
  { ways: [{ ...desk, name: 'motion', motion: true }, { ...desk, name: 'no motion' }] },
);

journey(
  'a name in any script keeps its own direction and disturbs nobody else’s',
  async ({ redress, visit, page }) => {
    let arabic;
    for (const [name, comment] of [
      ['مريم العلي', 'لأن الحي لنا جميعاً.'],
      ['Trần Thị Hoa', ''],
      ['李小龍', ''],
      ['Null', ''],
      [`Wolfeschlegelsteinhausenbergerdorff ${'o'.repeat(44)}`, ''],
    ]) {
      const person = somebody(name);
      const mail = await signsAndConfirms(redress, SLUG, { ...person, comment });
      arabic ??= mail;
    }
    await page.goto(CAMPAIGN);
    await page.getByText('مريم العلي').first().waitFor();
    await visit.looksRight();
    await visit.screenshot('names');
    const direction = (locator) => locator.evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction(page.locator('bdi', { hasText: 'مريم العلي' })), 'rtl');
    assert.equal(await direction(page.locator('bdi', { hasText: 'Trần Thị Hoa' })), 'ltr');
    await page.getByRole('textbox', { name: 'Your name' }).fill('مريم العلي');
    assert.equal(await direction(page.getByRole('textbox', { name: 'Your name' })), 'rtl');
    await page.goto(linkIn(arabic, '/mine/'));
    assert.equal(await direction(page.getByText('لأن الحي لنا جميعاً.')), 'rtl');
    await visit.looksRight();
  },
  { ways: [phone] },
);

test('a page whose scripts never arrive is a whole page', { timeout: 60_000 }, async (t) => {
  const redress = await startRedress();
  t.after(() => redress.stop());
  const organizer = await Organizer.signUp(redress);
  await organizer.opens(SLUG);
  const visit = await openVisit(redress.url, phone);
  t.after(() => visit.close());
  const { page } = visit;
  let blocked = 0;
  await page.route(/\.(js|wasm)$/, (route) => {
    blocked += 1;
    return route.abort();
  });
  const person = somebody();
  await signOn(visit, person);
  await page.goto(linkIn(await redress.latestMail(person.email), '/confirm/'));
  await page.getByRole('button', { name: 'Confirm my signature' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  assert.equal(await counted(redress, SLUG), 1);
  assert.ok(blocked > 0, 'there were scripts to be blocked');
});

/** Leaves the ZIP code behind cut short, until the islands are awake and remark on it. */
async function remarkOnZip(page) {
  await page.getByLabel('ZIP').fill('2121');
  const remark = page.locator('#zip-check');
  for (let tries = 0; tries < 100 && (await remark.innerText()) === ''; tries += 1) {
    await page.getByLabel('ZIP').focus();
    await page.getByRole('textbox', { name: 'Your name' }).focus();
    await page.waitForTimeout(150);
  }
  return remark;
}

journey(
  'a remark beneath a field helps while one types, and blocks nothing',
  async ({ visit, page }) => {
    await page.goto(CAMPAIGN);
    const remark = await remarkOnZip(page);
    assert.equal(await remark.innerText(), 'A ZIP code has five digits.');
    await visit.looksRight();
    await page.getByLabel('ZIP').fill('02121');
    assert.equal(await remark.innerText(), '');
  },
  { ways: [desk] },
);

journey(
  'a remark that makes room for itself does not swallow a press on what is beneath',
  async ({ visit, page }) => {
    await page.goto(CAMPAIGN);
    const remark = await remarkOnZip(page);
    await page.getByLabel('ZIP').fill('212');
    assert.equal(await remark.innerText(), '');
    const fold = page.locator('summary', { hasText: 'Why you sign' });
    await fold.scrollIntoViewIfNeeded();
    // As slowly as a hand on a mouse.
    const { x, y, width, height } = await fold.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.waitForTimeout(250);
    await page.mouse.up();
    await page.getByLabel('Why you sign').waitFor();
    await page.locator('#zip-check').getByText('A ZIP code has five digits.').waitFor();
    await visit.fits();
  },
  { ways: [phone, desk] },
);
