-- As signature-each.sql, with the row of the mail that is owed in the same transaction.
\set n random(1, 9223372036854775807)
\set m random(1, 9223372036854775807)
BEGIN;
INSERT INTO peer_signature (id, campaign_id, mailbox_hash, slot, name_hash, state, hold, method, visibility,
  residency, zip, share, news, comment_state, locale, version_id, source, sealed, received_at, confirmed_at,
  ended_at, reminded_at, mails, mailed_at)
VALUES (gen_random_uuid(), 'a3bb189e-8bf9-4888-9912-ace4e6543002', sha256(int8send(:n) || int8send(:m)), 1,
  sha256(int8send(:m)), 'pending', NULL, 'web', 'full', 'lives', '02121', false, false, 'none', 'en',
  'a3bb189e-8bf9-4888-9912-ace4e6543003', NULL,
  sha512(int8send(:n)) || sha512(int8send(:m)) || sha512(int8send(:n::bigint - 1)), 1764288000000, NULL,
  NULL, NULL, 1, 1764288000000);
INSERT INTO peer_outbox (id, campaign_id, kind, locale, sealed, state, attempts, due_at, created_at)
VALUES (gen_random_uuid(), 'a3bb189e-8bf9-4888-9912-ace4e6543002', 'confirm', 'en',
  sha512(int8send(:n)) || sha512(int8send(:m)) || sha512(int8send(:m::bigint - 1)) || sha512(int8send(:n::bigint - 2)),
  'queued', 0, 1764288000000, 1764288000000);
COMMIT;
