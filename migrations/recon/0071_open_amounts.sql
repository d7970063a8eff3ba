-- Candidates for a line that names nothing are looked for by their exact amount.
CREATE INDEX receivables_open_amount ON billing.receivables (tenant_id, outstanding) WHERE status = 'open';
