-- What the buyer was shown of the plan when the order was taken: amounts, due dates, annual rate and wording (割賦販売法35条の3の2, の8).
-- Null: nothing was agreed, or the order is older than this column.
ALTER TABLE credit.orders ADD COLUMN payment_schedule jsonb;
