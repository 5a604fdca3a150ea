-- An agreement of a document with itself: a check inside it that holds.

ALTER TABLE agreements ADD COLUMN
    document_id TEXT REFERENCES documents(id) ON DELETE CASCADE;  -- NULL: across documents

CREATE INDEX agreements_by_document ON agreements (document_id);
