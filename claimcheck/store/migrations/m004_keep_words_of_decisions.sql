-- The words that a decided finding set against each other: by them a decision finds its
-- finding again where the id has changed, as when the date of an article was corrected.

CREATE TABLE review_words (
    finding_id TEXT NOT NULL
        REFERENCES reviews(finding_id) ON UPDATE CASCADE ON DELETE CASCADE,
    kind TEXT NOT NULL,
    side INTEGER NOT NULL,  -- number of the position
    source TEXT NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (finding_id, side, source, quote)
);

INSERT OR IGNORE INTO review_words
SELECT findings.id, findings.kind, positions.number, documents.source, claims.quote
FROM reviews
JOIN findings ON findings.id = reviews.finding_id
JOIN positions ON positions.finding_id = findings.id
JOIN position_claims ON position_claims.position_id = positions.id
JOIN claims ON claims.number = position_claims.claim
JOIN documents ON documents.id = claims.document_id;
