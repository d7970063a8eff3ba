-- A file whose batch was canceled or failed may be sent again; what runs or has run to its end is still told from the file alone.
DROP INDEX infra.batches_file;
CREATE UNIQUE INDEX batches_file ON infra.batches (tenant_id, reach, sha256) WHERE status IN ('processing', 'finished');
CREATE INDEX batches_ended_file ON infra.batches (tenant_id, reach, sha256) WHERE status IN ('canceled', 'failed');

-- The batch of the same file that ended early: lines that it did have their results from it.
ALTER TABLE infra.batches ADD COLUMN continues uuid;
ALTER TABLE infra.batches ADD FOREIGN KEY (tenant_id, continues) REFERENCES infra.batches (tenant_id, id);

-- A line that met a passing fault comes again; its batch rests until then. The instant is the system's, not the tenant's.
ALTER TABLE infra.batch_lines ADD COLUMN attempts smallint NOT NULL DEFAULT 0;
ALTER TABLE infra.batches ADD COLUMN waits_until timestamptz;
