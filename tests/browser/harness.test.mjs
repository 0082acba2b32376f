// The harness itself: a harness that cannot fail proves nothing.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { everyWay, linkIn, openVisit, withScripts } from './harness.mjs';
import { parseMail } from './mail.mjs';

const [phone] = withScripts;
const PAGES = {
  '/good': '<main><h1>Good</h1><p>Nothing wrong here.</p></main>',
  '/unlabelled': '<main><h1>Form</h1><input name="email"></main>',
  '/elsewhere': '<main><h1>Elsewhere</h1><img alt="" src="https://elsewhere.example/pixel.png"></main>',
  '/gone-picture': '<main><h1>Gone</h1><img alt="" src="/gone.png"></main>',
  '/inline': '<main><h1>Inline</h1><script>document.title = "ran"</script></main>',
  '/wide': '<main><h1>Wide</h1><div style="inline-size: 2000px">.</div></main>',
};

let server;
let url;

before(async () => {
  server = createServer((request, response) => {
    const body = PAGES[request.url];
    response.writeHead(body ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'; img-src * data:; style-src 'unsafe-inline'",
    });
    const style = 'body{color:light-dark(#111,#eee);background:light-dark(#fff,#111)}:root{color-scheme:light dark}';
    response.end(
      `<!doctype html><html lang="en"><head><title>T</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">` +
        `<style>${style}</style></head><body>${body ?? '<main><h1>Not here</h1></main>'}</body></html>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://localhost:${server.address().port}`;
});

after(() => server.close());

async function visiting(t, path, way = phone) {
  const visit = await openVisit(url, way);
  t.after(() => visit.close());
  await visit.page.goto(path);
  return visit;
}

for (const way of everyWay) {
  test(`a page without fault passes (${way.name})`, async (t) => {
    const visit = await visiting(t, '/good', way);
    await visit.axe();
    await visit.fits();
    await visit.assertClean();
  });
}

test('axe runs under a strict policy, and finds a field without a label', async (t) => {
  const visit = await visiting(t, '/unlabelled');
  await assert.rejects(visit.axe(), /label: Form elements must have labels/);
});

test('a request to another host fails the visit', async (t) => {
  const visit = await visiting(t, '/elsewhere');
  await assert.rejects(visit.assertClean(), /request to another host: GET https:\/\/elsewhere\.example\/pixel\.png/);
});

test('a missing picture is a console error', async (t) => {
  const visit = await visiting(t, '/gone-picture');
  await assert.rejects(visit.assertClean(), /gone\.png/);
});

test('a script that the policy refuses is a console error', async (t) => {
  const visit = await visiting(t, '/inline');
  assert.equal(await visit.page.title(), 'T');
  await assert.rejects(visit.assertClean(), /Content Security Policy/);
});

test('a page that is itself answered 404 is no console error', async (t) => {
  const visit = await visiting(t, '/not-here');
  await visit.assertClean();
});

test('a page wider than the screen does not fit', async (t) => {
  const visit = await visiting(t, '/wide');
  await assert.rejects(visit.fits(), /is 2\d{3} px wide/);
});

const MAIL = [
  'Message-ID: <1@redress>',
  'To: =?utf-8?b?TWFyw61h?= <maria@example.org>',
  'From: Redress <mail@example.org>',
  'Subject: =?utf-8?Q?Confirm_your?= =?utf-8?Q?_signature_=C2=B7_Boston?=',
  'Date: Mon, 23 Nov 2026 14:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative;',
  ' boundary="a+b"',
  '',
  '--a+b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Hello Mar=C3=ADa, press the button here:',
  'http://localhost:3000/confirm/abc=',
  'def?x=3D1&y=3D2',
  '',
  'To leave: http://localhost:3000/mine/tok.',
  '--a+b',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(
    '<a href="http://localhost:3000/confirm/abcdef?x=1&amp;y=2">Confirm</a> <a href=\'http://localhost:3000/mine/tok\'>Leave</a>',
  ).toString('base64'),
  '--a+b--',
  '',
].join('\r\n');

test('a mail is read as a mailbox shows it', () => {
  const mail = parseMail(Buffer.from(MAIL));
  assert.equal(mail.to, 'María <maria@example.org>');
  assert.equal(mail.subject, 'Confirm your signature · Boston');
  assert.match(mail.text, /^Hello María, press/);
  assert.equal(mail.isWhole, true);
  assert.equal(linkIn(mail, '/confirm/'), 'http://localhost:3000/confirm/abcdef?x=1&y=2');
  assert.equal(linkIn(mail, '/mine/'), 'http://localhost:3000/mine/tok');
  assert.throws(() => linkIn(mail), /one link/);
});

test('a mail that is still being written is not whole', () => {
  assert.equal(parseMail(Buffer.from(MAIL.slice(0, -10))).isWhole, false);
  assert.equal(parseMail(Buffer.from('To: a@example.org\r\n')).isWhole, false);
});
