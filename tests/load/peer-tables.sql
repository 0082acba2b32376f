DROP TABLE IF EXISTS peer_signature, peer_outbox;
CREATE TABLE peer_signature (LIKE signature INCLUDING ALL);
CREATE TABLE peer_outbox (LIKE outbox INCLUDING ALL);
