-- A bounced payment opens its invoice again; it is then overdue anew and told of once more.
SELECT directory.grant_to_app('DELETE', 'dunning.overdue_invoices');
