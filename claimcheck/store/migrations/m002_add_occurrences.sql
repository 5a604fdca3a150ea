-- Events that several claims tell of, and the questions asked about each.

CREATE TABLE occurrences (
    id TEXT PRIMARY KEY,       -- hash of its claims' ids
    predicate TEXT NOT NULL,   -- the one that most of its claims have
    rank INTEGER NOT NULL      -- order as found
);

CREATE TABLE occurrence_claims (
    occurrence_id TEXT NOT NULL REFERENCES occurrences(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    PRIMARY KEY (occurrence_id, number)
);

ALTER TABLE findings ADD COLUMN
    occurrence_id TEXT REFERENCES occurrences(id) ON DELETE SET NULL;
ALTER TABLE agreements ADD COLUMN
    occurrence_id TEXT REFERENCES occurrences(id) ON DELETE SET NULL;

CREATE INDEX occurrence_claims_by_claim ON occurrence_claims (claim);
CREATE INDEX findings_by_occurrence ON findings (occurrence_id);
CREATE INDEX agreements_by_occurrence ON agreements (occurrence_id);
