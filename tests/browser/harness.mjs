// What a browser test is written with: a server of its own, a mailbox, and a person at a screen. It
// refuses to mock: the binary, the mail and Chromium are the real ones.

import { after, test } from 'node:test';

import { launchChromium, Visit } from './visit.mjs';
import { startRedress } from './redress.mjs';

export { linkIn } from './mail.mjs';
export { startRedress };

/**
 * The four ways in which every page has to work: scripts or none, a phone or a desk.
 * @typedef {{ name: string, scripts: boolean, screen: 'phone' | 'desk' | 'zoomed' | 'narrow',
 *   colors?: 'light' | 'dark', locale?: string, motion?: boolean, forcedColors?: boolean }} Way
 * @type {Way[]}
 */
export const everyWay = [true, false].flatMap((scripts) =>
  /** @type {const} */ (['phone', 'desk']).map((screen) => ({
    name: `${screen}, scripts ${scripts ? 'on' : 'off'}`,
    scripts,
    screen,
  })),
);

/** For what only a script does. */
export const withScripts = everyWay.filter((way) => way.scripts);

/** The two that differ most, for what is long. */
export const twoWays = everyWay.filter((way) => way.scripts === (way.screen === 'desk'));

/**
 * One test for each way, each with a fresh server and a fresh visit. After the body has passed, the visit
 * must be clean: no console error, no request to another host. A failure leaves a screenshot and the
 * server's log.
 *
 * @param {string} name the fact that holds
 * @param {(at: { redress: import('./redress.mjs').Redress, visit: Visit, page: import('playwright-core').Page }) => Promise<void>} body
 * @param {{ ways?: Way[], env?: Record<string, string> }} [options] `env` adds settings of the server
 */
export function journey(name, body, { ways = everyWay, env = {} } = {}) {
  for (const way of ways) {
    test(`${name} (${way.name})`, { timeout: 120_000 }, async (t) => {
      const redress = await startRedress({ env });
      t.after(() => redress.stop());
      await walk(t, name, way, { redress }, body);
    });
  }
}

/**
 * Journeys that don't disturb one another share a server: `prepare` is done once, and every body gets what
 * it returns besides. The first journey starts the server, the end of the file stops it.
 *
 * @template Given
 * @param {(redress: import('./redress.mjs').Redress) => Promise<Given>} prepare
 * @returns {typeof journey} of which the bodies get what was prepared as well
 */
export function journeysWith(prepare) {
  let started;
  let redress;
  const start = async () => {
    redress = await startRedress();
    return { redress, ...(await prepare(redress)) };
  };
  after(() => redress?.stop());
  return (name, body, { ways = everyWay } = {}) => {
    for (const way of ways) {
      test(`${name} (${way.name})`, { timeout: 120_000 }, async (t) => {
        await walk(t, name, way, await (started ??= start()), body);
      });
    }
  };
}

async function walk(t, name, way, given, body) {
  const visit = await openVisit(given.redress.url, way);
  t.after(() => visit.close());
  try {
    await body({ ...given, visit, page: visit.page, way });
    await visit.assertClean();
  } catch (error) {
    await visit.screenshot(`failed-${name.replace(/\W+/g, '-')}`).catch(() => {});
    t.diagnostic(`what the server said last:\n${given.redress.lastWords()}`);
    throw error;
  }
}

/** A person at a screen, at no page yet. Relative addresses are taken from `url`. */
export async function openVisit(url, way) {
  return Visit.open(await chromium(), url, way);
}

/**
 * Uses the single-use link of a fresh install: makes the organization and its first owner, who is then
 * logged in.
 */
export async function signUp(redress, page, owner = {}) {
  const { organization = 'Digital Fourth', name = 'Ana Lima', email = 'ana@example.org' } = owner;
  const { password = 'nine paper lanterns by the harbor' } = owner;
  await page.goto(await redress.firstAccountLink());
  for (const [field, value] of Object.entries({ organization, name, email, password })) {
    await page.locator(`[name="${field}"]`).fill(value);
  }
  await page.locator('main form [type="submit"]').click();
  return { organization, name, email, password };
}

/** One Chromium for all the tests of a file; contexts keep them apart. */
let launched;

function chromium() {
  launched ??= launchChromium();
  return launched;
}

after(async () => {
  const browser = await launched?.catch(() => undefined);
  await browser?.close();
});
