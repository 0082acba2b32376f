// Mails as a mailbox shows them: headers, text and HTML, decoded (RFC 5322, 2045 to 2047). It refuses to
// be a mail library: it reads what Redress sends, and nothing with attachments.

import assert from 'node:assert/strict';

/**
 * @param {Buffer} raw the .eml file
 * @returns {{ to: string, from: string, subject: string, date: Date, headers: Map<string, string>, text: string, html: string, isWhole: boolean }}
 *   header names are in lower case; `isWhole` is false while the file is still being written
 */
export function parseMail(raw) {
  // Latin-1 keeps every byte as one character, until the part's own charset is known.
  const part = parsePart(raw.toString('latin1'));
  const header = (name) => part.headers.get(name) ?? '';
  const bodies = leaves(part);
  const body = (type) => bodies.find((leaf) => leaf.type === type)?.body() ?? '';
  return {
    to: header('to'),
    from: header('from'),
    subject: header('subject'),
    date: new Date(header('date')),
    headers: part.headers,
    text: body('text/plain'),
    html: body('text/html'),
    isWhole: part.isWhole && bodies.length > 0,
  };
}

/**
 * The one link of a mail that contains `containing` (a path such as `/confirm/`). It must be there once in
 * the text and, to the same address, once in the HTML.
 */
export function linkIn(mail, containing = '') {
  const inText = [...mail.text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([url]) => url.replace(/[.,;)]+$/, ''));
  const inHtml = [...mail.html.matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((m) => unescapeHtml(m[1] ?? m[2]));
  const [text, html] = [inText, inHtml].map((urls) => urls.filter((url) => url.includes(containing)));
  assert.equal(text.length, 1, `one link with '${containing}' in the text of: ${mail.subject}\n${mail.text}`);
  assert.deepEqual(html, text, `the same link in the HTML of: ${mail.subject}`);
  return text[0];
}

function parsePart(raw) {
  const end = raw.match(/\r?\n\r?\n/);
  const head = end ? raw.slice(0, end.index) : raw;
  const content = end ? raw.slice(end.index + end[0].length) : '';
  const headers = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => line.match(/^([^:\s]+):\s*(.*)$/))
      .filter(Boolean)
      .map(([, name, value]) => [name.toLowerCase(), decodeWords(value)]),
  );
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = contentType.split(';')[0].trim().toLowerCase();
  const boundary = parameter(contentType, 'boundary');
  if (!boundary) {
    const body = () => decode(content, headers, parameter(contentType, 'charset') ?? 'utf-8');
    return { headers, type, parts: [], body, isWhole: Boolean(end) };
  }
  const delimiter = new RegExp(`(?:^|\\r?\\n)--${escapeRegExp(boundary)}(--)?[ \\t]*(?:\\r?\\n|$)`);
  // The first piece is the preamble; split() also returns each delimiter's captured '--'.
  const pieces = content.split(delimiter);
  const parts = [];
  let isWhole = false;
  for (let at = 1; at < pieces.length; at += 2) {
    if (pieces[at] === '--') {
      isWhole = true;
      break;
    }
    parts.push(parsePart(pieces[at + 1]));
  }
  return { headers, type, parts, isWhole: isWhole && parts.every((part) => part.isWhole) };
}

function leaves(part) {
  return part.parts.length > 0 ? part.parts.flatMap(leaves) : part.body ? [part] : [];
}

function decode(content, headers, charset) {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(content, 'base64')
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(content.replace(/[ \t]*=\r?\n/g, ''))
        : Buffer.from(content, 'latin1');
  return new TextDecoder(charset).decode(bytes).replace(/\r\n/g, '\n');
}

/** RFC 2047: `=?utf-8?b?…?=`; white space between two encoded words is not part of the text. */
function decodeWords(value) {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([^?*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi, (_, charset, encoding, text) => {
      const bytes =
        encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQuotedPrintable(text.replaceAll('_', ' '));
      return new TextDecoder(charset).decode(bytes);
    });
}

function fromQuotedPrintable(text) {
  const bytes = text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function parameter(header, name) {
  const found = header.match(new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i'));
  return found?.[1] ?? found?.[2];
}

function unescapeHtml(text) {
  return text.replace(/&(?:amp|#38|#x26);/gi, '&').replace(/&(?:#x2f|#47);/gi, '/');
}

function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
