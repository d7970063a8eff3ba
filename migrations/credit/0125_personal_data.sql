-- What disclosure, correction and erasure of a person's data need. The reason of a restriction names people: it is sealed
-- from now on; restriction_reason holds what was written before.
ALTER TABLE credit.buyers
    ADD COLUMN restriction_note bytea,
    ADD COLUMN erased_at timestamptz;

-- Erasure takes away words about a person and the keys by which it is found, and nothing else of rows that are else append-only.
SELECT directory.grant_to_app('UPDATE (note)', 'credit.decisions');
SELECT directory.grant_to_app('UPDATE (note)', 'credit.review_steps');
SELECT directory.grant_to_app('UPDATE (content)', 'dunning.notices');
SELECT directory.grant_to_app('DELETE', 'screening.screening_keys');
SELECT directory.grant_to_app('DELETE', 'screening.key_outcomes');
