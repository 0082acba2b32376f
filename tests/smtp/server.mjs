// A real SMTP server for the tests of sending: STARTTLS or TLS from the first byte, a login, receivers who
// are refused. It accepts on loopback alone, keeps nothing after its folder, and ends when its stdin does.
//
// node server.mjs OPTIONS, where OPTIONS is JSON:
//   folder    where each mail it takes becomes NNNN.json
//   security  'starttls', 'implicit' or 'none'
//   key, cert PEM files, unless security is 'none'
//   login     [user, password], if one is needed
//   port      the port; any free one if none is named
//
// It prints {"port":N} when it listens, then a line {"refused":CODE,"id":MESSAGE-ID} for every refusal; the
// Message-ID where the server has seen one. By the part before the @ of an address:
//   nobody   550, always            later  451 the first time, taken the second
//   heavy    552 after the data     again  451 after the data the first time, taken the second
//   closing  421 at the receiver    busy   451, always
//   stray    as sender: 553

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const options = JSON.parse(process.argv[2]);
const seen = new Set();
const connections = new Set();
let taken = 0;

const refusal = (responseCode, text, id = null) => {
  console.log(JSON.stringify({ refused: responseCode, id }));
  return Object.assign(new Error(text), { responseCode });
};
const messageId = (data) => data.match(/^Message-ID: *(\S+)/im)?.[1] ?? null;
const local = ({ address }) => address.split('@')[0];

const server = new SMTPServer({
  secure: options.security === 'implicit',
  ...(options.security === 'none' ? {} : { key: readFileSync(options.key), cert: readFileSync(options.cert) }),
  disabledCommands: [
    ...(options.security === 'starttls' ? [] : ['STARTTLS']),
    ...(options.login ? [] : ['AUTH']),
  ],
  authOptional: !options.login,
  disableReverseLookup: true,
  onConnect(session, done) {
    connections.add(session.id);
    done();
  },
  onAuth({ username, password }, session, done) {
    const [wantedUser, wantedPassword] = options.login;
    const isRight = username === wantedUser && password === wantedPassword;
    // Like real servers, it repeats what was said to it.
    return isRight ? done(null, { user: username }) : done(refusal(535, `5.7.8 ${username} is not let in`));
  },
  onMailFrom(address, session, done) {
    return local(address) === 'stray' ? done(refusal(553, `5.7.1 ${address.address} is not yours`)) : done();
  },
  onRcptTo(address, session, done) {
    const name = local(address);
    if (name === 'nobody') return done(refusal(550, `5.1.1 <${address.address}> no such user`));
    if (name === 'busy') return done(refusal(451, `4.3.0 <${address.address}> not now`));
    if (name === 'closing') return done(refusal(421, `4.3.2 <${address.address}> going down`));
    if (name === 'later' && !seen.has(address.address)) {
      seen.add(address.address);
      return done(refusal(451, `4.7.1 <${address.address}> greylisted`));
    }
    return done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const names = session.envelope.rcptTo.map(local);
      const data = Buffer.concat(chunks).toString('utf8');
      const id = messageId(data);
      if (names.includes('heavy')) return done(refusal(552, `5.3.4 too much for ${to}`, id));
      if (names.includes('again') && !seen.has(id)) {
        seen.add(id);
        return done(refusal(451, `4.3.1 <${to}> no room just now`, id));
      }
      taken += 1;
      const name = `${String(taken).padStart(4, '0')}.json`;
      const mail = {
        from: session.envelope.mailFrom.address,
        to,
        secure: session.secure,
        user: session.user ?? null,
        hello: session.hostNameAppearsAs,
        connections: connections.size,
        data,
      };
      // Renamed when whole: whoever waits for the file reads all of it.
      writeFileSync(join(options.folder, `.${name}`), JSON.stringify(mail));
      renameSync(join(options.folder, `.${name}`), join(options.folder, name));
      return done(null, '2.0.0 taken');
    });
  },
});

// A client that trusts nobody breaks its handshake; that is the test's business and not this server's end.
server.on('error', () => {});
server.listen(options.port ?? 0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
process.stdin.on('end', () => process.exit(0)).resume();
