-- Who claimed a review last, and the verdict that was waited for then. It outlives the claim: when the order is corrected, or another
-- content takes the place of the one that waited, whoever looked at the former one has not seen this.
ALTER TABLE credit.reviews
    ADD COLUMN seen_by text,
    ADD COLUMN seen_decision_id uuid;
