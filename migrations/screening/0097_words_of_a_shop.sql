-- What a shop's own client tells of a purchase's end counts at that shop alone: one shop must not be able to close another's door.
ALTER TABLE screening.key_outcomes ADD COLUMN of_merchant boolean NOT NULL DEFAULT false;
