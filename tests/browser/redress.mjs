// The binary, started for one test with data, a port and an outbox of its own. It refuses to share: what
// one test did is gone before the next.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { parseMail } from './mail.mjs';

const BINARY = process.env.REDRESS_BIN ?? fileURLToPath(new URL('../../target/debug/redress', import.meta.url));

/** How long a thing may take before the test gives up on it; in milliseconds. */
const PATIENCE = { start: 60_000, stop: 30_000, mail: 20_000 };
const LOOK_AGAIN = 50;

/** Starts a server and waits until it is ready. `env` adds settings. */
export async function startRedress({ env = {} } = {}) {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'redress-browser-'));
  const redress = new Redress(`http://localhost:${port}`, data, {
    REDRESS_LISTEN: `127.0.0.1:${port}`,
    REDRESS_BASE_URL: `http://localhost:${port}`,
    REDRESS_DATA: data,
    ...env,
  });
  try {
    await redress.untilReady();
  } catch (error) {
    await redress.stop().catch(() => {});
    throw error;
  }
  return redress;
}

export class Redress {
  #output = '';
  #process;
  #failure;
  #handedOut = new Set();

  #settings;

  constructor(url, data, settings) {
    /** The base URL, without a slash at the end. */
    this.url = url;
    /** The folder with everything the server keeps. */
    this.data = data;
    // Our own settings alone: one from the terminal that runs the tests would be a surprise.
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('REDRESS_'));
    this.#settings = { ...Object.fromEntries(inherited), ...settings };
    this.#process = spawn(BINARY, ['serve'], {
      cwd: data,
      env: this.#settings,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.#output += text));
    }
    this.#process.on('error', (error) => (this.#failure = error));
  }

  async untilReady() {
    await this.#until('the server is ready', PATIENCE.start, async () => {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      return answer?.ok;
    });
  }

  /** Runs another command of the binary beside the server, on the same data; returns what it printed. */
  async run(...args) {
    const { stdout } = await promisify(execFile)(BINARY, args, { cwd: this.data, env: this.#settings });
    return stdout;
  }

  /** The link on a fresh install's output that makes the first account. */
  firstAccountLink() {
    // A token is a long last segment; no other address the server prints has one.
    const link = new RegExp(`${this.url}/\\S*/[\\w-]{20,}`);
    return this.#until('the server prints the link for the first account', PATIENCE.start, () => {
      return this.#output.match(link)?.[0];
    });
  }

  /** Every mail to an address so far, oldest first. */
  async mailsTo(address) {
    const outbox = join(this.data, 'outbox');
    const names = await readdir(outbox).catch(() => []);
    const mails = await Promise.all(
      names
        .filter((name) => name.endsWith('.eml'))
        .map(async (file) => {
          const path = join(outbox, file);
          // The Date header tells seconds only; the file's own time keeps two mails of one second apart.
          const { mtimeMs: written } = await stat(path);
          return { file, written, ...parseMail(await readFile(path)) };
        }),
    );
    return mails
      .filter((mail) => mail.isWhole && mail.to.toLowerCase().includes(address.toLowerCase()))
      .sort((a, b) => a.written - b.written);
  }

  /**
   * The latest mail to an address that no earlier call has returned; waits for it. So a test that acts
   * and then asks gets the mail its act caused, never the one before.
   */
  async latestMail(address) {
    const mail = await this.#until(`a mail to ${address}`, PATIENCE.mail, async () => {
      const unread = (await this.mailsTo(address)).filter(({ file }) => !this.#handedOut.has(file));
      return unread.at(-1);
    });
    for (const { file, written } of await this.mailsTo(address)) {
      if (written <= mail.written) this.#handedOut.add(file);
    }
    return mail;
  }

  lastWords(lines = 40) {
    return this.#output.trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** Asks the server to end, as an operator would, and removes its data. It must end well and in time. */
  async stop() {
    try {
      if (this.#failure || this.#ended()) return;
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      const late = pause(PATIENCE.stop, 'late', { ref: false });
      if ((await Promise.race([exit, late])) === 'late') {
        this.#process.kill('SIGKILL');
        assert.fail(`The server did not end within ${PATIENCE.stop / 1000} s of SIGTERM.\n${this.lastWords()}`);
      }
      assert.equal(this.#process.exitCode, 0, `The server ended badly.\n${this.lastWords()}`);
    } finally {
      await rm(this.data, { recursive: true, force: true });
    }
  }

  #ended() {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Looks until `look` returns something, the server ends, or patience does. */
  async #until(what, patience, look) {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (this.#failure) throw new Error(`${BINARY} can't be started: ${this.#failure.message}`);
      if (this.#ended()) throw new Error(`Waiting until ${what}, the server ended.\n${this.lastWords()}`);
      const found = await look();
      if (found) return found;
      await pause(LOOK_AGAIN);
    }
    throw new Error(`Waited ${patience / 1000} s for this: ${what}.\n${this.lastWords()}`);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
