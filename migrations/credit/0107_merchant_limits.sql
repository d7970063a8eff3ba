-- What a merchant may have open or sell in a day is the versioned credit policy's to say (limits.merchants): a second place
-- that no decision reads would only look like a limit.
ALTER TABLE credit.merchants DROP COLUMN limit_open_exposure;
ALTER TABLE credit.merchants DROP COLUMN limit_per_day;
