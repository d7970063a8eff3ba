-- How purchases ended, word by word; what followed from it on the lists; and statistics by day.

-- Every word about a purchase's end in the order in which it came; 'open' takes back what the platform itself had said.
-- The one with the latest occurred_at is in force and stands in screenings.outcome as well.
CREATE TABLE screening.outcomes (
    tenant_id uuid NOT NULL,
    screening_id uuid NOT NULL,
    seq integer NOT NULL,
    merchant_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('paid', 'overdue', 'bad_debt', 'chargeback', 'returned', 'fraud', 'legitimate', 'open')),
    source text NOT NULL CHECK (source IN ('api', 'billing')),
    event_id uuid,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, screening_id, seq)
);
-- An event teaches a purchase once, however often it is delivered.
CREATE UNIQUE INDEX outcomes_event ON screening.outcomes (tenant_id, screening_id, event_id) WHERE event_id IS NOT NULL;
SELECT directory.protect('screening.outcomes', 'SELECT, INSERT');
ALTER TABLE screening.outcomes ADD FOREIGN KEY (tenant_id, screening_id) REFERENCES screening.screenings (tenant_id, id);

-- List entries that an outcome made, by the purchase whose end it was: they go when that end is corrected.
CREATE TABLE screening.outcome_entries (
    tenant_id uuid NOT NULL,
    screening_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, screening_id, entry_id)
);
CREATE INDEX outcome_entries_entry ON screening.outcome_entries (tenant_id, entry_id);
SELECT directory.protect('screening.outcome_entries', 'SELECT, INSERT');
ALTER TABLE screening.outcome_entries ADD FOREIGN KEY (tenant_id, screening_id) REFERENCES screening.screenings (tenant_id, id);
ALTER TABLE screening.outcome_entries ADD FOREIGN KEY (tenant_id, entry_id) REFERENCES screening.list_entries (tenant_id, id);

-- What is usual at a merchant is read from this index alone; purchases that were refused are not its trade.
CREATE INDEX screenings_trade ON screening.screenings (tenant_id, merchant_id, created_at DESC) INCLUDE (amount) WHERE verdict <> 'ng';

-- Screenings of a day counted by what is asked of them, for each merchant and (merchant_id of zeros) for the whole tenant.
CREATE TABLE screening.daily_stats (
    tenant_id uuid NOT NULL,
    merchant_id uuid NOT NULL,
    day date NOT NULL,
    measure text NOT NULL,
    item text NOT NULL,
    detail text NOT NULL,
    verdict text NOT NULL,
    outcome text NOT NULL,
    screenings bigint NOT NULL,
    PRIMARY KEY (tenant_id, merchant_id, day, measure, item, detail, verdict, outcome)
);
CREATE INDEX daily_stats_day ON screening.daily_stats (tenant_id, day);
SELECT directory.protect('screening.daily_stats', 'SELECT, INSERT, DELETE');

-- The days that have been counted; a day after the last one is counted when it is asked for.
CREATE TABLE screening.counted_days (
    tenant_id uuid NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (tenant_id, day)
);
SELECT directory.protect('screening.counted_days', 'SELECT, INSERT');

-- One row per outcome of an earlier day, taken away by the run that counts the day again. Appended, so that outcomes do
-- not wait for each other.
CREATE TABLE screening.stale_days (
    tenant_id uuid NOT NULL,
    day date NOT NULL,
    screening_id uuid NOT NULL,
    seq integer NOT NULL,
    PRIMARY KEY (tenant_id, day, screening_id, seq)
);
SELECT directory.protect('screening.stale_days', 'SELECT, INSERT, DELETE');
