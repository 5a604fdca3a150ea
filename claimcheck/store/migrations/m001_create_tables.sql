-- The tables of the first release.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    claimcheck TEXT NOT NULL,  -- version of claimcheck
    model TEXT NOT NULL,       -- name and version of the English model
    at TEXT,                   -- when, only if the caller said so
    matched TEXT               -- digest of what this run matched; NULL: nothing
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,            -- "b2:" and the BLAKE2b digest of the text
    title TEXT,
    source TEXT NOT NULL UNIQUE,    -- path as given, or "-" for standard input
    authors TEXT NOT NULL,          -- JSON array of names
    publisher TEXT,
    published TEXT,                 -- ISO date; NULL: not known, and not guessed
    published_from TEXT,            -- origin of the date in force
    url TEXT,
    decoder TEXT NOT NULL,          -- how bytes became text
    extractor TEXT NOT NULL,        -- what took the text out of the file, with version
    raw_sha256 TEXT NOT NULL,       -- of the file's bytes
    reader TEXT NOT NULL,           -- what read the claims; "": to be read again
    run_id INTEGER NOT NULL REFERENCES runs(id),
    body_start INTEGER,             -- where prose starts, after the front matter
    body_end INTEGER,
    warnings TEXT NOT NULL,         -- JSON array of sentences
    text TEXT NOT NULL              -- as decoded; every offset counts its code points
);

CREATE TABLE document_fields (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    origin TEXT NOT NULL,  -- "front matter", "byline", ..., "user"
    start INTEGER,
    "end" INTEGER
);

-- Metadata set by the user: kept by source, so that it outlives a changed text.
CREATE TABLE overrides (
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (source, name)
);

CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,     -- counts sentences of the document from 0
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,      -- exclusive
    paragraph INTEGER NOT NULL,
    kind TEXT NOT NULL,          -- "prose", or why no claim is read from it
    UNIQUE (document_id, number)
);

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,     -- content hash: same words, same place, same id
    text TEXT NOT NULL,          -- the claim restated so that it stands alone
    quote TEXT NOT NULL,         -- documents.text from start to end
    document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    sentence INTEGER NOT NULL,   -- sentences.number
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,      -- exclusive
    subject TEXT NOT NULL,
    predicate TEXT NOT NULL,     -- verb lemma, or family of an event noun
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    attributed_to TEXT,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    words TEXT NOT NULL,         -- JSON array of [start, end)
    arguments TEXT NOT NULL      -- JSON array of participants and circumstances
);

CREATE TABLE entities (
    "key" TEXT PRIMARY KEY,  -- equal keys mean the same thing
    name TEXT NOT NULL,
    type TEXT NOT NULL,      -- "place" or "entity"
    label TEXT NOT NULL      -- person, organisation, country, ...
);

CREATE TABLE claim_values (
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    type TEXT NOT NULL,      -- "date", "quantity", "place" or "entity"
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "first" TEXT,            -- first day, inclusive
    "last" TEXT,             -- last day, inclusive
    edtf TEXT,
    basis TEXT,
    low REAL,                -- inclusive; exact digits are in value
    high REAL,
    unit TEXT,
    measure TEXT,
    entity TEXT REFERENCES entities("key"),
    value TEXT NOT NULL      -- the whole value as JSON
);

CREATE TABLE claim_entities (
    claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    entity TEXT NOT NULL REFERENCES entities("key"),
    role TEXT NOT NULL,      -- its part in the claim; "": mentioned
    PRIMARY KEY (claim, entity, role)
);

CREATE TABLE findings (
    id TEXT PRIMARY KEY,     -- hash of kind, occurrence and the positions' values
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL,   -- "conflict" or "possible"
    rule TEXT NOT NULL,
    why TEXT NOT NULL,
    scope TEXT NOT NULL,     -- "cross" or "internal"
    document_id TEXT REFERENCES documents(id) ON DELETE SET NULL,  -- of an internal one
    rank INTEGER NOT NULL,   -- order as found
    first_run INTEGER NOT NULL REFERENCES runs(id),
    gone_run INTEGER REFERENCES runs(id)  -- the run that found it no more
);

CREATE TABLE positions (
    id INTEGER PRIMARY KEY,
    finding_id TEXT NOT NULL REFERENCES findings(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    value TEXT NOT NULL,
    text TEXT NOT NULL,
    sources INTEGER NOT NULL  -- independent ones: a reprint adds none
);

CREATE TABLE position_claims (
    position_id INTEGER NOT NULL REFERENCES positions(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    PRIMARY KEY (position_id, number)
);

CREATE TABLE agreements (
    id TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    rank INTEGER NOT NULL
);

CREATE TABLE agreement_claims (
    agreement_id TEXT NOT NULL REFERENCES agreements(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    PRIMARY KEY (agreement_id, number)
);

-- Pairs of claims that differ without conflict, and the label that says why.
CREATE TABLE differences (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    why TEXT NOT NULL,
    left_claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    right_claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE
);

-- Decisions on findings; no foreign key, so that they outlive a re-ingest.
CREATE TABLE reviews (
    finding_id TEXT PRIMARY KEY,
    decision TEXT NOT NULL CHECK (decision IN ('confirmed', 'dismissed')),
    reason TEXT NOT NULL,
    at TEXT
);

CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- counts notes of the document from 0
    number TEXT NOT NULL,       -- as printed
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    markers TEXT NOT NULL       -- JSON array of [note, start, end)
);

CREATE TABLE citations (
    id INTEGER PRIMARY KEY,
    note_id INTEGER NOT NULL REFERENCES notes(id) ON DELETE CASCADE,
    document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT,
    url TEXT,
    short_for TEXT,             -- number of the note a short form stands for
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    csl TEXT NOT NULL,          -- CSL-JSON item
    spans TEXT NOT NULL         -- JSON array of [field, start, end)
);

CREATE TABLE claim_citations (
    claim INTEGER NOT NULL REFERENCES claims(number) ON DELETE CASCADE,
    citation_id INTEGER NOT NULL REFERENCES citations(id) ON DELETE CASCADE,
    PRIMARY KEY (claim, citation_id)
);

CREATE TABLE defects (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    note TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    why TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    covers TEXT NOT NULL        -- JSON array of [note, kind]
);

CREATE INDEX documents_by_run ON documents (run_id);
CREATE INDEX document_fields_by_document ON document_fields (document_id, number);
CREATE INDEX claims_by_document ON claims (document_id, start);
CREATE INDEX claims_by_predicate ON claims (predicate);
CREATE INDEX claim_values_by_claim ON claim_values (claim, number);
CREATE INDEX claim_values_by_day ON claim_values ("first", "last");
CREATE INDEX claim_values_by_entity ON claim_values (entity);
CREATE INDEX claim_entities_by_entity ON claim_entities (entity);
CREATE INDEX findings_by_document ON findings (document_id);
CREATE INDEX findings_by_first_run ON findings (first_run);
CREATE INDEX findings_by_gone_run ON findings (gone_run);
CREATE INDEX positions_by_finding ON positions (finding_id, number);
CREATE INDEX position_claims_by_claim ON position_claims (claim);
CREATE INDEX agreement_claims_by_claim ON agreement_claims (claim);
CREATE INDEX differences_by_left ON differences (left_claim);
CREATE INDEX differences_by_right ON differences (right_claim);
CREATE INDEX notes_by_document ON notes (document_id, position);
CREATE INDEX citations_by_note ON citations (note_id, position);
CREATE INDEX citations_by_document ON citations (document_id);
CREATE INDEX claim_citations_by_citation ON claim_citations (citation_id);
CREATE INDEX defects_by_document ON defects (document_id, position);

-- Full text of the claims; the triggers below keep it in step.
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    quote, text,
    content="claims", content_rowid="number", -- in the form that Datasette looks for
    tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER claims_after_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, quote, text)
    VALUES (new.number, new.quote, new.text);
END;

CREATE TRIGGER claims_after_delete AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, quote, text)
    VALUES ('delete', old.number, old.quote, old.text);
END;

CREATE TRIGGER claims_after_update AFTER UPDATE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, quote, text)
    VALUES ('delete', old.number, old.quote, old.text);
    INSERT INTO claims_fts (rowid, quote, text)
    VALUES (new.number, new.quote, new.text);
END;
