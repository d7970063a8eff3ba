-- The order and the verdict that an enquiry served: the investigation is kept with the contract (割賦販売法35条の3の3). Null: the
-- order was refused before any verdict, or the enquiry is older than this.
ALTER TABLE credit.bureau_enquiries
    ADD COLUMN order_id uuid,
    ADD COLUMN decision_id uuid;
CREATE INDEX bureau_enquiries_order ON credit.bureau_enquiries (tenant_id, order_id) WHERE order_id IS NOT NULL;
