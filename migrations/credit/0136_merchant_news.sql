-- News of a merchant: how many events told of its life, and of how it is watched; the latter are the tenant's alone, so that each
-- is numbered for itself. What was told is kept, so that each morning tells it once: the due date that was announced, and
-- since when its figures are alarming.
ALTER TABLE credit.merchants
    ADD COLUMN event_seq bigint NOT NULL DEFAULT 0,
    ADD COLUMN monitoring_seq bigint NOT NULL DEFAULT 0,
    ADD COLUMN told_due_on date,
    ADD COLUMN alarmed_on date;
