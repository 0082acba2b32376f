// A person at a screen: one browser context, watched. It refuses to look away: a console error or a
// request to another host fails the test, wherever in the journey it happened.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

const SCREENS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

const SCREENSHOTS =
  process.env.REDRESS_SCREENSHOTS ?? fileURLToPath(new URL('../../target/screenshots', import.meta.url));

/** How long to wait for an element or a page; in milliseconds. */
const PATIENCE = 15_000;

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
      // What a page should not ask for, it does not get either.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost',
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
      reducedMotion: 'reduce',
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
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme });
      // Evaluated by the debugger, which the page's Content-Security-Policy does not govern.
      await this.page.evaluate(axe.source);
      const { violations } = await this.page.evaluate(() =>
        globalThis.axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }),
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
    if (request.isNavigationRequest()) this.#documents.add(url.href);
  }

  #watchConsole(message) {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    // Chromium reports a page answered 4xx as a failed resource. Its status is the test's own concern;
    // a script, style or picture that fails still counts.
    const isAnsweredPage = message.text().startsWith('Failed to load resource') && this.#documents.has(url);
    if (!isAnsweredPage) this.#problems.push(`console: ${message.text()} (${url})`);
  }
}

function told({ id, help, nodes }) {
  return [`${id}: ${help}`, ...nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}: ${failureSummary}`)].join('\n');
}
