// A person at a screen: one browser context, watched. It refuses to look away: a console error or a
// request to another host fails the test, wherever in the journey it happened.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

/** Zoomed is a desk at 200 % (WCAG 2.2, 1.4.4), narrow one at 400 % (1.4.10). */
const SCREENS = {
  phone: { width: 360, height: 740 },
  desk: { width: 1280, height: 800 },
  zoomed: { width: 640, height: 400 },
  narrow: { width: 320, height: 256 },
};

const SCREENSHOTS =
  process.env.REDRESS_SCREENSHOTS ?? fileURLToPath(new URL('../../target/screenshots', import.meta.url));

/** How long to wait for an element or a page; in milliseconds. */
const PATIENCE = 15_000;

/** A form that comes back sooner than this is held as a machine's; in milliseconds. */
const READING = 2_100;

export function launchChromium() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // What a page should not ask for, it does not get either; another site of a test is at 127.0.0.1.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
    ],
  });
}

export class Visit {
  #context;
  #way;
  #origin;
  #problems = [];
  #documents = new Set();

  /** `way` as in harness.mjs; `url` is where relative addresses begin, and the one host to be asked. */
  static async open(browser, url, way) {
    const context = await browser.newContext({
      baseURL: url,
      viewport: SCREENS[way.screen],
      isMobile: way.screen === 'phone',
      hasTouch: way.screen === 'phone',
      javaScriptEnabled: way.scripts,
      colorScheme: way.colors ?? 'light',
      locale: way.locale ?? 'en-US',
      timezoneId: 'America/New_York',
      reducedMotion: way.motion ? 'no-preference' : 'reduce',
      forcedColors: way.forcedColors ? 'active' : 'none',
      serviceWorkers: 'block',
      // Never bypassCSP: the policy is part of what is tested.
    });
    context.setDefaultTimeout(PATIENCE);
    const visit = new Visit(context, new URL(url).origin, way);
    visit.page = await context.newPage();
    return visit;
  }

  constructor(context, origin, way) {
    this.#context = context;
    this.#origin = origin;
    this.#way = way;
    context.on('request', (request) => this.#watchRequest(request));
    context.on('console', (message) => this.#watchConsole(message));
    context.on('weberror', (error) => this.#problems.push(`script error: ${error.error().stack ?? error.error()}`));
  }

  /** Whether scripts run in this visit. */
  get scripts() {
    return this.#way.scripts;
  }

  /**
   * Fails on any violation that axe-core finds on the page as it is, in the light and in the dark scheme.
   * Without scripts axe can't run, and the visit with scripts has seen the same page: nothing is done.
   */
  async axe() {
    if (!this.scripts) return;
    // Forced colors are the reader's own.
    const rules = { 'target-size': { enabled: true }, 'color-contrast': { enabled: !this.#way.forcedColors } };
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme });
      // Evaluated by the debugger, which the page's Content-Security-Policy does not govern.
      await this.page.evaluate(axe.source);
      const { violations } = await this.page.evaluate(
        (rules) => globalThis.axe.run(document, { resultTypes: ['violations'], rules }),
        rules,
      );
      assert.equal(violations.length, 0, `${this.page.url()} (${colorScheme})\n${violations.map(told).join('\n')}`);
    }
    await this.page.emulateMedia({ colorScheme: this.#way.colors ?? 'light' });
  }

  /** Fails if the page is wider than the screen (WCAG 2.2, 1.4.10 Reflow). */
  async fits() {
    const { page, screen } = await this.page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
    }));
    assert.ok(page <= screen, `${this.page.url()} is ${page} px wide on a screen of ${screen} px`);
  }

  /** Both, for every page on the way. */
  async looksRight() {
    await this.fits();
    await this.axe();
  }

  /**
   * Reads the page for as long as a person does: the server holds what comes back sooner. The time counts
   * from when the page was there, so that whoever checked it meanwhile waits for nothing.
   */
  async read() {
    const since = await this.page.evaluate(
      () => performance.now() - performance.getEntriesByType('navigation')[0].responseStart,
    );
    await this.page.waitForTimeout(Math.max(0, READING - since));
  }

  /** What has the focus, and whether that shows: `{ id, name, shows }`. */
  async focused() {
    return this.page.evaluate(() => {
      const { activeElement: element } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const text = (element.labels?.[0] ?? element).textContent.trim().replace(/\s+/g, ' ');
      return { id: element.id, text, shows: outlineStyle !== 'none' && outlineWidth !== '0px' };
    });
  }

  /** Presses Tab until `text` has the focus; each stop on the way has to show. */
  async tabTo(text) {
    const stops = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await this.page.keyboard.press('Tab');
      const stop = await this.focused();
      assert.ok(stop.shows, `the focus on '${stop.text || stop.id}' can be seen`);
      if (stop.text === text || stop.id === text) return;
      stops.push(stop.text || stop.id);
    }
    assert.fail(`Tab never reached '${text}', but: ${stops.join(' | ')}`);
  }

  /** Writes target/screenshots/NAME-SCREEN.png, the whole page; returns the path. */
  async screenshot(name) {
    await mkdir(SCREENSHOTS, { recursive: true });
    const { screen, colors, scripts } = this.#way;
    const parts = [name, screen, colors === 'dark' && 'dark', !scripts && 'no-scripts'];
    const path = join(SCREENSHOTS, `${parts.filter(Boolean).join('-')}.png`);
    await this.page.screenshot({ path, fullPage: true, animations: 'disabled' });
    return path;
  }

  /** Fails if anything was wrong since the visit began. */
  async assertClean() {
    await this.page.waitForLoadState('load');
    // A round trip to the page: what it reported before has arrived after it.
    await this.page.title();
    assert.deepEqual(this.#problems, [], 'no console error and no request to another host');
  }

  async close() {
    await this.#context.close();
  }

  #watchRequest(request) {
    const url = new URL(request.url());
    const isOurs = url.origin === this.#origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
    if (!isOurs) this.#problems.push(`request to another host: ${request.method()} ${url.href}`);
    if (request.isNavigationRequest()) this.#documents.add(url.href.split('#')[0]);
  }

  #watchConsole(message) {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    // Chromium reports a page answered 4xx as a failed resource. Its status is the test's own concern;
    // a script, style or picture that fails still counts.
    const [page] = url.split('#');
    const isAnsweredPage = message.text().startsWith('Failed to load resource') && this.#documents.has(page);
    if (!isAnsweredPage) this.#problems.push(`console: ${message.text()} (${url})`);
  }
}

function told({ id, help, nodes }) {
  return [`${id}: ${help}`, ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}: ${failureSummary}`)].join('\n');
}
