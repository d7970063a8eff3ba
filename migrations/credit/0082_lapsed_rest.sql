-- What lapsed unshipped gave its limit back: it is not shipped any more, even after the shipped part was taken back.
ALTER TABLE credit.orders ADD COLUMN amount_lapsed bigint NOT NULL DEFAULT 0 CHECK (amount_lapsed >= 0 AND amount_shipped + amount_lapsed <= amount);
