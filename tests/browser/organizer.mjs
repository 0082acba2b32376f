// An organizer who works by form and without a screen: what a journey of somebody else begins with. It
// refuses to know an address or a field that the pages don't have.

import assert from 'node:assert/strict';

import { linkIn } from './mail.mjs';

/** A campaign that can be published as it is, in two languages. */
const CAMPAIGN = {
  slug: 'stop-the-purchase',
  lang_en: 'on',
  lang_es: 'on',
  time_zone: 'America/New_York',
  street: 'optional',
  elsewhere: 'on',
  comments: 'on',
  retention_days: '90',
  goal: '500',
  title_en: 'Stop the purchase',
  title_es: 'Alto a la compra',
  standfirst_en: 'The police department wants software that reads what all of us post.',
  standfirst_es: 'La policía quiere un programa que lea todo lo que publicamos.',
  target_en: 'To the Mayor',
  target_es: 'A la Alcaldía',
  ask_en: 'We ask the Mayor to withdraw the request for bids.',
  ask_es: 'Pedimos a la Alcaldía que retire la licitación.',
  story_en: '## What is planned\n\nThe department asked companies to bid.\n\n- Nobody has said what is kept.\n- Nobody has said who may look.',
  story_es: '## Qué se planea\n\nLa policía pidió ofertas a varias empresas.',
  petition_en: 'To the Mayor.\n\nWe ask that the request for bids be withdrawn.\n\nNobody voted on it.',
  petition_es: 'A la Alcaldía.\n\nPedimos que se retire la licitación.\n\nNadie votó sobre ella.',
  letter_en: 'Dear Mayor, here are our names.',
  letter_es: 'Estimada Alcaldía, aquí están nuestros nombres.',
  docket: '0617',
  matter: 'Software that reads posts',
  body_name: 'Office of the Mayor',
  timeline_0_day: '2099-12-05',
  timeline_0_time: '10:00',
  timeline_0_next: 'on',
  timeline_0_en: '**Hearing** at City Hall',
  timeline_0_es: '**Audiencia** en la Alcaldía',
};

/** A resident's form, filled in. */
const RESIDENT = { name: 'Ana Díaz', email: 'ana@people.example', zip: '02121', residency: 'lives', visibility: 'full' };

export const OWNER = {
  organization: 'Bay Civil Liberties Union',
  name: 'Robin Okafor',
  email: 'robin@bay.example',
  password: 'nine paper lanterns by the harbor',
};

/** Sends a form as a browser without scripts would, and doesn't follow the answer. */
export async function post(redress, path, fields, cookie) {
  return fetch(`${redress.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: cookie ? { cookie } : {},
    redirect: 'manual',
  });
}

export class Organizer {
  #redress;
  #cookie;

  /** Uses the single-use link of a fresh install. */
  static async signUp(redress) {
    const link = new URL(await redress.firstAccountLink());
    const answer = await post(redress, link.pathname, OWNER);
    assert.equal(answer.status, 303);
    const [cookie] = answer.headers.getSetCookie()[0].split(';');
    return new Organizer(redress, cookie);
  }

  constructor(redress, cookie) {
    this.#redress = redress;
    this.#cookie = cookie;
  }

  /** Lets a visit go on as this organizer. */
  async takeSeat(visit) {
    const [name, value] = this.#cookie.split('=');
    // A browser takes a Secure cookie from localhost without TLS; its debugger does not.
    const url = this.#redress.url.replace('http:', 'https:');
    await visit.page.context().addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
  }

  /** Starts a campaign and opens it, with changes over one that can be opened as it is; returns its path. */
  async opens(slug, changes = {}) {
    await this.posts('/admin/campaigns/new', { ...CAMPAIGN, slug, ...changes });
    await this.takes(slug, 'publish');
    return `/c/${slug}`;
  }

  /** Saves the whole form of a campaign again, with changes. */
  async edits(slug, changes) {
    await this.posts(`/admin/c/${slug}/edit`, { ...CAMPAIGN, slug, ...changes });
  }

  /** Takes a step: publish, pause, resume, close, reopen. */
  async takes(slug, step) {
    await this.posts(`/admin/c/${slug}/state`, { step });
  }

  async posts(path, fields) {
    const answer = await post(this.#redress, path, fields, this.#cookie);
    assert.equal(answer.status, 303, `${path}: ${await answer.text()}`);
    assert.doesNotMatch(answer.headers.get('location'), /refused/);
  }
}

/** Signs; nothing counts yet. Whoever sends no mark of the time is not judged by it. */
export async function signs(redress, slug, fields = {}) {
  const answer = await post(redress, `/c/${slug}/sign`, { ...RESIDENT, ...fields });
  assert.equal(answer.status, 303, await answer.text());
}

/** Signs, and presses the button that the mail leads to; returns the mail. */
export async function signsAndConfirms(redress, slug, fields = {}) {
  await signs(redress, slug, fields);
  const mail = await redress.latestMail(fields.email ?? RESIDENT.email);
  const answer = await post(redress, new URL(linkIn(mail, '/confirm/')).pathname, {});
  assert.equal(answer.status, 303);
  return mail;
}

/** How many signatures count, as anybody may know. */
export async function counted(redress, slug) {
  const answer = await fetch(`${redress.url}/c/${slug}.json`);
  return (await answer.json()).signatures;
}
