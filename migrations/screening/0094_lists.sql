-- Delivery places beside the negative and positive lists, and what staff write about people out of plain sight.

-- Reason and note of new entries stand in the sealed value, so that they go when the tenant's key goes.
ALTER TABLE screening.list_entries ALTER COLUMN reason DROP NOT NULL;

ALTER TABLE screening.list_entries
    ADD COLUMN category text CHECK (category IN ('forwarding', 'hotel', 'weekly', 'depot', 'other')),
    DROP CONSTRAINT list_entries_list_check,
    ADD CONSTRAINT list_entries_list_check CHECK (list IN ('negative', 'positive', 'place')),
    ADD CONSTRAINT list_entries_place_check CHECK ((list = 'place') = (category IS NOT NULL));
