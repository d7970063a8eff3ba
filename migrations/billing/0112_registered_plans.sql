-- 割賦販売法35条の3の18第2項: the late charge of a registered plan is bounded by the statutory rate, as it stood when the debt began.
-- Null: the plan needed no registration, or the receivable is older than this column.
ALTER TABLE billing.receivables ADD COLUMN statutory_rate numeric(8, 6);
