-- What pgbench commits, one transaction each, beside `cargo xtask bench signing`: a row equal to that of a
-- pending signature, in a table made like it with all its indexes.
\set n random(1, 9223372036854775807)
\set m random(1, 9223372036854775807)
INSERT INTO peer_signature (id, campaign_id, mailbox_hash, slot, name_hash, state, hold, method, visibility,
  residency, zip, share, news, comment_state, locale, version_id, source, sealed, received_at, confirmed_at,
  ended_at, reminded_at, mails, mailed_at)
VALUES (gen_random_uuid(), 'a3bb189e-8bf9-4888-9912-ace4e6543002', sha256(int8send(:n) || int8send(:m)), 1,
  sha256(int8send(:m)), 'pending', NULL, 'web', 'full', 'lives', '02121', false, false, 'none', 'en',
  'a3bb189e-8bf9-4888-9912-ace4e6543003', NULL,
  sha512(int8send(:n)) || sha512(int8send(:m)) || sha512(int8send(:n::bigint - 1)), 1764288000000, NULL,
  NULL, NULL, 1, 1764288000000);
