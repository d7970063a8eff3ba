// Generated from ../openapi.json by ./bnpl clients. Do not edit.

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type Webhooks = OnOrderEventWebhookRequest | OnShipmentEventWebhookRequest | OnInvoiceEventWebhookRequest | OnPaymentEventWebhookRequest | OnRefundEventWebhookRequest | OnCreditNoteEventWebhookRequest | OnDunningEventWebhookRequest | OnReceivableEventWebhookRequest | OnSettlementEventWebhookRequest | OnDisputeEventWebhookRequest | OnImportEventWebhookRequest | OnBatchEventWebhookRequest | OnMerchantEventWebhookRequest | OnMerchantMonitoringEventWebhookRequest | OnComplaintEventWebhookRequest;

export type AccountListResponse = {
    /**
     * The page, newest first.
     */
    data: Array<AccountResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type AccountResponse = {
    code: string;
    name: string;
    side: string;
};

export type AddListEntryRequest = {
    kind?: null | string;
    value?: null | ListValue;
    /**
     * Why, in words.
     */
    reason?: null | string;
    note?: null | string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant?: null | string;
    expires_at?: null | string;
};

export type AddPlaceRequest = {
    category?: null | string;
    name?: null | string;
    address?: null | string;
    note?: null | string;
};

export type AddReviewNoteRequest = {
    text?: null | string;
};

export type AddressKeySet = {
    k1: null | string;
    k2: null | string;
    k3: null | string;
};

export type AddressResult = {
    prefecture: null | string;
    city: null | string;
    town: null | string;
    numbers: Array<string>;
    building: null | string;
    room: null | string;
    level: string;
    confidence: string;
    keys: AddressKeySet;
    issues: Array<string>;
};

export type AdvanceTestClockRequest = {
    /**
     * Never back, at most 400 days ahead.
     */
    to: string;
};

export type AgePolicy = {
    minimum?: number;
    guardian_consent_under?: number;
    unknown?: string;
};

export type AgentKind = 'missing' | 'unknown' | 'browser' | 'in_app' | 'app' | 'bot' | 'headless' | 'http_library';

export type AgreedSchedule = {
    assumed_invoice_on: string;
    first_due_on: string;
    last_due_on: string;
    cash_price: number;
    fee_total: number;
    total: number;
    annual_rate: string;
    instalments: Array<PlanScheduleInstalment>;
    registration_required: boolean;
    buyer_notice: string;
};

export type AllocateRequest = {
    allocations?: null | Array<AllocationRequest>;
};

export type AllocationPartResponse = {
    instalment: string;
    component: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
};

export type AllocationRequest = {
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable?: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
};

export type AllocationResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    parts: Array<AllocationPartResponse>;
    /**
     * Business time of its making.
     */
    created_at: string;
    reversed_at: null | string;
};

export type AmendOrderRequest = {
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
    /**
     * By line.
     */
    lines?: null | Array<PurchaseLine>;
};

export type AntisocialConsent = {
    /**
     * Raised by every change; also the `ETag`.
     */
    version?: string;
    accepted_on?: null | string;
};

export type ApiClientResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    client_id: string;
    client_secret: null | string;
    name: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    /**
     * What its tokens may do.
     */
    scopes: Array<string>;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    previous_secret_until: null | string;
    expires_at: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type AuditEventResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    at: string;
    business_at: string;
    actor: string;
    action: string;
    resource: string;
    resource_id: string;
    fields: Array<string>;
    ip_address: null | string;
    request_id: null | string;
};

export type AuditVerdict = {
    ok: boolean;
    sealed_through: null | string;
    seals: number;
    unsealed: number;
    first_bad_seal: null | number;
    /**
     * Why, in words.
     */
    reason: null | string;
};

export type BacktestRequest = {
    candidate?: unknown;
    from?: null | string;
    to?: null | string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant?: null | string;
    limit?: null | number;
};

export type BacktestResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    policy: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: null | number;
    from: string;
    to: string;
    out_of_scope: number;
    not_replayable: number;
    truncated: boolean;
    table: VerdictTable;
};

export type BalanceResponse = {
    principal: number;
    fee: number;
    late_charge: number;
    total: number;
};

export type BankAccount = {
    bank_code?: string;
    bank_name?: null | string;
    branch_code?: string;
    branch_name?: null | string;
    account_type?: string;
    account_number?: string;
    holder_kana?: string;
};

export type BankTransferRequest = {
    /**
     * The invoice's id, `inv_…`.
     */
    invoice?: null | string;
    virtual_account?: unknown;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
    payer_kana?: null | string;
};

export type BatchCountsResponse = {
    ok: number;
    declined: number;
    failed: number;
    pending: number;
};

export type BatchCsvProfile = {
    code: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    document: null | CsvProfileDocument;
};

/**
 * The body of a `batch.*` webhook.
 */
export type BatchEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'batch.finished';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: BatchEventObject;
    };
};

/**
 * As GET answers it.
 */
export type BatchEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: string;
    failure: null | string;
    profile: string;
    csv_profile: null | BatchCsvProfile;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    /**
     * By line.
     */
    lines: number;
    counts: BatchCountsResponse;
    progress: string;
    results: string;
    duplicate_of: null | string;
    continues: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
    finished_at: null | string;
};

export type BatchLineResponse = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    ref: null | string;
    op: null | string;
    /**
     * Where it stands in its life.
     */
    status: string;
    status_code: null | number;
    resource: null | string;
    order_status: null | string;
    problem: null | {
        [key: string]: unknown;
    };
};

export type BatchResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: string;
    failure: null | string;
    profile: string;
    csv_profile: null | BatchCsvProfile;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    /**
     * By line.
     */
    lines: number;
    counts: BatchCountsResponse;
    progress: string;
    results: string;
    duplicate_of: null | string;
    continues: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
    finished_at: null | string;
};

export type BeforeAfter = {
    before: null | string;
    after: null | string;
};

/**
 * Who buys. An order needs name, phone and address.
 */
export type BuyerDetails = {
    /**
     * The shop's own number of its customer.
     */
    merchant_customer_no?: null | string;
    name?: null | string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana?: null | string;
    /**
     * With or without dashes.
     */
    phone?: null | string;
    /**
     * Where invoices and notices go.
     */
    email?: null | string;
    /**
     * Needed where the tenant's policy looks at age.
     */
    birth_date?: null | string;
    address?: null | PostalAddress;
    history?: null | BuyerHistory;
};

export type BuyerExport = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The buyer.
     */
    buyer: string;
    exported_at: string;
    profile: BuyerResponse;
    sections: {
        [key: string]: unknown;
    };
};

/**
 * What the shop knows of its customer.
 */
export type BuyerHistory = {
    member_since?: null | string;
    orders?: null | number;
    last_order_on?: null | string;
};

export type BuyerHistoryResponse = {
    orders: number;
    orders_authorized: number;
    orders_paid: number;
    overdue_invoices: number;
    charge_offs: number;
    first_seen_at: string;
    last_order_at: string;
};

export type BuyerLimitResponse = {
    cumulative: number;
    available: number;
};

export type BuyerLimits = {
    cumulative?: number;
    first_order?: null | number;
    per_order?: null | number;
};

export type BuyerResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    name: null | string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana: null | string;
    /**
     * With or without dashes.
     */
    phone: null | string;
    /**
     * Where invoices and notices go.
     */
    email: null | string;
    /**
     * Needed where the tenant's policy looks at age.
     */
    birth_date: null | string;
    address: null | PostalAddress;
    limit: BuyerLimitResponse;
    open_balance: number;
    history: BuyerHistoryResponse;
    restrictions: BuyerRestrictionsResponse;
    erased_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
};

export type BuyerRestrictionsResponse = {
    use: boolean;
    contact: boolean;
    /**
     * Why, in words.
     */
    reason: null | string;
};

/**
 * Why the order ends.
 */
export type CancelOrderRequest = {
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type CandidateResponse = {
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    evidence: Array<string>;
    confidence: number;
};

/**
 * Who carries a parcel.
 */
export type Carrier = 'yamato' | 'sagawa' | 'japan_post' | 'seino' | 'fukuyama' | 'other';

export type ChangedScreening = {
    /**
     * The screening that it rests on, `scr_…`.
     */
    screening: string;
    before: Verdict;
    after: Verdict;
    outcome: null | string;
    rules_gained: Array<string>;
    rules_lost: Array<string>;
};

export type CheckStanding = {
    kind: string;
    demanded: boolean;
    state: string;
    checked_on: null | string;
    valid_until: null | string;
    blocks: boolean;
};

export type ClaimReviewRequest = {
    force?: null | boolean;
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type ClearingBalance = {
    code: string;
    balance: number;
};

export type CloseComplaintRequest = {
    outcome?: null | string;
    note?: null | string;
    closed_on?: null | string;
};

export type CloseOrderRequest = {
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type ClosePeriodRequest = {
    accept?: null | Array<string>;
};

/**
 * The body of a `complaint.*` webhook.
 */
export type ComplaintEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'complaint.recorded' | 'complaint.closed';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: ComplaintEventObject;
    };
};

/**
 * As GET answers it, without `note`, `closing_note` — fetch those with a token.
 */
export type ComplaintEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    category: string;
    opened_on: string;
    /**
     * The order's id, `ord_…`.
     */
    order: null | string;
    outcome: null | string;
    closed_on: null | string;
    recorded_by: string;
    closed_by: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ComplaintRequest = {
    category?: null | string;
    opened_on?: null | string;
    /**
     * The order's id, `ord_…`.
     */
    order?: null | string;
    note?: null | string;
};

export type ComplaintResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    category: string;
    opened_on: string;
    /**
     * The order's id, `ord_…`.
     */
    order: null | string;
    note: null | string;
    outcome: null | string;
    closing_note: null | string;
    closed_on: null | string;
    recorded_by: string;
    closed_by: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ComponentsResponse = {
    principal: number;
    fee: number;
    late_charge: number;
};

/**
 * What the buyer agreed to, and when.
 */
export type Consent = {
    kind?: null | ConsentKind;
    /**
     * Raised by every change; also the `ETag`.
     */
    version?: null | string;
    accepted_at?: null | string;
};

export type ConsentKind = 'terms' | 'privacy' | 'credit_bureau' | 'guardian';

export type ContactHours = {
    from?: string;
    to?: string;
    is_within_custom?: boolean;
};

export type ContentAddressee = {
    name: string;
    postal_code: string;
    address: string;
    /**
     * Where invoices and notices go.
     */
    email: null | string;
};

export type ContentAmount = {
    description: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    tax: null | string;
};

export type ContentInstalment = {
    number: number;
    /**
     * The last day to pay.
     */
    due_on: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
};

export type ContentLine = {
    description: string;
    /**
     * How many.
     */
    quantity: number;
    /**
     * Yen, tax included.
     */
    unit_price: number;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * A decimal string: `0.10`, `0.08`, `0`.
     */
    tax_rate: string;
};

/**
 * Part of an order's line.
 */
export type ContentLineRequest = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    /**
     * How many.
     */
    quantity: number;
};

export type ContentParty = {
    name: string;
    address: null | string;
    /**
     * With or without dashes.
     */
    phone: null | string;
    registration_number: null | string;
};

export type ContentSlip = {
    barcode_number: string;
    payable_until: null | string;
    stamp_duty: boolean;
};

export type CorrectBuyerRequest = {
    name?: null | string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana?: null | string;
    /**
     * With or without dashes.
     */
    phone?: null | string;
    /**
     * Where invoices and notices go.
     */
    email?: null | string;
    /**
     * Needed where the tenant's policy looks at age.
     */
    birth_date?: null | string;
    address?: null | PostalAddress;
    /**
     * Why, in words.
     */
    reason?: null | string;
};

/**
 * Corrected buyer fields; what is left out stays.
 */
export type CorrectOrderRequest = {
    buyer: BuyerDetails;
};

export type CountAndShare = {
    count: number;
    share: null | string;
};

/**
 * A program that may call the API.
 */
export type CreateApiClientRequest = {
    name: string;
    /**
     * What its tokens may do.
     */
    scopes: Array<string>;
    /**
     * The shop's id, `mer_…`.
     */
    merchant?: null | string;
    expires_at?: null | string;
};

/**
 * An address that events are sent to.
 */
export type CreateWebhookEndpointRequest = {
    /**
     * https; a test tenant may name a loopback address unless the host forbids it.
     */
    url: string;
    /**
     * The types to send.
     */
    events: Array<string>;
    /**
     * The shop's id, `mer_…`.
     */
    merchant?: null | string;
};

/**
 * The body of a `credit_note.*` webhook.
 */
export type CreditNoteEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'credit_note.created';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: CreditNoteEventObject;
    };
};

export type CreditNoteEventLine = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    /**
     * How many.
     */
    quantity: number;
};

/**
 * As GET answers it.
 */
export type CreditNoteEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    number: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * Why, in words.
     */
    reason: CreditNoteReason;
    credited_on: string;
    lines: Array<CreditNoteEventLine>;
    tax_by_rate: Array<TaxShare>;
    receivables: Array<CreditedReceivableResponse>;
    refund: null | string;
    refunds: Array<string>;
    /**
     * Invoice ids.
     */
    invoices: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type CreditNoteReason = 'return' | 'discount' | 'not_delivered' | 'other';

/**
 * What was credited, and what followed from it.
 */
export type CreditNoteResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    number: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * Why, in words.
     */
    reason: CreditNoteReason;
    credited_on: string;
    /**
     * By line.
     */
    lines: Array<ShipmentLineResponse>;
    tax_by_rate: Array<TaxShare>;
    receivables: Array<CreditedReceivableResponse>;
    refund: null | string;
    refunds: Array<string>;
    /**
     * Invoice ids.
     */
    invoices: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type CreditPolicyRequest = {
    age?: null | AgePolicy;
    goods?: null | GoodsPolicy;
    growth?: null | Array<GrowthTier>;
    limits?: null | ExposureLimits;
    overdue?: null | OverduePolicy;
    verification?: null | VerificationPolicy;
    screening?: null | ScreeningMapping;
    registration?: null | RegistrationPolicy;
    note?: null | string;
};

export type CreditPolicyResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    in_force: boolean;
    source: string;
    activated_from: null | number;
    age: AgePolicy;
    goods: GoodsPolicy;
    growth: Array<GrowthTier>;
    limits: ExposureLimits;
    overdue: OverduePolicy;
    verification: VerificationPolicy;
    screening: ScreeningMapping;
    registration: RegistrationPolicy;
    settings: PolicySettings;
    note: string;
    created_by: string;
    /**
     * Business time of its making.
     */
    created_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
};

export type CreditPolicySummary = {
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    in_force: boolean;
    source: string;
    activated_from: null | number;
    note: string;
    created_by: string;
    /**
     * Business time of its making.
     */
    created_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
};

export type CreditRegistration = {
    number?: string;
    valid_to?: string;
};

export type CreditedReceivableResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
};

export type CsvProfileColumn = {
    header: string;
    column: null | string;
};

export type CsvProfileColumnRequest = {
    header?: null | string;
    column?: null | string;
};

export type CsvProfileDocument = {
    kind: string;
    name: null | string;
    encoding: string;
    delimiter: string;
    date_format: null | string;
    values: string;
    other_columns: string;
    columns: Array<CsvProfileColumn>;
    fixed: {
        [key: string]: null | string;
    };
};

export type CsvProfileList = {
    /**
     * The page, newest first.
     */
    data: Array<CsvProfileResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type CsvProfileRequest = {
    kind?: null | string;
    name?: null | string;
    encoding?: null | string;
    delimiter?: null | string;
    date_format?: null | string;
    values?: null | string;
    other_columns?: null | string;
    columns?: null | Array<CsvProfileColumnRequest>;
    fixed?: null | {
        [key: string]: null | string;
    };
};

export type CsvProfileResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    code: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    built_in: boolean;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    kind: string;
    name: null | string;
    encoding: string;
    delimiter: string;
    date_format: null | string;
    values: string;
    other_columns: string;
    columns: Array<CsvProfileColumn>;
    fixed: {
        [key: string]: null | string;
    };
    /**
     * Business time of its making.
     */
    created_at: null | string;
    updated_at: null | string;
};

export type DailySummaryResponse = {
    date: string;
    bank_in: number;
    bank_out: number;
    matched: number;
    unapplied: number;
    ignored: number;
    clearing: Array<ClearingBalance>;
    ledger_bank: number;
    difference: number;
};

export type DayStats = {
    date: string;
    screenings: number;
    verdicts: {
        [key: string]: CountAndShare;
    };
    approval_rate: null | string;
};

export type DecideReviewRequest = {
    result: ReviewDecision;
    note?: null | string;
    /**
     * Puts the buyer of a declined order on the tenant's negative list.
     */
    register_negative?: null | boolean;
};

export type DecidedCounts = {
    total: number;
    approved: number;
    declined: number;
    before_deadline: number;
};

/**
 * A reason that buyer or shop can act on.
 */
export type DecisionReason = {
    code: DecisionReasonCode;
    /**
     * The dotted path of the input that it is about, or null.
     */
    field: null | string;
};

/**
 * Hold reasons, then decline reasons.
 */
export type DecisionReasonCode = 'address_incomplete' | 'address_unknown' | 'name_incomplete' | 'phone_invalid' | 'manual_review' | 'verification_required' | 'amount_over_limit' | 'amount_under_minimum' | 'buyer_limit_reached' | 'buyer_overdue' | 'information_missing' | 'risk_policy' | 'merchant_restricted' | 'goods_not_allowed' | 'plan_not_allowed' | 'underage';

export type DecisionResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    result: DecisionResult;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: string;
    reviewer: null | string;
    /**
     * When it was decided.
     */
    decided_at: string;
    /**
     * A hold that nobody decided by then takes the tenant's default.
     */
    deadline_at: null | string;
    /**
     * The screening that it rests on, `scr_…`.
     */
    screening: null | string;
    model: null | string;
    policy_version: number;
    screening_policy_version: null | number;
    /**
     * What buyer or shop can act on. Rule names are never told.
     */
    reasons: Array<DecisionReason>;
    /**
     * To be shown to the buyer, in polite Japanese.
     */
    buyer_message: null | string;
    rules: unknown;
    facts: unknown;
    note: null | string;
};

/**
 * A verdict on an order.
 */
export type DecisionResult = 'approved' | 'hold' | 'declined';

export type DegradedPart = {
    part: string;
    count: number;
};

/**
 * Where the goods go.
 */
export type Delivery = {
    same_as_buyer?: null | boolean;
    name?: null | string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana?: null | string;
    /**
     * With or without dashes.
     */
    phone?: null | string;
    address?: null | PostalAddress;
};

/**
 * What the checkout saw of the buyer's browser; the device tag fills `session`.
 */
export type Device = {
    session?: null | string;
    ip?: null | string;
    user_agent?: null | string;
    accept_language?: null | string;
    timezone?: null | string;
    cookie_id?: null | string;
};

export type DeviceAgentSummary = {
    kind: AgentKind;
    family: null | string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: null | number;
    os: null | string;
    mobile: null | boolean;
};

export type DeviceNetworkSummary = {
    country: null | string;
    abroad: null | boolean;
    hosting: null | boolean;
    operator: null | string;
    reserved: boolean;
};

export type DeviceSummary = {
    session: string;
    agent: null | DeviceAgentSummary;
    network: null | DeviceNetworkSummary;
};

/**
 * The body of a `dispute.*` webhook.
 */
export type DisputeEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'dispute.opened' | 'dispute.resolved';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        /**
         * What happened; see the resource's own call for its members.
         */
        object: {
            [key: string]: unknown;
        };
    };
};

export type DunningCaseResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The buyer.
     */
    buyer: string;
    pause: null | DunningPause;
    promise: null | DunningPromise;
    opened_on: string;
    closed_on: null | string;
    notices: Array<DunningNoticeResponse>;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

/**
 * The body of a `dunning.*` webhook.
 */
export type DunningEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'dunning.step_sent' | 'dunning.paused' | 'dunning.resumed' | 'dunning.promise_made' | 'dunning.promise_broken';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        /**
         * What happened; see the resource's own call for its members.
         */
        object: {
            [key: string]: unknown;
        };
    };
};

export type DunningNoticeResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    instalment: string;
    /**
     * The invoice's id, `inv_…`.
     */
    invoice: string;
    offset_days: number;
    channel: string;
    template: string;
    fee: number;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    slip_version: number;
    subject: null | string;
    text: null | string;
    business_date: string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type DunningPause = {
    /**
     * Why, in words.
     */
    reason: string;
    until: null | string;
};

export type DunningPolicy = {
    steps?: null | Array<DunningStep>;
    quiet_days?: null | number;
    contact_hours?: null | ContactHours;
    late_charge_rate?: null | string;
    grace_days?: null | number;
    annual_rate?: number;
};

export type DunningPolicyResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    steps: Array<DunningStep>;
    quiet_days: number;
    contact_hours: ContactHours;
    late_charge_rate: string;
    grace_days: number;
};

export type DunningPromise = {
    on: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
};

export type DunningStep = {
    offset_days?: null | number;
    channel?: null | string;
    template?: null | string;
    fee?: number;
    reissue_slip?: boolean;
    action?: null | string;
};

export type DurationPercentiles = {
    count: number;
    p50: null | number;
    p90: null | number;
    p99: null | number;
    max: null | number;
};

/**
 * A basket at the checkout.
 */
export type EligibilityRequest = {
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * As far as the checkout knows them; may be left out.
     */
    buyer?: null | BuyerDetails;
    /**
     * By line.
     */
    lines?: null | Array<PurchaseLine>;
    /**
     * When the buyer ordered.
     */
    ordered_at?: null | string;
    plan?: null | string;
};

/**
 * The plans that the checkout may offer.
 */
export type EligibilityResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * Whether any plan may be offered.
     */
    eligible: boolean;
    /**
     * Every plan of the tenant, with its verdict.
     */
    plans: Array<EligiblePlan>;
};

/**
 * One plan and what an order on it would be answered now.
 */
export type EligiblePlan = {
    /**
     * For `payment_plan` of the order.
     */
    code: string;
    kind: string;
    count: number;
    interval: string;
    fee_kind: string;
    fee_rate: string;
    /**
     * Whether it may be offered.
     */
    eligible: boolean;
    /**
     * What an order would be answered now.
     */
    result: DecisionResult;
    /**
     * What buyer or shop can act on. Rule names are never told.
     */
    reasons: Array<DecisionReason>;
    schedule: PlanSchedule;
    registration_required: boolean;
    /**
     * What the order must tell beside the usual, such as `finances.annual_income` and `consents.credit_bureau`; without it, it is declined `information_missing`.
     */
    requires: Array<string>;
    buyer_notice: string;
};

export type EmailResult = {
    canonical: null | string;
    disposable: boolean;
    kind: string;
    provider: null | string;
    suggested_domain: null | string;
    issues: Array<string>;
};

export type EraseBuyerRequest = {
    unsold_only?: null | boolean;
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type EraseBuyerResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    erased: boolean;
    orders: number;
    erased_at: string;
};

export type EventData = {
    object: unknown;
};

export type EventDeliveryResponse = {
    endpoint: string;
    state: string;
    attempts: number;
    last_status: null | number;
    last_error: null | string;
    delivered_at: null | string;
    next_attempt_at: null | string;
};

/**
 * Something that happened, as it was sent to webhook endpoints.
 */
export type EventResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    type: string;
    /**
     * Business time of its making.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    /**
     * `object` is the resource's answer without personal data.
     */
    data: EventData;
    /**
     * Only when one event is asked for.
     */
    deliveries: null | Array<EventDeliveryResponse>;
};

export type ExchangeRecordResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    name: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    status_since: string;
    reason_code: null | string;
    corporate_number: null | string;
    address: null | string;
    /**
     * With or without dashes.
     */
    phone: null | string;
    representative_name: null | string;
    representative_name_kana: null | string;
    representative_birth_date: null | string;
    sites: Array<string>;
    sales_methods: Array<string>;
    complaints: Array<ExchangedComplaints>;
    made_on: string;
};

export type ExchangedComplaints = {
    category: string;
    opened: number;
    open: number;
    unfounded: number;
};

export type ExpectedSales = {
    monthly_amount?: null | number;
    average_order?: null | number;
};

export type ExposureLimits = {
    tenant_open?: null | number;
    merchant?: MerchantExposure;
    merchants?: {
        [key: string]: MerchantExposure;
    };
};

export type FeatureDrift = {
    feature: string;
    stability: number;
    level: string;
};

export type FeeAssignmentRequest = {
    plan?: null | string;
    commission_rate?: null | string;
    valid_from?: null | string;
};

export type FeeAssignmentResponse = {
    plan: null | string;
    commission_rate: null | string;
    valid_from: string;
    valid_to: null | string;
};

export type FeePlanRequest = {
    code?: null | string;
    name?: null | string;
    commission_rate?: null | string;
    order_fee?: null | number;
    invoice_fees?: null | InvoiceFees;
    monthly_fee?: null | number;
    settlement_cycle?: null | string;
    valid_from?: null | string;
};

export type FeePlanResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    code: string;
    name: string;
    commission_rate: string;
    order_fee: number;
    invoice_fees: InvoiceFees;
    monthly_fee: number;
    settlement_cycle: string;
    valid_from: string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type FeeTermsResponse = {
    plan: null | string;
    commission_rate: string;
    order_fee: number;
    invoice_fees: InvoiceFees;
    monthly_fee: number;
    settlement_cycle: string;
};

/**
 * One thing wrong with a request.
 */
export type FieldError = {
    /**
     * The dotted path: `buyer.address.postal_code`, `lines[0].quantity`.
     */
    field: string;
    /**
     * Stable, for programs.
     */
    code: string;
    /**
     * For people; may change.
     */
    message: string;
};

/**
 * For plans that need registration: what the buyer said about their means.
 */
export type Finances = {
    annual_income?: null | number;
    household_size?: null | number;
    housing?: null | string;
    debts?: null | number;
};

export type FirstClientResponse = {
    client_id: string;
    client_secret: null | string;
};

export type FourEyes = {
    review_over?: null | number;
    refund_over?: null | number;
    payout_over?: null | number;
};

export type FunctionReference = {
    name: string;
    takes: string;
    gives: string;
    description: string;
};

export type GoodsPolicy = {
    not_allowed?: Array<string>;
};

export type GrowthTier = {
    orders_paid?: number;
    cumulative?: number;
};

export type IFormFile = Blob | File;

export type IgnoreLineRequest = {
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type ImportAmounts = {
    matched: number;
    unmatched: number;
    duplicate: number;
    ignored: number;
    refunded: number;
};

/**
 * The body of an `import.*` webhook.
 */
export type ImportEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'import.finished';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: ImportEventObject;
    };
};

/**
 * As GET answers it.
 */
export type ImportEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: null | string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    format: string;
    /**
     * Where it stands in its life.
     */
    status: ImportStatus;
    /**
     * By line.
     */
    lines: number;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    matched: number;
    unmatched: number;
    duplicate: number;
    ignored: number;
    refunded: number;
    amounts: ImportAmounts;
    progress: string;
    preview: boolean;
    duplicate_of: null | string;
    /**
     * Business time of its making.
     */
    created_at: null | string;
    finished_at: null | string;
};

export type ImportRequest = {
    file?: IFormFile;
    format?: string;
    preview?: null | boolean;
};

export type ImportResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: null | string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    format: string;
    /**
     * Where it stands in its life.
     */
    status: ImportStatus;
    /**
     * By line.
     */
    lines: number;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    matched: number;
    unmatched: number;
    duplicate: number;
    ignored: number;
    refunded: number;
    amounts: ImportAmounts;
    progress: string;
    preview: boolean;
    duplicate_of: null | string;
    /**
     * Business time of its making.
     */
    created_at: null | string;
    finished_at: null | string;
};

export type ImportStatus = 'processing' | 'finished' | 'failed';

export type InstalmentResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    number: number;
    /**
     * The last day to pay.
     */
    due_on: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * What of it was credited.
     */
    amount_credited: number;
    fee: number;
    late_charge: number;
    paid: ComponentsResponse;
    balance: BalanceResponse;
};

export type InvoiceContent = {
    kind: string;
    number: string;
    /**
     * The day it was issued.
     */
    issued_on: string;
    /**
     * The last day to pay.
     */
    due_on: string;
    operator: ContentParty;
    merchant: ContentParty;
    addressee: ContentAddressee;
    /**
     * The shop's own number.
     */
    merchant_order_no: string;
    ordered_on: string;
    supplied_on: null | string;
    instalment_number: number;
    instalment_count: number;
    /**
     * By line.
     */
    lines: Array<ContentLine>;
    tax_by_rate: Array<TaxShare>;
    adjustments: Array<ContentAmount>;
    charges: Array<ContentAmount>;
    amount_due: number;
    payment_slip: null | ContentSlip;
    virtual_account: null | VirtualAccount;
    /**
     * The buyer's own page.
     */
    pay_url: string;
    support_phone: null | string;
    support_hours: null | string;
    late_charge_rate: string;
    late_charge_bound_rate: null | string;
    later_instalments: Array<ContentInstalment>;
};

/**
 * How the buyer gets the invoice: by mail, by letter, in the parcel, or not by us.
 */
export type InvoiceDelivery = 'email' | 'post' | 'bundled' | 'none';

/**
 * The body of an `invoice.*` webhook.
 */
export type InvoiceEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'invoice.issued' | 'invoice.sent' | 'invoice.reissued' | 'invoice.overdue' | 'invoice.paid';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: InvoiceEventObject;
    };
};

/**
 * As GET answers it, without `pay_url` — fetch those with a token.
 */
export type InvoiceEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: InvoiceStatus;
    number: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: null | string;
    instalment: null | InvoiceInstalmentResponse;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    balance: BalanceResponse;
    tax_by_rate: Array<TaxShare>;
    /**
     * The day it was issued.
     */
    issued_on: string;
    /**
     * The last day to pay.
     */
    due_on: string;
    delivery: InvoiceDelivery;
    sent_at: null | string;
    /**
     * The current slip of `payment_slips`, or null.
     */
    payment_slip: null | PaymentSlipResponse;
    payment_slips: Array<PaymentSlipResponse>;
    virtual_account: null | VirtualAccountResponse;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type InvoiceFees = {
    /**
     * Where invoices and notices go.
     */
    email?: null | number;
    post?: null | number;
    bundled?: null | number;
};

export type InvoiceInstalmentResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    number: number;
    of: number;
};

/**
 * What the buyer is asked to pay.
 */
export type InvoiceResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: InvoiceStatus;
    number: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: null | string;
    instalment: null | InvoiceInstalmentResponse;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    balance: BalanceResponse;
    tax_by_rate: Array<TaxShare>;
    /**
     * The day it was issued.
     */
    issued_on: string;
    /**
     * The last day to pay.
     */
    due_on: string;
    delivery: InvoiceDelivery;
    sent_at: null | string;
    /**
     * The current slip of `payment_slips`, or null.
     */
    payment_slip: null | PaymentSlipResponse;
    payment_slips: Array<PaymentSlipResponse>;
    virtual_account: null | VirtualAccountResponse;
    /**
     * The buyer's own page; whoever has it can see and pay the invoice.
     */
    pay_url: string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type InvoiceStatus = 'draft' | 'issued' | 'sent' | 'partially_paid' | 'paid' | 'void';

/**
 * How the buyer wants the invoice.
 */
export type InvoiceWish = {
    delivery?: null | InvoiceDelivery;
};

/**
 * A return or discount: by `lines` or by `amount`.
 */
export type IssueCreditNoteRequest = {
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
    /**
     * By line.
     */
    lines?: null | Array<ContentLineRequest>;
    /**
     * The newest receivable first when left out.
     */
    shipment?: null | string;
    /**
     * Why, in words.
     */
    reason: CreditNoteReason;
};

export type IssuerMetadata = {
    issuer: string;
    token_endpoint: string;
    jwks_uri: string;
    scopes_supported: Array<string>;
    response_types_supported: Array<string>;
    grant_types_supported: Array<string>;
    token_endpoint_auth_methods_supported: Array<string>;
    id_token_signing_alg_values_supported: Array<string>;
    subject_types_supported: Array<string>;
    service_documentation: string;
};

export type KanaPlausibility = {
    family: null | boolean;
    given: null | boolean;
};

export type KeySet = {
    keys: Array<PublishedKey>;
};

export type KonbiniPaymentRequest = {
    /**
     * The invoice's id, `inv_…`.
     */
    invoice: string;
    slip_version?: null | number;
    stage?: null | string;
};

export type KonbiniSettings = {
    company_code?: string;
    agent_code?: string;
    layout?: string;
    pos_grace_days?: number;
};

export type LatencyPercentiles = {
    p50: null | number;
    p90: null | number;
    p99: null | number;
};

export type LedgerEntryResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    booked_on: string;
    value_on: string;
    debit: string;
    credit: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    source: string;
    source_id: null | string;
    rule: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: null | string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    posted_at: string;
};

export type LimitReference = {
    rules: number;
    lists: number;
    list_values: number;
    points: number;
    threshold: number;
    condition_length: number;
    nesting: number;
};

export type LineAccount = {
    bank_code: string;
    branch_code: string;
    account_number: string;
};

export type LineDecisionResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    matches: Array<LineMatchResponse>;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
};

/**
 * `item` when left out.
 */
export type LineKind = 'item' | 'shipping' | 'fee' | 'discount';

export type LineMatchResponse = {
    payment: null | string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: null | string;
    clearing: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: string;
    evidence: Array<string>;
};

export type LinePartRequest = {
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable?: null | string;
    payment?: null | string;
    clearing?: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
};

export type LineResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    import: string;
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    kind: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    booked_on: string;
    value_on: string;
    barcode: null | string;
    account: null | LineAccount;
    remitter_code: null | string;
    cancels: boolean;
    payer_name: null | string;
    sending_bank: null | string;
    sending_branch: null | string;
    edi: null | string;
    narrative: null | string;
    reference: null | string;
    payment: null | string;
    note: null | string;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: null | string;
    matches: Array<LineMatchResponse>;
    candidates: Array<CandidateResponse>;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ListChange = {
    name: string;
    added: number;
    removed: number;
    added_values: Array<string>;
    removed_values: Array<string>;
};

export type ListEntryResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    kind: string;
    value: ListValue;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    /**
     * Why, in words.
     */
    reason: string;
    note: null | string;
    source: string;
    created_by: string;
    /**
     * Business time of its making.
     */
    created_at: string;
    expires_at: null | string;
};

export type ListImportResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    list: string;
    rows: number;
    imported: number;
    skipped: number;
    preview: boolean;
};

export type ListValue = {
    name?: null | string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana?: null | string;
    address?: null | string;
    /**
     * With or without dashes.
     */
    phone?: null | string;
    /**
     * Where invoices and notices go.
     */
    email?: null | string;
    device?: null | string;
    ip?: null | string;
    card?: null | string;
};

export type MailResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    kind: string;
    channel: string;
    /**
     * The invoice's id, `inv_…`.
     */
    invoice: null | string;
    state: string;
    attempts: number;
    last_error: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    next_attempt_at: string;
    sent_at: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type MailSettings = {
    from?: string;
    reply_to?: null | string;
};

export type MatchLineRequest = {
    allocations?: null | Array<LinePartRequest>;
    learn_payer?: null | boolean;
};

export type MatchedCluster = {
    size: number;
    bad: number;
    overdue: number;
};

export type MatchedEntries = {
    negatives: Array<MatchedEntry>;
    positives: Array<MatchedEntry>;
    places: Array<MatchedPlace>;
    similar: Array<SimilarPurchase>;
    cluster: null | MatchedCluster;
    shared: null | MatchedShared;
};

export type MatchedEntry = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    kind: string;
    /**
     * Why, in words.
     */
    reason: string;
};

export type MatchedPlace = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    category: string;
    field: string;
};

export type MatchedShared = {
    grade: string;
    kinds: Array<string>;
};

export type MerchantBackground = {
    legal_kind?: null | string;
    corporate_number?: null | string;
    representative?: null | Representative;
    business?: null | string;
    goods?: null | Array<string>;
    sales_channels?: null | Array<string>;
    sites?: null | Array<string>;
    sales_methods?: null | Array<string>;
    antisocial_consent?: null | AntisocialConsent;
    expected?: null | ExpectedSales;
    sells_by_specified_contract?: boolean;
    sells_from_afar?: boolean;
};

export type MerchantCheckRequest = {
    kind?: null | string;
    occasion?: null | string;
    outcome?: null | string;
    note?: null | string;
    valid_until?: null | string;
    checked_on?: null | string;
};

export type MerchantCheckResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    kind: string;
    occasion: string;
    outcome: string;
    note: null | string;
    valid_until: null | string;
    checked_on: string;
    by: string;
    suggested_action: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type MerchantDocumentForm = {
    file?: IFormFile;
    kind?: string;
    expires_on?: null | string;
    replaces?: null | string;
};

export type MerchantDocumentResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    kind: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    replaced_by: null | string;
    file_name: null | string;
    media_type: string;
    size: number;
    expires_on: null | string;
    expired: boolean;
    withdrawn_reason: null | string;
    uploaded_by: string;
    uploaded_at: string;
    ended_by: null | string;
    ended_at: null | string;
};

/**
 * The body of a `merchant.*` webhook.
 */
export type MerchantEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'merchant.submitted' | 'merchant.returned' | 'merchant.activated' | 'merchant.restricted' | 'merchant.closed';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: MerchantEventObject;
    };
};

/**
 * As GET answers it, without `address`, `phone`, `contact_email`, `bank_account`, `profile`, `specified_contract`, `fee_rate`, `settlement_cycle`, `status_reason`, `reason_code`, `missing`, `checks`, `check_due_on`, `check_due` — fetch those with a token.
 */
export type MerchantEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: MerchantStatus;
    name: string;
    qualified_invoice_number: null | string;
    invoice_issuer: string;
    tax_rounding: string;
    limits: MerchantLimits;
    fallback_verdict: string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type MerchantExposure = {
    open?: null | number;
    day_amount?: null | number;
    day_orders?: null | number;
};

export type MerchantFeesResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    on: string;
    terms: FeeTermsResponse;
    assignments: Array<FeeAssignmentResponse>;
};

export type MerchantFigures = {
    orders: number;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    approved: number;
    declined: number;
    held: number;
    canceled: number;
    returned: number;
    overdue: number;
    charged_off: number;
    charged_off_amount: number;
    recent_orders: number;
    recent_amount: number;
    complaints: number;
};

/**
 * A shop. Creating one needs `name` alone; a change sends only what changes.
 */
export type MerchantInput = {
    name?: null | string;
    address?: null | string;
    /**
     * With or without dashes.
     */
    phone?: null | string;
    contact_email?: null | string;
    qualified_invoice_number?: null | string;
    invoice_issuer?: null | string;
    tax_rounding?: null | string;
    fee_rate?: null | string;
    settlement_cycle?: null | string;
    bank_account?: null | BankAccount;
    limits?: null | MerchantLimits;
    profile?: null | MerchantBackground;
    fallback_verdict?: null | string;
};

export type MerchantLimits = {
    order_minimum?: null | number;
    order_maximum?: null | number;
};

/**
 * The body of a `merchant_monitoring.*` webhook.
 */
export type MerchantMonitoringEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'merchant_monitoring.check_due' | 'merchant_monitoring.alarm_raised' | 'merchant_monitoring.alarm_lifted';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: MerchantMonitoringEventObject;
    };
};

/**
 * As GET answers it.
 */
export type MerchantMonitoringEventObject = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    name: string;
    /**
     * Where it stands in its life.
     */
    status: MerchantStatus;
    from: string;
    to: string;
    level: SignalLevel;
    enough_orders: boolean;
    figures: MerchantFigures;
    average_order: null | number;
    rates: Array<MonitoredRate>;
    signals: Array<MonitoringSignal>;
};

export type MerchantMonitoringResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    name: string;
    /**
     * Where it stands in its life.
     */
    status: MerchantStatus;
    from: string;
    to: string;
    level: SignalLevel;
    enough_orders: boolean;
    figures: MerchantFigures;
    average_order: null | number;
    rates: Array<MonitoredRate>;
    signals: Array<MonitoringSignal>;
};

export type MerchantMoveInput = {
    /**
     * Why, in words.
     */
    reason?: null | string;
    reason_code?: null | string;
};

export type MerchantMoveResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    action: string;
    from: null | string;
    to: MerchantStatus;
    /**
     * Why, in words.
     */
    reason: null | string;
    reason_code: null | string;
    missing: Array<string>;
    automatic: boolean;
    by: string;
    at: string;
};

/**
 * A shop that sells through the tenant.
 */
export type MerchantResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: MerchantStatus;
    status_reason: null | string;
    reason_code: null | string;
    name: string;
    address: null | string;
    /**
     * With or without dashes.
     */
    phone: null | string;
    contact_email: null | string;
    qualified_invoice_number: null | string;
    invoice_issuer: string;
    tax_rounding: string;
    fee_rate: string;
    settlement_cycle: string;
    bank_account: null | BankAccount;
    limits: MerchantLimits;
    fallback_verdict: string;
    profile: MerchantBackground;
    specified_contract: boolean;
    missing: Array<string>;
    checks: Array<CheckStanding>;
    check_due_on: null | string;
    check_due: boolean;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type MerchantReviewSettings = {
    enforce?: null | boolean;
    recheck_months?: number;
    auto_restrict?: boolean;
    minimum_orders?: number;
};

export type MerchantStatus = 'draft' | 'reviewing' | 'active' | 'restricted' | 'closed';

export type ModelDrift = {
    day: string;
    rows: number;
    score_stability: number;
    level: string;
    features: Array<FeatureDrift>;
};

export type MonitoredRate = {
    code: string;
    count: number;
    orders: number;
    rate: string;
    at_least: string;
    peers: number;
    peer_median: null | string;
    peer_spread: null | string;
    level: SignalLevel;
};

export type MonitoringListResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    from: string;
    to: string;
    /**
     * The page, newest first.
     */
    data: Array<MerchantMonitoringResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type MonitoringSignal = {
    code: string;
    level: SignalLevel;
    message: MonitoringText;
};

export type MonitoringText = {
    ja: string;
    en: string;
};

export type NameInput = {
    name?: null | string;
    kana?: null | string;
};

export type NameResult = {
    family: string;
    given: string;
    key: string;
    kana_plausible: KanaPlausibility;
    issues: Array<string>;
};

export type NormalizeInputsRequest = {
    addresses?: null | Array<string>;
    names?: null | Array<NameInput>;
    phones?: null | Array<string>;
    emails?: null | Array<string>;
};

export type NormalizeInputsResponse = {
    addresses: null | Array<AddressResult>;
    names: null | Array<NameResult>;
    phones: null | Array<PhoneResult>;
    emails: null | Array<EmailResult>;
};

export type NormalizedInput = {
    name: NameResult;
    address: null | AddressResult;
    phone: null | PhoneResult;
    email: null | EmailResult;
    device: DeviceSummary;
};

/**
 * A brand of its own.
 */
export type OnboardTenantRequest = {
    /**
     * In every URL of its issuer: a letter, then letters, digits and dashes, 3 to 40 characters.
     */
    slug: string;
    name: string;
    mode: TenantMode;
    plan?: null | string;
};

export type OnboardedTenantResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    slug: string;
    name: string;
    mode: TenantMode;
    /**
     * Where it stands in its life.
     */
    status: string;
    plan: string;
    issuer: string;
    client: FirstClientResponse;
};

export type OperatorReference = {
    sign: string;
    takes: string;
    gives: string;
    description: string;
};

/**
 * The buyer's id and what this shop itself sent with this order.
 */
export type OrderBuyerResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The shop's own number of its customer.
     */
    merchant_customer_no: null | string;
    name: null | string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana: null | string;
    /**
     * With or without dashes.
     */
    phone: null | string;
    /**
     * Where invoices and notices go.
     */
    email: null | string;
    /**
     * Needed where the tenant's policy looks at age.
     */
    birth_date: null | string;
    address: null | PostalAddress;
    history: null | BuyerHistory;
};

/**
 * The latest verdict on an order.
 */
export type OrderDecisionResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    result: DecisionResult;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: string;
    /**
     * When it was decided.
     */
    decided_at: string;
    /**
     * A hold that nobody decided by then takes the tenant's default.
     */
    deadline_at: null | string;
    /**
     * The screening that it rests on, `scr_…`.
     */
    screening: null | string;
    /**
     * What buyer or shop can act on. Rule names are never told.
     */
    reasons: Array<DecisionReason>;
    /**
     * In polite Japanese, to be shown to the buyer as it is; null when there is nothing to say.
     */
    buyer_message: null | string;
};

/**
 * The body of an `order.*` webhook.
 */
export type OrderEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'order.screening' | 'order.authorized' | 'order.on_hold' | 'order.declined' | 'order.canceled' | 'order.expired' | 'order.amended' | 'order.amend_pending' | 'order.amend_declined' | 'order.amend_lapsed' | 'order.partially_shipped' | 'order.shipped' | 'order.closed' | 'order.completed';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: OrderEventObject;
    };
};

/**
 * A line of an order; shipments and credit notes name it by `line`.
 */
export type OrderEventLine = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    sku: null | string;
    category: null | string;
    kind: LineKind;
    /**
     * How many.
     */
    quantity: number;
    /**
     * Yen, tax included.
     */
    unit_price: number;
    /**
     * A decimal string: `0.10`, `0.08`, `0`.
     */
    tax_rate: string;
    quantity_shipped: number;
    quantity_credited: number;
};

/**
 * As GET answers it, without `buyer`, `deliveries`, `metadata`, `end_reason` — fetch those with a token.
 */
export type OrderEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: OrderStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The shop's own number.
     */
    merchant_order_no: string;
    /**
     * When the buyer ordered.
     */
    ordered_at: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * What of it was shipped.
     */
    amount_shipped: number;
    /**
     * What of it was credited.
     */
    amount_credited: number;
    /**
     * The plan's code.
     */
    payment_plan: string;
    payment_schedule: null | AgreedSchedule;
    lines: Array<OrderEventLine>;
    /**
     * How the buyer gets the invoice.
     */
    invoice: InvoiceWish;
    /**
     * The latest verdict.
     */
    decision: null | OrderDecisionResponse;
    pending_amend: null | PendingAmend;
    /**
     * Ship before then, or the authorisation ends.
     */
    expires_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

/**
 * A line of an order; shipments and credit notes name it by `line`.
 */
export type OrderLineResponse = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    name: string;
    sku: null | string;
    category: null | string;
    kind: LineKind;
    /**
     * How many.
     */
    quantity: number;
    /**
     * Yen, tax included.
     */
    unit_price: number;
    /**
     * A decimal string: `0.10`, `0.08`, `0`.
     */
    tax_rate: string;
    quantity_shipped: number;
    quantity_credited: number;
};

/**
 * A purchase on credit.
 */
export type OrderResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: OrderStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The shop's own number.
     */
    merchant_order_no: string;
    /**
     * When the buyer ordered.
     */
    ordered_at: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * What of it was shipped.
     */
    amount_shipped: number;
    /**
     * What of it was credited.
     */
    amount_credited: number;
    /**
     * The plan's code.
     */
    payment_plan: string;
    payment_schedule: null | AgreedSchedule;
    /**
     * By line.
     */
    lines: Array<OrderLineResponse>;
    /**
     * How the buyer gets the invoice.
     */
    invoice: InvoiceWish;
    /**
     * The latest verdict.
     */
    decision: null | OrderDecisionResponse;
    pending_amend: null | PendingAmend;
    /**
     * Ship before then, or the authorisation ends.
     */
    expires_at: null | string;
    /**
     * Why it was canceled or closed.
     */
    end_reason: null | string;
    buyer: OrderBuyerResponse;
    /**
     * Where the goods go, as this shop sent them.
     */
    deliveries: Array<Delivery>;
    /**
     * The shop's own notes, up to 50 texts; never sent by webhook.
     */
    metadata: {
        [key: string]: null | string;
    };
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

/**
 * Where an order stands. `screening` is answered only when the time for a decision is spent; an event follows.
 */
export type OrderStatus = 'screening' | 'authorized' | 'on_hold' | 'declined' | 'canceled' | 'expired' | 'partially_shipped' | 'shipped' | 'completed';

export type OutcomeEntry = {
    /**
     * Where it stands in its life.
     */
    status: string;
    source: string;
    occurred_at: string;
    recorded_at: string;
};

export type OutsideWorldResponse = {
    import: ImportResponse;
    payment: null | PaymentResponse;
};

export type OverduePolicy = {
    /**
     * Invoice ids.
     */
    invoices?: number;
    charge_offs?: number;
};

export type PageOfApiClientResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ApiClientResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfAuditEventResponse = {
    /**
     * The page, newest first.
     */
    data: Array<AuditEventResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfBatchResponse = {
    /**
     * The page, newest first.
     */
    data: Array<BatchResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfBuyerResponse = {
    /**
     * The page, newest first.
     */
    data: Array<BuyerResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfComplaintResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ComplaintResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfCreditPolicySummary = {
    /**
     * The page, newest first.
     */
    data: Array<CreditPolicySummary>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfDecisionResponse = {
    /**
     * The page, newest first.
     */
    data: Array<DecisionResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfDunningCaseResponse = {
    /**
     * The page, newest first.
     */
    data: Array<DunningCaseResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfEventResponse = {
    /**
     * The page, newest first.
     */
    data: Array<EventResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfFeePlanResponse = {
    /**
     * The page, newest first.
     */
    data: Array<FeePlanResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfImportResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ImportResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfInvoiceResponse = {
    /**
     * The page, newest first.
     */
    data: Array<InvoiceResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfLedgerEntryResponse = {
    /**
     * The page, newest first.
     */
    data: Array<LedgerEntryResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfLineResponse = {
    /**
     * The page, newest first.
     */
    data: Array<LineResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfListEntryResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ListEntryResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfMailResponse = {
    /**
     * The page, newest first.
     */
    data: Array<MailResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfMerchantCheckResponse = {
    /**
     * The page, newest first.
     */
    data: Array<MerchantCheckResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfMerchantDocumentResponse = {
    /**
     * The page, newest first.
     */
    data: Array<MerchantDocumentResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfMerchantMoveResponse = {
    /**
     * The page, newest first.
     */
    data: Array<MerchantMoveResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfMerchantResponse = {
    /**
     * The page, newest first.
     */
    data: Array<MerchantResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfOrderResponse = {
    /**
     * The page, newest first.
     */
    data: Array<OrderResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfPaymentResponse = {
    /**
     * The page, newest first.
     */
    data: Array<PaymentResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfPlaceResponse = {
    /**
     * The page, newest first.
     */
    data: Array<PlaceResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfPolicyVersionSummary = {
    /**
     * The page, newest first.
     */
    data: Array<PolicyVersionSummary>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfReceivableResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ReceivableResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfRefundResponse = {
    /**
     * The page, newest first.
     */
    data: Array<RefundResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfReviewResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ReviewResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfScreeningModelResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ScreeningModelResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfShipmentResponse = {
    /**
     * The page, newest first.
     */
    data: Array<ShipmentResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfSmsResponse = {
    /**
     * The page, newest first.
     */
    data: Array<SmsResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfTenantResponse = {
    /**
     * The page, newest first.
     */
    data: Array<TenantResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfTimelineEntry = {
    /**
     * The page, newest first.
     */
    data: Array<TimelineEntry>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PageOfWebhookEndpointResponse = {
    /**
     * The page, newest first.
     */
    data: Array<WebhookEndpointResponse>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type Parcel = {
    /**
     * Who carries the parcel.
     */
    carrier: Carrier;
    /**
     * The slip number; its check digit is tested.
     */
    tracking_no: string;
};

/**
 * One parcel.
 */
export type ParcelRequest = {
    /**
     * Who carries the parcel.
     */
    carrier: Carrier;
    /**
     * The slip number; its check digit is tested.
     */
    tracking_no?: null | string;
    /**
     * True to insist on this number.
     */
    override?: null | boolean;
};

export type PauseRequest = {
    /**
     * Why, in words.
     */
    reason?: null | string;
    until?: null | string;
};

export type PaymentCard = {
    fingerprint?: null | string;
};

export type PaymentChannel = 'konbini' | 'transfer' | 'card' | 'debit' | 'manual';

/**
 * The body of a `payment.*` webhook.
 */
export type PaymentEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'payment.preliminary' | 'payment.confirmed' | 'payment.reversed' | 'payment.unmatched';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: PaymentEventObject;
    };
};

/**
 * As GET answers it, without `reference` — fetch those with a token.
 */
export type PaymentEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: PaymentStatus;
    channel: PaymentChannel;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    unapplied: number;
    received_on: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: null | string;
    allocations: Array<AllocationResponse>;
    preliminary_at: null | string;
    confirmed_at: null | string;
    reversed_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type PaymentPlanSetting = {
    code?: string;
    kind?: string;
    count?: number;
    interval?: string;
    due?: number;
    fee_rate?: null | string;
    enabled?: boolean;
    due_rule?: string;
    cutoff_day?: null | number;
    due_months?: null | number;
    due_day?: null | number;
    holiday_rule?: string;
    skip_months?: Array<number>;
    fee_kind?: string;
    fee_amount?: null | number;
    rounding_instalment?: string;
};

/**
 * Money received, and how it was applied.
 */
export type PaymentResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: PaymentStatus;
    channel: PaymentChannel;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    unapplied: number;
    received_on: string;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: null | string;
    reference: null | string;
    allocations: Array<AllocationResponse>;
    preliminary_at: null | string;
    confirmed_at: null | string;
    reversed_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type PaymentSlipResponse = {
    barcode_number: null | string;
    /**
     * The last day to pay.
     */
    due_on: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    payable_until: null | string;
    stamp_duty: boolean;
    /**
     * The day it was issued.
     */
    issued_on: string;
};

export type PaymentStatus = 'preliminary' | 'confirmed' | 'reversed';

export type PayoutSettings = {
    client_code?: string;
    client_name_kana?: string;
    bank_account?: BankAccount;
};

export type PendingAmend = {
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * By line.
     */
    lines: Array<PurchaseLine>;
    decision: OrderDecisionResponse;
    /**
     * A hold that nobody decided by then takes the tenant's default.
     */
    deadline_at: string;
};

export type PeriodBlocker = {
    code: string;
    count: number;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    href: null | string;
};

export type PeriodResponse = {
    month: string;
    /**
     * Where it stands in its life.
     */
    status: string;
    blockers: Array<PeriodBlocker>;
};

export type PhoneResult = {
    e164: null | string;
    valid: boolean;
    kind: string;
    area: null | string;
    areas: Array<string>;
    issues: Array<string>;
};

export type PingResponse = {
    delivered: boolean;
    /**
     * Where it stands in its life.
     */
    status: null | number;
    error: null | string;
};

/**
 * A purchase to be sold on credit.
 */
export type PlaceOrderRequest = {
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The shop's own number, unique per shop: an equal second create answers with the existing order.
     */
    merchant_order_no: string;
    /**
     * When the buyer ordered; the moment of this call when left out.
     */
    ordered_at?: null | string;
    /**
     * `JPY`, also when left out.
     */
    currency?: null | string;
    /**
     * In yen, tax included: the sum of quantity × unit_price of all lines.
     */
    amount: number;
    /**
     * A code that the eligibility check offered; `lump_sum` when left out.
     */
    payment_plan?: null | string;
    /**
     * By line.
     */
    lines: Array<PurchaseLine>;
    buyer: BuyerDetails;
    /**
     * Where the goods go; the buyer's address when left out.
     */
    deliveries?: null | Array<Delivery>;
    invoice?: null | InvoiceWish;
    device?: null | Device;
    consents?: null | Array<Consent>;
    finances?: null | Finances;
    /**
     * The shop's own notes, up to 50 texts; never sent by webhook.
     */
    metadata?: null | {
        [key: string]: null | string;
    };
};

export type PlaceResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    category: string;
    name: null | string;
    address: null | string;
    note: null | string;
    source: string;
    created_by: string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type PlaceScreeningRequest = {
    /**
     * The shop's id, `mer_…`.
     */
    merchant?: null | string;
    /**
     * The shop's own number.
     */
    merchant_order_no?: null | string;
    /**
     * When the buyer ordered.
     */
    ordered_at?: null | string;
    /**
     * ISO 4217.
     */
    currency?: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
    payment_method?: null | string;
    /**
     * By line.
     */
    lines?: null | Array<PurchaseLine>;
    buyer?: null | BuyerDetails;
    /**
     * Where the goods go; the buyer's address when left out.
     */
    deliveries?: null | Array<Delivery>;
    device?: null | Device;
    card?: null | PaymentCard;
    /**
     * The shop's own notes, up to 50 texts; never sent by webhook.
     */
    metadata?: null | {
        [key: string]: null | string;
    };
};

export type PlanSchedule = {
    assumed_invoice_on: string;
    first_due_on: string;
    last_due_on: string;
    cash_price: number;
    fee_total: number;
    total: number;
    annual_rate: string;
    instalments: Array<PlanScheduleInstalment>;
};

export type PlanScheduleInstalment = {
    number: number;
    /**
     * The last day to pay.
     */
    due_on: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    principal: number;
    fee: number;
};

export type PlannedNotice = {
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    instalment: string;
    /**
     * The invoice's id, `inv_…`.
     */
    invoice: string;
    offset_days: number;
    channel: string;
    template: null | string;
    fee: number;
    reissue_slip: boolean;
    outstanding: number;
};

export type PlayDeliveryRequest = {
    /**
     * The shipment's id, `shp_…`.
     */
    shipment: string;
};

export type PolicyDiff = {
    against: number;
    rules_added: Array<PolicyRule>;
    rules_removed: Array<PolicyRule>;
    rules_changed: Array<RuleChange>;
    changed: Array<ValueChange>;
    lists: Array<ListChange>;
};

export type PolicyFinding = {
    field: string;
    code: string;
    message: string;
    position: null | number;
    /**
     * The line's number in the order, from 1.
     */
    line: null | number;
    column: null | number;
};

export type PolicyList = {
    /**
     * The page, newest first.
     */
    data: Array<PolicySummary>;
    /**
     * Whether older ones follow.
     */
    has_more: boolean;
    /**
     * For `starting_after`, or null.
     */
    next: null | string;
};

export type PolicyReferenceReference = {
    variables: Array<VariableReference>;
    operators: Array<OperatorReference>;
    functions: Array<FunctionReference>;
    towards: Array<string>;
    stages: Array<string>;
    limits: LimitReference;
};

export type PolicyRequest = {
    name?: null | string;
    applies_to?: null | PolicyScopeRequest;
    thresholds?: null | PolicyThresholdsRequest;
    rules?: null | Array<PolicyRuleRequest>;
    lists?: null | {
        [key: string]: Array<string>;
    };
    stage?: null | string;
    note?: null | string;
};

export type PolicyResponse = {
    code: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    stage: string;
    starter: boolean;
    name: null | string;
    applies_to: null | PolicyScope;
    thresholds: PolicyThresholds;
    rules: Array<PolicyRule>;
    lists: {
        [key: string]: Array<string>;
    };
    note: string;
    created_by: string;
    /**
     * Business time of its making.
     */
    created_at: null | string;
    activated_at: null | string;
    diff: null | PolicyDiff;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
};

export type PolicyRule = {
    code: null | string;
    when: null | string;
    toward: null | string;
    points: number;
    stop: boolean;
    /**
     * Why, in words.
     */
    reason: null | string;
    field: null | string;
    message: null | string;
    enabled: boolean;
};

export type PolicyRuleRequest = {
    code?: null | string;
    when?: null | string;
    toward?: null | string;
    points?: null | number;
    stop?: null | boolean;
    /**
     * Why, in words.
     */
    reason?: null | string;
    field?: null | string;
    message?: null | string;
    enabled?: null | boolean;
};

export type PolicyScope = {
    merchants: Array<string>;
    payment_methods: Array<string>;
};

export type PolicyScopeRequest = {
    merchants?: null | Array<string>;
    payment_methods?: null | Array<string>;
};

export type PolicySettings = {
    buyer_limits: BuyerLimits;
    payment_plans: Array<PaymentPlanSetting>;
    credit_registration: null | CreditRegistration;
};

export type PolicySummary = {
    code: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    stage: string;
    starter: boolean;
    name: null | string;
    applies_to: null | PolicyScope;
    applies_for: Array<string>;
    rules: number;
    shadow: null | number;
};

export type PolicyThresholds = {
    review: number;
    ng: number;
    lift: number;
};

export type PolicyThresholdsRequest = {
    review?: null | number;
    ng?: null | number;
    lift?: null | number;
};

export type PolicyVerdict = {
    valid: boolean;
    errors: Array<PolicyFinding>;
    rules: Array<RuleReading>;
};

export type PolicyVersionSummary = {
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    stage: string;
    starter: boolean;
    name: null | string;
    rules: number;
    note: string;
    created_by: string;
    /**
     * Business time of its making.
     */
    created_at: null | string;
    activated_at: null | string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
};

/**
 * An address in Japan.
 */
export type PostalAddress = {
    /**
     * Seven digits, with or without the dash.
     */
    postal_code?: null | string;
    prefecture?: null | string;
    city?: null | string;
    /**
     * Town, block and house number.
     */
    line1?: null | string;
    /**
     * Building and room.
     */
    line2?: null | string;
};

export type PreviewDunningResponse = {
    date: string;
    notices: Array<PlannedNotice>;
    skipped: Array<SkippedNotice>;
    truncated: boolean;
};

/**
 * RFC 9457 with a stable code. Some codes bring further members.
 */
export type Problem = {
    /**
     * `urn:bnpl:problem:` and the code.
     */
    type: string;
    /**
     * The status in words.
     */
    title: string;
    /**
     * Where it stands in its life.
     */
    status: number;
    /**
     * What is wrong, for people; may change.
     */
    detail: string;
    /**
     * Stable, for programs; each response names those it knows. Treat an unknown one by its status.
     */
    code: string;
    /**
     * Every invalid field of a 422; otherwise empty.
     */
    errors: Array<FieldError>;
    /**
     * With `state_conflict`: where the resource stands.
     */
    current_status?: string;
    /**
     * With `state_conflict`: what may be done instead.
     */
    allowed_actions?: Array<string>;
    /**
     * As in the `X-Request-Id` header.
     */
    request_id: string;
};

export type PromiseRequest = {
    on?: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
};

export type PublishedKey = {
    kty: string;
    crv: string;
    use: string;
    alg: string;
    kid: string;
    x: string;
    y: string;
};

/**
 * What is bought; `amount` is the sum of all lines.
 */
export type PurchaseLine = {
    name?: null | string;
    sku?: null | string;
    /**
     * The shop's own word for the kind of goods.
     */
    category?: null | string;
    kind?: null | LineKind;
    /**
     * 1 to 9,999.
     */
    quantity?: null | number;
    /**
     * Yen, tax included; negative for discounts only.
     */
    unit_price?: null | number;
    /**
     * A decimal string: `0.10`, `0.08`, `0`.
     */
    tax_rate?: null | string;
};

/**
 * The body of a `receivable.*` webhook.
 */
export type ReceivableEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'receivable.charged_off' | 'receivable.assigned' | 'receivable.recovered';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: ReceivableEventObject;
    };
};

/**
 * As GET answers it.
 */
export type ReceivableEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: ReceivableStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The shipment's id, `shp_…`.
     */
    shipment: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * What of it was credited.
     */
    amount_credited: number;
    balance: BalanceResponse;
    instalments: Array<InstalmentResponse>;
    days_past_due: number;
    bucket: string;
    /**
     * Invoice ids.
     */
    invoices: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

/**
 * What is owed for one shipment.
 */
export type ReceivableResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: ReceivableStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The shipment's id, `shp_…`.
     */
    shipment: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * What of it was credited.
     */
    amount_credited: number;
    balance: BalanceResponse;
    instalments: Array<InstalmentResponse>;
    days_past_due: number;
    bucket: string;
    /**
     * Invoice ids.
     */
    invoices: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ReceivableStatus = 'open' | 'paid' | 'assigned' | 'charged_off' | 'void';

export type RecordOutcomeRequest = {
    /**
     * Where it stands in its life.
     */
    status?: null | string;
    occurred_at?: null | string;
};

export type RecordPaymentRequest = {
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable?: null | string;
    /**
     * The invoice's id, `inv_…`.
     */
    invoice?: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
    received_on?: null | string;
    channel?: null | string;
    reference?: null | string;
    allocations?: null | Array<AllocationRequest>;
};

export type RefundAccountRequest = {
    bank_code?: null | string;
    branch_code?: null | string;
    account_type?: null | string;
    account_number?: null | string;
    holder_kana?: null | string;
};

/**
 * The body of a `refund.*` webhook.
 */
export type RefundEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'refund.paid' | 'refund.failed';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: RefundEventObject;
    };
};

/**
 * As GET answers it.
 */
export type RefundEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: RefundStatus;
    payment: string;
    credit_note: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    method: string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type RefundResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: RefundStatus;
    payment: string;
    credit_note: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    method: string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type RefundStatus = 'awaiting_account' | 'awaiting_approval' | 'pending' | 'in_payout' | 'paid' | 'failed' | 'canceled';

export type RegisterNegatives = {
    on_bad_debt?: boolean;
    on_fraud?: boolean;
};

export type RegisterPositives = {
    after_paid?: null | number;
};

export type RegistrationPolicy = {
    instalments_within_two_months?: string;
};

export type ReissueInvoiceRequest = {
    /**
     * Why, in words.
     */
    reason: string;
};

export type ReopenPeriodRequest = {
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type ReplayCore = {
    stored: string;
    current: string;
    same: boolean;
};

export type ReplayDifference = {
    field: string;
    stored: unknown;
    replayed: unknown;
};

export type ReplayEventRequest = {
    endpoint?: null | string;
};

export type ReplayEventResponse = {
    event: string;
    endpoints: Array<string>;
};

export type ReplayResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    identical: boolean;
    differences: Array<ReplayDifference>;
    core: ReplayCore;
    policy: string;
    policy_version: number;
    model: string;
    result: null | ReplayedJudgement;
};

export type ReplayedJudgement = {
    verdict: string;
    scores: ScreeningScores;
    risk: number;
    /**
     * What buyer or shop can act on. Rule names are never told.
     */
    reasons: Array<ScreeningReason>;
    degraded: Array<string>;
};

/**
 * What left the shop. Neither `lines` nor `amount`: all that is left.
 */
export type ReportShipmentRequest = {
    /**
     * The day the goods left the shop.
     */
    shipped_on: string;
    /**
     * What was handed to the carrier.
     */
    parcels: Array<ParcelRequest>;
    /**
     * By line.
     */
    lines?: null | Array<ContentLineRequest>;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount?: null | number;
    /**
     * True to insist on tracking numbers whose check digit is wrong.
     */
    override?: null | boolean;
};

export type Representative = {
    name?: string;
    /**
     * In katakana; finds more doubts and fewer false ones.
     */
    name_kana?: null | string;
    /**
     * Needed where the tenant's policy looks at age.
     */
    birth_date?: null | string;
};

export type RequestRefundRequest = {
    payment: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    method: string;
    bank_account?: null | RefundAccountRequest;
};

export type RestrictBuyerRequest = {
    /**
     * True: no more contact by mail, post or telephone beyond what the law demands.
     */
    contact?: null | boolean;
    /**
     * True: nothing more is sold to this buyer on credit.
     */
    use?: null | boolean;
    /**
     * Why, in words.
     */
    reason: string;
};

export type ReviewDecision = 'approved' | 'declined';

export type ReviewDetailResponse = {
    screening: null | ScreeningFindings;
    similar: Array<SimilarOrder>;
    buyer: BuyerResponse;
    decisions: Array<DecisionResponse>;
    notes: Array<ReviewNote>;
    log: Array<ReviewLogEntry>;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * A hold that nobody decided by then takes the tenant's default.
     */
    deadline_at: string;
    default_outcome: string;
    claimed_by: null | string;
    claimed_at: null | string;
    claim_expires_at: null | string;
    first_approver: null | string;
    four_eyes: ReviewFourEyes;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: null | string;
    result: null | string;
    subject: OrderResponse;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ReviewFourEyes = {
    required: boolean;
    over: null | number;
    first_approver: null | string;
    first_approved_at: null | string;
    awaits_second: boolean;
};

export type ReviewLogEntry = {
    kind: string;
    actor: string;
    note: null | string;
    result: null | string;
    at: string;
};

export type ReviewNote = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    author: string;
    text: string;
    at: string;
};

export type ReviewResponse = {
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * A hold that nobody decided by then takes the tenant's default.
     */
    deadline_at: string;
    default_outcome: string;
    claimed_by: null | string;
    claimed_at: null | string;
    claim_expires_at: null | string;
    first_approver: null | string;
    four_eyes: ReviewFourEyes;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: null | string;
    result: null | string;
    subject: OrderResponse;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ReviewStatsResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    from: string;
    to: string;
    time_zone: string;
    clock: string;
    opened: number;
    ended: number;
    decided: DecidedCounts;
    withdrawn: WithdrawnCounts;
    decided_before_deadline_share: null | string;
    time_to_decision_seconds: DurationPercentiles;
    time_to_first_claim_seconds: DurationPercentiles;
    reviewers: Array<ReviewerCounts>;
};

export type ReviewerCounts = {
    reviewer: string;
    decided: number;
    approved: number;
    declined: number;
    time_to_decision_seconds: DurationPercentiles;
};

export type RiskBand = {
    from: number;
    to: number;
    count: number;
    share: null | string;
    known: number;
    bad: number;
    bad_share: null | string;
};

export type RotateSecretRequest = {
    overlap_seconds?: null | number;
};

export type RuleChange = {
    code: string;
    changed: Array<ValueChange>;
};

export type RuleHits = {
    rule: string;
    before: number;
    after: number;
    gained: number;
    lost: number;
};

export type RuleReading = {
    code: string;
    when: string;
    variables: Array<string>;
};

export type RuleStats = {
    rule: null | string;
    /**
     * Why, in words.
     */
    reason: string;
    hits: number;
    share: null | string;
    verdicts: {
        [key: string]: number;
    };
    known: number;
    bad: number;
    bad_share: null | string;
};

export type ScreenedInput = {
    /**
     * The shop's own number.
     */
    merchant_order_no: null | string;
    /**
     * When the buyer ordered.
     */
    ordered_at: string;
    buyer: BuyerDetails;
    /**
     * By line.
     */
    lines: Array<PurchaseLine>;
    /**
     * Where the goods go; the buyer's address when left out.
     */
    deliveries: Array<Delivery>;
    device: null | Device;
    card: null | PaymentCard;
    /**
     * The shop's own notes, up to 50 texts; never sent by webhook.
     */
    metadata: null | {
        [key: string]: null | string;
    };
};

export type ScreeningFindings = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    verdict: string;
    scores: ScreeningScores;
    risk: number;
    /**
     * What buyer or shop can act on. Rule names are never told.
     */
    reasons: Array<ScreeningReason>;
    matched: {
        [key: string]: unknown;
    };
    normalized: {
        [key: string]: unknown;
    };
    model: string;
    policy: string;
    policy_version: number;
    degraded: Array<string>;
    outcome: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ScreeningMapping = {
    review?: string;
    ng?: string;
};

export type ScreeningModelResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    name: string;
    stage: string;
    /**
     * Why, in words.
     */
    reason: null | string;
    trained_at: null | string;
    trained_by: null | string;
    learned_through: null | string;
    rows: number;
    bads: number;
    feature_version: number;
    bytes: number;
    can_activate: boolean;
    activated_at: null | string;
    activated_by: null | string;
    report: unknown;
    drift: null | ModelDrift;
};

export type ScreeningReason = {
    code: string;
    field: null | string;
    points: number;
    message: string;
    toward: null | string;
    rule: null | string;
};

export type ScreeningResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: null | string;
    payment_method: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    verdict: string;
    scores: ScreeningScores;
    risk: number;
    /**
     * What buyer or shop can act on. Rule names are never told.
     */
    reasons: Array<ScreeningReason>;
    matched: MatchedEntries;
    normalized: NormalizedInput;
    input: ScreenedInput;
    model: string;
    policy: string;
    policy_version: number;
    degraded: Array<string>;
    elapsed_ms: number;
    outcome: null | string;
    outcome_at: null | string;
    outcomes: Array<OutcomeEntry>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type ScreeningScores = {
    ok: number;
    review: number;
    ng: number;
};

export type ScreeningSettings = {
    register_negatives?: RegisterNegatives;
    register_positives?: RegisterPositives;
    shared_negatives?: SharedNegativeSettings;
};

export type ScreeningStats = {
    /**
     * The kind of resource.
     */
    object: string;
    from: string;
    to: string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    counted_through: null | string;
    screenings: number;
    approval_rate: null | string;
    verdicts: Array<VerdictStats>;
    days: Array<DayStats>;
    rules: Array<RuleStats>;
    risk: Array<RiskBand>;
    latency_ms: LatencyPercentiles;
    models: Array<SeenVersion>;
    policies: Array<SeenVersion>;
    degraded: Array<DegradedPart>;
    fallbacks: number;
};

export type SeenVersion = {
    name: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: null | number;
    count: number;
};

export type SendInvoiceRequest = {
    channel: string;
};

export type SettingsResponse = {
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    company_name: null | string;
    address: null | string;
    /**
     * With or without dashes.
     */
    phone: null | string;
    logo: null | string;
    qualified_invoice_number: null | string;
    bank_account: null | BankAccount;
    virtual_accounts: Array<VirtualAccountBlock>;
    konbini: null | KonbiniSettings;
    payout: null | PayoutSettings;
    mail: null | MailSettings;
    support: null | SupportSettings;
    stripe: null | StripeSettingsResponse;
    buyer_limits: BuyerLimits;
    payment_plans: Array<PaymentPlanSetting>;
    credit_registration: null | CreditRegistration;
    four_eyes: FourEyes;
    screening: ScreeningSettings;
    merchant_review: MerchantReviewSettings;
    hold_default: string;
    time_zone: string;
    missing: Array<string>;
    warnings: Array<SettingsWarning>;
};

export type SettingsWarning = {
    field: string;
    code: string;
    message: string;
};

/**
 * The body of a `settlement.*` webhook.
 */
export type SettlementEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'settlement.created' | 'settlement.paid' | 'settlement.failed';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        /**
         * What happened; see the resource's own call for its members.
         */
        object: {
            [key: string]: unknown;
        };
    };
};

export type ShadowComparison = {
    policy: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    from: string;
    to: string;
    truncated: boolean;
    table: VerdictTable;
};

export type SharedNegativeSettings = {
    contribute?: boolean;
    consult?: boolean;
};

/**
 * The body of a `shipment.*` webhook.
 */
export type ShipmentEvent = {
    /**
     * `evt_…`, as in `webhook-id`.
     */
    id: string;
    type: 'shipment.reported' | 'shipment.delivered' | 'shipment.voided';
    /**
     * Business time of the event.
     */
    created_at: string;
    /**
     * Counts per resource.
     */
    sequence: number;
    data: {
        object: ShipmentEventObject;
    };
};

export type ShipmentEventLine = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    /**
     * How many.
     */
    quantity: number;
};

/**
 * As GET answers it.
 */
export type ShipmentEventObject = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: ShipmentStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * The day the goods left the shop.
     */
    shipped_on: string;
    lines: Array<ShipmentEventLine>;
    tax_by_rate: Array<TaxShare>;
    /**
     * What was handed to the carrier.
     */
    parcels: Array<Parcel>;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    /**
     * The invoices that the buyer is asked to pay, oldest first.
     */
    invoices: Array<string>;
    /**
     * What went through but deserves a look.
     */
    warnings: Array<string>;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
    delivered_at: null | string;
    voided_at: null | string;
};

export type ShipmentLineResponse = {
    /**
     * The line's number in the order, from 1.
     */
    line: number;
    /**
     * How many.
     */
    quantity: number;
};

/**
 * Goods that left the shop.
 */
export type ShipmentResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    /**
     * Where it stands in its life.
     */
    status: ShipmentStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * The day the goods left the shop.
     */
    shipped_on: string;
    /**
     * By line.
     */
    lines: Array<ShipmentLineResponse>;
    tax_by_rate: Array<TaxShare>;
    /**
     * What was handed to the carrier.
     */
    parcels: Array<Parcel>;
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    /**
     * The invoices that the buyer is asked to pay, oldest first.
     */
    invoices: Array<string>;
    /**
     * What went through but deserves a look.
     */
    warnings: Array<string>;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
    delivered_at: null | string;
    voided_at: null | string;
};

export type ShipmentStatus = 'reported' | 'delivered' | 'void';

export type SignalLevel = 'none' | 'attention' | 'alarm';

export type SigningKeyRotatedResponse = {
    kid: string;
    active_from: string;
    previous_keys_until: string;
};

export type SimilarOrder = {
    /**
     * The order's id, `ord_…`.
     */
    order: null | string;
    /**
     * The screening that it rests on, `scr_…`.
     */
    screening: null | string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    /**
     * The shop's own number.
     */
    merchant_order_no: null | string;
    keys: Array<string>;
    /**
     * Where it stands in its life.
     */
    status: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: null | number;
    result: null | string;
    /**
     * `automatic`, `manual` or `deadline`.
     */
    decided_by: null | string;
    overdue: boolean;
    outcome: null | string;
    at: string;
};

export type SimilarPurchase = {
    /**
     * The screening that it rests on, `scr_…`.
     */
    screening: string;
    /**
     * The order's id, `ord_…`.
     */
    order: null | string;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: string;
    keys: Array<string>;
    at: string;
    verdict: string;
    outcome: null | string;
};

export type SkippedNotice = {
    /**
     * The receivable's id, `rcv_…`.
     */
    receivable: string;
    instalment: string;
    /**
     * Why, in words.
     */
    reason: string;
};

export type SmsResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    kind: string;
    state: string;
    to: string;
    text: string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type Stream = Blob | File;

export type StripeSettings = {
    account?: null | string;
    secret_key?: null | string;
    webhook_secret?: null | string;
};

export type StripeSettingsResponse = {
    account: null | string;
    has_secret_key: boolean;
    has_webhook_secret: boolean;
};

export type SupportSettings = {
    /**
     * With or without dashes.
     */
    phone?: string;
    hours?: string;
};

export type TaxShare = {
    rate: string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: number;
    tax: number;
};

export type TenantMode = 'live' | 'test';

export type TenantResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    slug: string;
    name: string;
    mode: TenantMode;
    /**
     * Where it stands in its life.
     */
    status: string;
    plan: string;
    issuer: string;
    /**
     * What may be done now: the last word of each call's path.
     */
    allowed_actions: Array<string>;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type TenantSettings = {
    company_name?: null | string;
    address?: null | string;
    /**
     * With or without dashes.
     */
    phone?: null | string;
    logo?: null | string;
    qualified_invoice_number?: null | string;
    bank_account?: null | BankAccount;
    virtual_accounts?: Array<VirtualAccountBlock>;
    konbini?: null | KonbiniSettings;
    payout?: null | PayoutSettings;
    mail?: null | MailSettings;
    support?: null | SupportSettings;
    stripe?: null | StripeSettings;
    buyer_limits?: BuyerLimits;
    payment_plans?: Array<PaymentPlanSetting>;
    credit_registration?: null | CreditRegistration;
    four_eyes?: FourEyes;
    screening?: ScreeningSettings;
    merchant_review?: MerchantReviewSettings;
    hold_default?: string;
    time_zone?: string;
};

export type TenantUsageResponse = {
    tenant: string;
    slug: string;
    screenings: number;
    orders: number;
    /**
     * Invoice ids.
     */
    invoices: number;
    notices: number;
};

export type TestClockAnswer = {
    now: string;
    /**
     * The kind of resource.
     */
    object: string;
};

export type TimelineEntry = {
    at: string;
    type: string;
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    resource: null | string;
    /**
     * Counts per resource.
     */
    sequence: null | number;
    /**
     * Where it stands in its life.
     */
    status: null | string;
    /**
     * In the currency's minor unit (yen has none).
     */
    amount: null | number;
    decision: null | OrderDecisionResponse;
    actor: null | string;
    note: null | string;
};

/**
 * RFC 6749 section 5.2.
 */
export type TokenErrorResponse = {
    error: string;
    error_description: string;
};

/**
 * RFC 6749 section 4.4.
 */
export type TokenForm = {
    /**
     * `client_credentials`.
     */
    grant_type?: string;
    client_id?: null | string;
    client_secret?: null | string;
    /**
     * Separated by spaces; all that the client may when left out.
     */
    scope?: null | string;
};

/**
 * RFC 6749 section 5.1.
 */
export type TokenResponse = {
    /**
     * Send it as `Authorization: Bearer …`.
     */
    access_token: string;
    token_type: string;
    /**
     * Seconds.
     */
    expires_in: number;
    scope: string;
};

export type TrainModelRequest = {
    activate?: null | boolean;
    maturity_days?: null | number;
};

export type TrialBalanceLine = {
    code: string;
    name: string;
    debit: number;
    credit: number;
};

export type TrialBalanceResponse = {
    as_of: string;
    accounts: Array<TrialBalanceLine>;
    debit_total: number;
    credit_total: number;
};

export type UpdateWebhookEndpointRequest = {
    url?: null | string;
    events?: null | Array<string>;
    /**
     * Where it stands in its life.
     */
    status?: null | WebhookEndpointStatus;
    /**
     * The shop's id, `mer_…`.
     */
    merchant?: null | string;
};

export type UsageResponse = {
    month: string;
    /**
     * The page, newest first.
     */
    data: Array<TenantUsageResponse>;
};

export type ValueChange = {
    field: string;
    before: null | string;
    after: null | string;
};

export type VariableReference = {
    name: string;
    type: string;
    description: string;
    label: null | string;
    field: null | string;
};

export type Verdict = 'ok' | 'review' | 'ng';

export type VerdictCell = {
    before: Verdict;
    after: Verdict;
    count: number;
    paid: number;
    bad: number;
    unknown: number;
};

export type VerdictStats = {
    verdict: string;
    count: number;
    share: null | string;
    known: number;
    bad: number;
    bad_share: null | string;
    outcomes: {
        [key: string]: number;
    };
};

export type VerdictTable = {
    screenings: number;
    changed: number;
    matrix: Array<VerdictCell>;
    approval_rate: BeforeAfter;
    bad_share: BeforeAfter;
    rules: Array<RuleHits>;
    changed_screenings: Array<ChangedScreening>;
};

export type VerificationPolicy = {
    over?: null | number;
    first_order?: boolean;
};

export type VerificationResponse = {
    /**
     * The order's id, `ord_…`.
     */
    order: string;
    /**
     * The kind of resource.
     */
    object: string;
    sent_to: string;
    tries_left: number;
    resends_left: number;
    sent_at: string;
    expires_at: string;
    resend_after: null | string;
};

export type VerifyOrderRequest = {
    code?: null | string;
};

export type VirtualAccount = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    bank_code: string;
    bank_name: null | string;
    branch_code: string;
    branch_name: null | string;
    account_type: string;
    account_number: string;
    holder_kana: string;
};

export type VirtualAccountBlock = {
    bank_code?: string;
    bank_name?: null | string;
    branch_code?: string;
    branch_name?: null | string;
    account_type?: string;
    from?: string;
    to?: string;
    holder_kana?: string;
};

export type VirtualAccountResponse = {
    bank_code: string;
    bank_name: null | string;
    branch_code: string;
    branch_name: null | string;
    account_type: string;
    account_number: string;
    holder_kana: string;
};

/**
 * An address that events are sent to.
 */
export type WebhookEndpointResponse = {
    /**
     * The resource's own id: prefixed, sortable, opaque.
     */
    id: string;
    /**
     * The kind of resource.
     */
    object: string;
    /**
     * Raised by every change; also the `ETag`.
     */
    version: number;
    url: string;
    events: Array<string>;
    /**
     * The shop's id, `mer_…`.
     */
    merchant: null | string;
    /**
     * Where it stands in its life.
     */
    status: WebhookEndpointStatus;
    /**
     * Why the platform stopped sending, in words.
     */
    disabled_reason: null | string;
    failing_since: null | string;
    /**
     * `whsec_…`, told when it is made and when it is rotated, never again.
     */
    secret: null | string;
    previous_secret_until: null | string;
    /**
     * Business time of its making.
     */
    created_at: string;
};

export type WebhookEndpointStatus = 'enabled' | 'disabled';

export type WithdrawDocumentRequest = {
    /**
     * Why, in words.
     */
    reason?: null | string;
};

export type WithdrawnCounts = {
    total: number;
    corrected: number;
    verified: number;
    canceled: number;
    expired: number;
    amended: number;
    shipped: number;
};

/**
 * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
 */
export type IdempotencyKey = string;

/**
 * The `ETag` that was read; another version is refused with 412.
 */
export type IfMatch = string;

/**
 * How many a page holds.
 */
export type Limit = number;

/**
 * The `next` of the page before.
 */
export type StartingAfter = string;

export type IssueTokenData = {
    body: TokenForm;
    path: {
        /**
         * The tenant's slug.
         */
        tenant: string;
    };
    query?: never;
    url: '/t/{tenant}/oauth/token';
};

export type IssueTokenErrors = {
    /**
     * Bad Request
     */
    400: TokenErrorResponse;
    /**
     * Unauthorized
     */
    401: TokenErrorResponse;
};

export type IssueTokenError = IssueTokenErrors[keyof IssueTokenErrors];

export type IssueTokenResponses = {
    /**
     * OK
     */
    200: TokenResponse;
};

export type IssueTokenResponse = IssueTokenResponses[keyof IssueTokenResponses];

export type GetOpenIdConfigurationData = {
    body?: never;
    path: {
        /**
         * The tenant's slug.
         */
        tenant: string;
    };
    query?: never;
    url: '/t/{tenant}/.well-known/openid-configuration';
};

export type GetOpenIdConfigurationErrors = {
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
};

export type GetOpenIdConfigurationError = GetOpenIdConfigurationErrors[keyof GetOpenIdConfigurationErrors];

export type GetOpenIdConfigurationResponses = {
    /**
     * OK
     */
    200: IssuerMetadata;
};

export type GetOpenIdConfigurationResponse = GetOpenIdConfigurationResponses[keyof GetOpenIdConfigurationResponses];

export type GetAuthorizationServerMetadataData = {
    body?: never;
    path: {
        /**
         * The tenant's slug.
         */
        tenant: string;
    };
    query?: never;
    url: '/.well-known/oauth-authorization-server/t/{tenant}';
};

export type GetAuthorizationServerMetadataErrors = {
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
};

export type GetAuthorizationServerMetadataError = GetAuthorizationServerMetadataErrors[keyof GetAuthorizationServerMetadataErrors];

export type GetAuthorizationServerMetadataResponses = {
    /**
     * OK
     */
    200: IssuerMetadata;
};

export type GetAuthorizationServerMetadataResponse = GetAuthorizationServerMetadataResponses[keyof GetAuthorizationServerMetadataResponses];

export type GetTenantKeysData = {
    body?: never;
    path: {
        /**
         * The tenant's slug.
         */
        tenant: string;
    };
    query?: never;
    url: '/t/{tenant}/.well-known/jwks.json';
};

export type GetTenantKeysErrors = {
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
};

export type GetTenantKeysError = GetTenantKeysErrors[keyof GetTenantKeysErrors];

export type GetTenantKeysResponses = {
    /**
     * OK
     */
    200: KeySet;
};

export type GetTenantKeysResponse = GetTenantKeysResponses[keyof GetTenantKeysResponses];

export type ListTenantsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only the tenant with this slug.
         */
        slug?: string;
    };
    url: '/v1/platform/tenants';
};

export type ListTenantsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListTenantsError = ListTenantsErrors[keyof ListTenantsErrors];

export type ListTenantsResponses = {
    /**
     * OK
     */
    200: PageOfTenantResponse;
};

export type ListTenantsResponse = ListTenantsResponses[keyof ListTenantsResponses];

export type OnboardTenantData = {
    body: OnboardTenantRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/platform/tenants';
};

export type OnboardTenantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type OnboardTenantError = OnboardTenantErrors[keyof OnboardTenantErrors];

export type OnboardTenantResponses = {
    /**
     * Created
     */
    201: OnboardedTenantResponse;
};

export type OnboardTenantResponse = OnboardTenantResponses[keyof OnboardTenantResponses];

export type GetTenantData = {
    body?: never;
    path: {
        /**
         * The id of the tenant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/platform/tenants/{id}';
};

export type GetTenantErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetTenantError = GetTenantErrors[keyof GetTenantErrors];

export type GetTenantResponses = {
    /**
     * OK
     */
    200: TenantResponse;
};

export type GetTenantResponse = GetTenantResponses[keyof GetTenantResponses];

export type SuspendTenantData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the tenant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/platform/tenants/{id}/suspend';
};

export type SuspendTenantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type SuspendTenantError = SuspendTenantErrors[keyof SuspendTenantErrors];

export type SuspendTenantResponses = {
    /**
     * OK
     */
    200: TenantResponse;
};

export type SuspendTenantResponse = SuspendTenantResponses[keyof SuspendTenantResponses];

export type ResumeTenantData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the tenant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/platform/tenants/{id}/resume';
};

export type ResumeTenantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ResumeTenantError = ResumeTenantErrors[keyof ResumeTenantErrors];

export type ResumeTenantResponses = {
    /**
     * OK
     */
    200: TenantResponse;
};

export type ResumeTenantResponse = ResumeTenantResponses[keyof ResumeTenantResponses];

export type EraseTenantData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the tenant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/platform/tenants/{id}/erase';
};

export type EraseTenantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type EraseTenantError = EraseTenantErrors[keyof EraseTenantErrors];

export type EraseTenantResponses = {
    /**
     * OK
     */
    200: TenantResponse;
};

export type EraseTenantResponse = EraseTenantResponses[keyof EraseTenantResponses];

export type GetUsageData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * `YYYY-MM`.
         */
        month?: string;
    };
    url: '/v1/platform/usage';
};

export type GetUsageErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetUsageError = GetUsageErrors[keyof GetUsageErrors];

export type GetUsageResponses = {
    /**
     * OK
     */
    200: UsageResponse;
};

export type GetUsageResponse = GetUsageResponses[keyof GetUsageResponses];

export type GetSettingsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/settings';
};

export type GetSettingsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetSettingsError = GetSettingsErrors[keyof GetSettingsErrors];

export type GetSettingsResponses = {
    /**
     * OK
     */
    200: SettingsResponse;
};

export type GetSettingsResponse = GetSettingsResponses[keyof GetSettingsResponses];

export type ChangeSettingsData = {
    body: TenantSettings;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/settings';
};

export type ChangeSettingsErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ChangeSettingsError = ChangeSettingsErrors[keyof ChangeSettingsErrors];

export type ChangeSettingsResponses = {
    /**
     * OK
     */
    200: SettingsResponse;
};

export type ChangeSettingsResponse = ChangeSettingsResponses[keyof ChangeSettingsResponses];

export type ListApiClientsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/api_clients';
};

export type ListApiClientsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListApiClientsError = ListApiClientsErrors[keyof ListApiClientsErrors];

export type ListApiClientsResponses = {
    /**
     * OK
     */
    200: PageOfApiClientResponse;
};

export type ListApiClientsResponse = ListApiClientsResponses[keyof ListApiClientsResponses];

export type CreateApiClientData = {
    body: CreateApiClientRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/api_clients';
};

export type CreateApiClientErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CreateApiClientError = CreateApiClientErrors[keyof CreateApiClientErrors];

export type CreateApiClientResponses = {
    /**
     * Created
     */
    201: ApiClientResponse;
};

export type CreateApiClientResponse = CreateApiClientResponses[keyof CreateApiClientResponses];

export type RevokeApiClientData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the api client.
         */
        id: string;
    };
    query?: never;
    url: '/v1/api_clients/{id}';
};

export type RevokeApiClientErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RevokeApiClientError = RevokeApiClientErrors[keyof RevokeApiClientErrors];

export type RevokeApiClientResponses = {
    /**
     * No Content
     */
    204: void;
};

export type RevokeApiClientResponse = RevokeApiClientResponses[keyof RevokeApiClientResponses];

export type GetApiClientData = {
    body?: never;
    path: {
        /**
         * The id of the api client.
         */
        id: string;
    };
    query?: never;
    url: '/v1/api_clients/{id}';
};

export type GetApiClientErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetApiClientError = GetApiClientErrors[keyof GetApiClientErrors];

export type GetApiClientResponses = {
    /**
     * OK
     */
    200: ApiClientResponse;
};

export type GetApiClientResponse = GetApiClientResponses[keyof GetApiClientResponses];

export type RotateApiClientSecretData = {
    body?: null | RotateSecretRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the api client.
         */
        id: string;
    };
    query?: never;
    url: '/v1/api_clients/{id}/rotate_secret';
};

export type RotateApiClientSecretErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RotateApiClientSecretError = RotateApiClientSecretErrors[keyof RotateApiClientSecretErrors];

export type RotateApiClientSecretResponses = {
    /**
     * OK
     */
    200: ApiClientResponse;
};

export type RotateApiClientSecretResponse = RotateApiClientSecretResponses[keyof RotateApiClientSecretResponses];

export type RotateSigningKeyData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/signing_keys/rotate';
};

export type RotateSigningKeyErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RotateSigningKeyError = RotateSigningKeyErrors[keyof RotateSigningKeyErrors];

export type RotateSigningKeyResponses = {
    /**
     * Created
     */
    201: SigningKeyRotatedResponse;
};

export type RotateSigningKeyResponse = RotateSigningKeyResponses[keyof RotateSigningKeyResponses];

export type GetScreeningStatsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/screening_stats';
};

export type GetScreeningStatsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetScreeningStatsError = GetScreeningStatsErrors[keyof GetScreeningStatsErrors];

export type GetScreeningStatsResponses = {
    /**
     * OK
     */
    200: ScreeningStats;
};

export type GetScreeningStatsResponse = GetScreeningStatsResponses[keyof GetScreeningStatsResponses];

export type CheckEligibilityData = {
    body: EligibilityRequest;
    path?: never;
    query?: never;
    url: '/v1/eligibility_checks';
};

export type CheckEligibilityErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CheckEligibilityError = CheckEligibilityErrors[keyof CheckEligibilityErrors];

export type CheckEligibilityResponses = {
    /**
     * OK
     */
    200: EligibilityResponse;
};

export type CheckEligibilityResponse = CheckEligibilityResponses[keyof CheckEligibilityResponses];

export type GetReviewStatsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
    };
    url: '/v1/review_stats';
};

export type GetReviewStatsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetReviewStatsError = GetReviewStatsErrors[keyof GetReviewStatsErrors];

export type GetReviewStatsResponses = {
    /**
     * OK
     */
    200: ReviewStatsResponse;
};

export type GetReviewStatsResponse = GetReviewStatsResponses[keyof GetReviewStatsResponses];

export type PlaySmsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those of this order.
         */
        order?: string;
    };
    url: '/v1/test_helpers/sms';
};

export type PlaySmsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PlaySmsError = PlaySmsErrors[keyof PlaySmsErrors];

export type PlaySmsResponses = {
    /**
     * OK
     */
    200: PageOfSmsResponse;
};

export type PlaySmsResponse = PlaySmsResponses[keyof PlaySmsResponses];

export type ReportShipmentData = {
    body: ReportShipmentRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/shipments';
};

export type ReportShipmentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReportShipmentError = ReportShipmentErrors[keyof ReportShipmentErrors];

export type ReportShipmentResponses = {
    /**
     * Created
     */
    201: ShipmentResponse;
};

export type ReportShipmentResponse = ReportShipmentResponses[keyof ReportShipmentResponses];

export type ListShipmentsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those of this order.
         */
        order?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * Shipped on this day or later.
         */
        shipped_from?: string;
        /**
         * Shipped on this day or earlier.
         */
        shipped_to?: string;
    };
    url: '/v1/shipments';
};

export type ListShipmentsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListShipmentsError = ListShipmentsErrors[keyof ListShipmentsErrors];

export type ListShipmentsResponses = {
    /**
     * OK
     */
    200: PageOfShipmentResponse;
};

export type ListShipmentsResponse = ListShipmentsResponses[keyof ListShipmentsResponses];

export type GetShipmentData = {
    body?: never;
    path: {
        /**
         * The id of the shipment.
         */
        id: string;
    };
    query?: never;
    url: '/v1/shipments/{id}';
};

export type GetShipmentErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetShipmentError = GetShipmentErrors[keyof GetShipmentErrors];

export type GetShipmentResponses = {
    /**
     * OK
     */
    200: ShipmentResponse;
};

export type GetShipmentResponse = GetShipmentResponses[keyof GetShipmentResponses];

export type VoidShipmentData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the shipment.
         */
        id: string;
    };
    query?: never;
    url: '/v1/shipments/{id}/void';
};

export type VoidShipmentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type VoidShipmentError = VoidShipmentErrors[keyof VoidShipmentErrors];

export type VoidShipmentResponses = {
    /**
     * OK
     */
    200: ShipmentResponse;
};

export type VoidShipmentResponse = VoidShipmentResponses[keyof VoidShipmentResponses];

export type MarkShipmentDeliveredData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the shipment.
         */
        id: string;
    };
    query?: never;
    url: '/v1/shipments/{id}/delivered';
};

export type MarkShipmentDeliveredErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type MarkShipmentDeliveredError = MarkShipmentDeliveredErrors[keyof MarkShipmentDeliveredErrors];

export type MarkShipmentDeliveredResponses = {
    /**
     * OK
     */
    200: ShipmentResponse;
};

export type MarkShipmentDeliveredResponse = MarkShipmentDeliveredResponses[keyof MarkShipmentDeliveredResponses];

export type ListInvoicesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those of this order.
         */
        order?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Due on this day or later.
         */
        due_from?: string;
        /**
         * Due on this day or earlier.
         */
        due_to?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * Only those of this receivable.
         */
        receivable?: string;
    };
    url: '/v1/invoices';
};

export type ListInvoicesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListInvoicesError = ListInvoicesErrors[keyof ListInvoicesErrors];

export type ListInvoicesResponses = {
    /**
     * OK
     */
    200: PageOfInvoiceResponse;
};

export type ListInvoicesResponse = ListInvoicesResponses[keyof ListInvoicesResponses];

export type GetInvoiceData = {
    body?: never;
    path: {
        /**
         * The id of the invoice.
         */
        id: string;
    };
    query?: never;
    url: '/v1/invoices/{id}';
};

export type GetInvoiceErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetInvoiceError = GetInvoiceErrors[keyof GetInvoiceErrors];

export type GetInvoiceResponses = {
    /**
     * OK
     */
    200: InvoiceResponse;
};

export type GetInvoiceResponse = GetInvoiceResponses[keyof GetInvoiceResponses];

export type GetInvoicePdfData = {
    body?: never;
    path: {
        /**
         * The id of the invoice.
         */
        id: string;
    };
    query?: never;
    url: '/v1/invoices/{id}/pdf';
};

export type GetInvoicePdfErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetInvoicePdfError = GetInvoicePdfErrors[keyof GetInvoicePdfErrors];

export type GetInvoicePdfResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type GetInvoicePdfResponse = GetInvoicePdfResponses[keyof GetInvoicePdfResponses];

export type GetInvoicePrintDataData = {
    body?: never;
    path: {
        /**
         * The id of the invoice.
         */
        id: string;
    };
    query?: never;
    url: '/v1/invoices/{id}/print_data';
};

export type GetInvoicePrintDataErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetInvoicePrintDataError = GetInvoicePrintDataErrors[keyof GetInvoicePrintDataErrors];

export type GetInvoicePrintDataResponses = {
    /**
     * OK
     */
    200: InvoiceContent;
};

export type GetInvoicePrintDataResponse = GetInvoicePrintDataResponses[keyof GetInvoicePrintDataResponses];

export type ReissueInvoiceData = {
    body: ReissueInvoiceRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the invoice.
         */
        id: string;
    };
    query?: never;
    url: '/v1/invoices/{id}/reissue';
};

export type ReissueInvoiceErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReissueInvoiceError = ReissueInvoiceErrors[keyof ReissueInvoiceErrors];

export type ReissueInvoiceResponses = {
    /**
     * OK
     */
    200: InvoiceResponse;
};

export type ReissueInvoiceResponse = ReissueInvoiceResponses[keyof ReissueInvoiceResponses];

export type SendInvoiceData = {
    body: SendInvoiceRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the invoice.
         */
        id: string;
    };
    query?: never;
    url: '/v1/invoices/{id}/send';
};

export type SendInvoiceErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type SendInvoiceError = SendInvoiceErrors[keyof SendInvoiceErrors];

export type SendInvoiceResponses = {
    /**
     * Accepted
     */
    202: InvoiceResponse;
};

export type SendInvoiceResponse = SendInvoiceResponses[keyof SendInvoiceResponses];

export type ListReceivablesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those of this order.
         */
        order?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * Only those of this buyer.
         */
        buyer?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * `true`: only those with something overdue.
         */
        overdue?: boolean;
    };
    url: '/v1/receivables';
};

export type ListReceivablesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListReceivablesError = ListReceivablesErrors[keyof ListReceivablesErrors];

export type ListReceivablesResponses = {
    /**
     * OK
     */
    200: PageOfReceivableResponse;
};

export type ListReceivablesResponse = ListReceivablesResponses[keyof ListReceivablesResponses];

export type GetReceivableData = {
    body?: never;
    path: {
        /**
         * The id of the receivable.
         */
        id: string;
    };
    query?: never;
    url: '/v1/receivables/{id}';
};

export type GetReceivableErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetReceivableError = GetReceivableErrors[keyof GetReceivableErrors];

export type GetReceivableResponses = {
    /**
     * OK
     */
    200: ReceivableResponse;
};

export type GetReceivableResponse = GetReceivableResponses[keyof GetReceivableResponses];

export type ListPaymentsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * `true`: only those with money that is not applied yet.
         */
        unapplied?: boolean;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those that came this way.
         */
        channel?: string;
        /**
         * Only those of this receivable.
         */
        receivable?: string;
    };
    url: '/v1/payments';
};

export type ListPaymentsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListPaymentsError = ListPaymentsErrors[keyof ListPaymentsErrors];

export type ListPaymentsResponses = {
    /**
     * OK
     */
    200: PageOfPaymentResponse;
};

export type ListPaymentsResponse = ListPaymentsResponses[keyof ListPaymentsResponses];

export type RecordPaymentData = {
    body: RecordPaymentRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/payments';
};

export type RecordPaymentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RecordPaymentError = RecordPaymentErrors[keyof RecordPaymentErrors];

export type RecordPaymentResponses = {
    /**
     * Created
     */
    201: PaymentResponse;
};

export type RecordPaymentResponse = RecordPaymentResponses[keyof RecordPaymentResponses];

export type GetPaymentData = {
    body?: never;
    path: {
        /**
         * The id of the payment.
         */
        id: string;
    };
    query?: never;
    url: '/v1/payments/{id}';
};

export type GetPaymentErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetPaymentError = GetPaymentErrors[keyof GetPaymentErrors];

export type GetPaymentResponses = {
    /**
     * OK
     */
    200: PaymentResponse;
};

export type GetPaymentResponse = GetPaymentResponses[keyof GetPaymentResponses];

export type ReversePaymentData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the payment.
         */
        id: string;
    };
    query?: never;
    url: '/v1/payments/{id}/reverse';
};

export type ReversePaymentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReversePaymentError = ReversePaymentErrors[keyof ReversePaymentErrors];

export type ReversePaymentResponses = {
    /**
     * OK
     */
    200: PaymentResponse;
};

export type ReversePaymentResponse = ReversePaymentResponses[keyof ReversePaymentResponses];

export type AllocatePaymentData = {
    body: AllocateRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the payment.
         */
        id: string;
    };
    query?: never;
    url: '/v1/payments/{id}/allocations';
};

export type AllocatePaymentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AllocatePaymentError = AllocatePaymentErrors[keyof AllocatePaymentErrors];

export type AllocatePaymentResponses = {
    /**
     * OK
     */
    200: PaymentResponse;
};

export type AllocatePaymentResponse = AllocatePaymentResponses[keyof AllocatePaymentResponses];

export type WithdrawAllocationData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the payment.
         */
        id: string;
        /**
         * The allocation's id, `alo_…`.
         */
        allocation: string;
    };
    query?: never;
    url: '/v1/payments/{id}/allocations/{allocation}';
};

export type WithdrawAllocationErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type WithdrawAllocationError = WithdrawAllocationErrors[keyof WithdrawAllocationErrors];

export type WithdrawAllocationResponses = {
    /**
     * OK
     */
    200: PaymentResponse;
};

export type WithdrawAllocationResponse = WithdrawAllocationResponses[keyof WithdrawAllocationResponses];

export type IssueCreditNoteData = {
    body: IssueCreditNoteRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/credit_notes';
};

export type IssueCreditNoteErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type IssueCreditNoteError = IssueCreditNoteErrors[keyof IssueCreditNoteErrors];

export type IssueCreditNoteResponses = {
    /**
     * Created
     */
    201: CreditNoteResponse;
};

export type IssueCreditNoteResponse = IssueCreditNoteResponses[keyof IssueCreditNoteResponses];

export type GetCreditNoteData = {
    body?: never;
    path: {
        /**
         * The id of the credit note.
         */
        id: string;
    };
    query?: never;
    url: '/v1/credit_notes/{id}';
};

export type GetCreditNoteErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetCreditNoteError = GetCreditNoteErrors[keyof GetCreditNoteErrors];

export type GetCreditNoteResponses = {
    /**
     * OK
     */
    200: CreditNoteResponse;
};

export type GetCreditNoteResponse = GetCreditNoteResponses[keyof GetCreditNoteResponses];

export type GetCreditNotePdfData = {
    body?: never;
    path: {
        /**
         * The id of the credit note.
         */
        id: string;
    };
    query?: never;
    url: '/v1/credit_notes/{id}/pdf';
};

export type GetCreditNotePdfErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetCreditNotePdfError = GetCreditNotePdfErrors[keyof GetCreditNotePdfErrors];

export type GetCreditNotePdfResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type GetCreditNotePdfResponse = GetCreditNotePdfResponses[keyof GetCreditNotePdfResponses];

export type ListRefundsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
    };
    url: '/v1/refunds';
};

export type ListRefundsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListRefundsError = ListRefundsErrors[keyof ListRefundsErrors];

export type ListRefundsResponses = {
    /**
     * OK
     */
    200: PageOfRefundResponse;
};

export type ListRefundsResponse = ListRefundsResponses[keyof ListRefundsResponses];

export type RequestRefundData = {
    body: RequestRefundRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/refunds';
};

export type RequestRefundErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RequestRefundError = RequestRefundErrors[keyof RequestRefundErrors];

export type RequestRefundResponses = {
    /**
     * Created
     */
    201: RefundResponse;
};

export type RequestRefundResponse = RequestRefundResponses[keyof RequestRefundResponses];

export type GetRefundData = {
    body?: never;
    path: {
        /**
         * The id of the refund.
         */
        id: string;
    };
    query?: never;
    url: '/v1/refunds/{id}';
};

export type GetRefundErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetRefundError = GetRefundErrors[keyof GetRefundErrors];

export type GetRefundResponses = {
    /**
     * OK
     */
    200: RefundResponse;
};

export type GetRefundResponse = GetRefundResponses[keyof GetRefundResponses];

export type SetRefundBankAccountData = {
    body: RefundAccountRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the refund.
         */
        id: string;
    };
    query?: never;
    url: '/v1/refunds/{id}/bank_account';
};

export type SetRefundBankAccountErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type SetRefundBankAccountError = SetRefundBankAccountErrors[keyof SetRefundBankAccountErrors];

export type SetRefundBankAccountResponses = {
    /**
     * OK
     */
    200: RefundResponse;
};

export type SetRefundBankAccountResponse = SetRefundBankAccountResponses[keyof SetRefundBankAccountResponses];

export type ApproveRefundData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the refund.
         */
        id: string;
    };
    query?: never;
    url: '/v1/refunds/{id}/approve';
};

export type ApproveRefundErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ApproveRefundError = ApproveRefundErrors[keyof ApproveRefundErrors];

export type ApproveRefundResponses = {
    /**
     * OK
     */
    200: RefundResponse;
};

export type ApproveRefundResponse = ApproveRefundResponses[keyof ApproveRefundResponses];

export type CancelRefundData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the refund.
         */
        id: string;
    };
    query?: never;
    url: '/v1/refunds/{id}/cancel';
};

export type CancelRefundErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CancelRefundError = CancelRefundErrors[keyof CancelRefundErrors];

export type CancelRefundResponses = {
    /**
     * OK
     */
    200: RefundResponse;
};

export type CancelRefundResponse = CancelRefundResponses[keyof CancelRefundResponses];

export type ListLedgerAccountsData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/ledger/accounts';
};

export type ListLedgerAccountsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListLedgerAccountsError = ListLedgerAccountsErrors[keyof ListLedgerAccountsErrors];

export type ListLedgerAccountsResponses = {
    /**
     * OK
     */
    200: AccountListResponse;
};

export type ListLedgerAccountsResponse = ListLedgerAccountsResponses[keyof ListLedgerAccountsResponses];

export type ListLedgerEntriesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only entries of this account.
         */
        account?: string;
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
        /**
         * Only those of this receivable.
         */
        receivable?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/ledger/entries';
};

export type ListLedgerEntriesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListLedgerEntriesError = ListLedgerEntriesErrors[keyof ListLedgerEntriesErrors];

export type ListLedgerEntriesResponses = {
    /**
     * OK
     */
    200: PageOfLedgerEntryResponse;
};

export type ListLedgerEntriesResponse = ListLedgerEntriesResponses[keyof ListLedgerEntriesResponses];

export type GetLedgerTrialBalanceData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * As it stood at the end of this day.
         */
        as_of?: string;
    };
    url: '/v1/ledger/trial_balance';
};

export type GetLedgerTrialBalanceErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetLedgerTrialBalanceError = GetLedgerTrialBalanceErrors[keyof GetLedgerTrialBalanceErrors];

export type GetLedgerTrialBalanceResponses = {
    /**
     * OK
     */
    200: TrialBalanceResponse;
};

export type GetLedgerTrialBalanceResponse = GetLedgerTrialBalanceResponses[keyof GetLedgerTrialBalanceResponses];

export type ExportLedgerData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
        /**
         * The file's format.
         */
        format?: string;
    };
    url: '/v1/ledger/export';
};

export type ExportLedgerErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportLedgerError = ExportLedgerErrors[keyof ExportLedgerErrors];

export type ExportLedgerResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type ExportLedgerResponse = ExportLedgerResponses[keyof ExportLedgerResponses];

export type GetLedgerPeriodData = {
    body?: never;
    path: {
        /**
         * The month, `YYYY-MM`.
         */
        month: string;
    };
    query?: never;
    url: '/v1/ledger/periods/{month}';
};

export type GetLedgerPeriodErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetLedgerPeriodError = GetLedgerPeriodErrors[keyof GetLedgerPeriodErrors];

export type GetLedgerPeriodResponses = {
    /**
     * OK
     */
    200: PeriodResponse;
};

export type GetLedgerPeriodResponse = GetLedgerPeriodResponses[keyof GetLedgerPeriodResponses];

export type ClosePeriodData = {
    body?: null | ClosePeriodRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The month, `YYYY-MM`.
         */
        month: string;
    };
    query?: never;
    url: '/v1/ledger/periods/{month}/close';
};

export type ClosePeriodErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ClosePeriodError = ClosePeriodErrors[keyof ClosePeriodErrors];

export type ClosePeriodResponses = {
    /**
     * OK
     */
    200: PeriodResponse;
};

export type ClosePeriodResponse = ClosePeriodResponses[keyof ClosePeriodResponses];

export type ReopenPeriodData = {
    body: ReopenPeriodRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The month, `YYYY-MM`.
         */
        month: string;
    };
    query?: never;
    url: '/v1/ledger/periods/{month}/reopen';
};

export type ReopenPeriodErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReopenPeriodError = ReopenPeriodErrors[keyof ReopenPeriodErrors];

export type ReopenPeriodResponses = {
    /**
     * OK
     */
    200: PeriodResponse;
};

export type ReopenPeriodResponse = ReopenPeriodResponses[keyof ReopenPeriodResponses];

export type ListMailsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        state?: string;
    };
    url: '/v1/mails';
};

export type ListMailsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMailsError = ListMailsErrors[keyof ListMailsErrors];

export type ListMailsResponses = {
    /**
     * OK
     */
    200: PageOfMailResponse;
};

export type ListMailsResponse = ListMailsResponses[keyof ListMailsResponses];

export type GetMailData = {
    body?: never;
    path: {
        /**
         * The id of the mail.
         */
        id: string;
    };
    query?: never;
    url: '/v1/mails/{id}';
};

export type GetMailErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMailError = GetMailErrors[keyof GetMailErrors];

export type GetMailResponses = {
    /**
     * OK
     */
    200: MailResponse;
};

export type GetMailResponse = GetMailResponses[keyof GetMailResponses];

export type ResendMailData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the mail.
         */
        id: string;
    };
    query?: never;
    url: '/v1/mails/{id}/resend';
};

export type ResendMailErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ResendMailError = ResendMailErrors[keyof ResendMailErrors];

export type ResendMailResponses = {
    /**
     * OK
     */
    200: MailResponse;
};

export type ResendMailResponse = ResendMailResponses[keyof ResendMailResponses];

export type PreviewDunningData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/dunning_runs/preview';
};

export type PreviewDunningErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PreviewDunningError = PreviewDunningErrors[keyof PreviewDunningErrors];

export type PreviewDunningResponses = {
    /**
     * OK
     */
    200: PreviewDunningResponse;
};

export type PreviewDunningResponse2 = PreviewDunningResponses[keyof PreviewDunningResponses];

export type ImportShipmentsData = {
    body: Stream;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: {
        /**
         * How a table is written: `orders`, `shipments`, or the code of a stored profile.
         */
        profile?: string;
        /**
         * `utf-8` or `shift_jis`.
         */
        charset?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * A JSON object: this shop's own headings, each with the column it means, or null to pass it over.
         */
        columns?: string;
    };
    url: '/v1/shipments/import';
};

export type ImportShipmentsErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ImportShipmentsError = ImportShipmentsErrors[keyof ImportShipmentsErrors];

export type ImportShipmentsResponses = {
    /**
     * OK
     */
    200: BatchResponse;
    /**
     * Accepted
     */
    202: BatchResponse;
};

export type ImportShipmentsResponse = ImportShipmentsResponses[keyof ImportShipmentsResponses];

export type ExportOrdersData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * `utf-8` or `shift_jis`.
         */
        charset?: string;
        /**
         * The language of the heading: `ja` or `en`.
         */
        heading?: string;
        /**
         * How a table is written: `orders`, `shipments`, or the code of a stored profile.
         */
        profile?: string;
    };
    url: '/v1/orders/export';
};

export type ExportOrdersErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportOrdersError = ExportOrdersErrors[keyof ExportOrdersErrors];

export type ExportOrdersResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type ExportOrdersResponse = ExportOrdersResponses[keyof ExportOrdersResponses];

export type ExportShipmentsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * `utf-8` or `shift_jis`.
         */
        charset?: string;
        /**
         * The language of the heading: `ja` or `en`.
         */
        heading?: string;
        /**
         * How a table is written: `orders`, `shipments`, or the code of a stored profile.
         */
        profile?: string;
    };
    url: '/v1/shipments/export';
};

export type ExportShipmentsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportShipmentsError = ExportShipmentsErrors[keyof ExportShipmentsErrors];

export type ExportShipmentsResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type ExportShipmentsResponse = ExportShipmentsResponses[keyof ExportShipmentsResponses];

export type ListAuditEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only what this client or person did.
         */
        actor?: string;
        /**
         * Only this kind of act.
         */
        action?: string;
        /**
         * Only what concerns this resource's id.
         */
        resource?: string;
        /**
         * Only acts on this resource.
         */
        resource_id?: string;
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
    };
    url: '/v1/audit_events';
};

export type ListAuditEventsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListAuditEventsError = ListAuditEventsErrors[keyof ListAuditEventsErrors];

export type ListAuditEventsResponses = {
    /**
     * OK
     */
    200: PageOfAuditEventResponse;
};

export type ListAuditEventsResponse = ListAuditEventsResponses[keyof ListAuditEventsResponses];

export type VerifyAuditTrailData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/audit_events/verify';
};

export type VerifyAuditTrailErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type VerifyAuditTrailError = VerifyAuditTrailErrors[keyof VerifyAuditTrailErrors];

export type VerifyAuditTrailResponses = {
    /**
     * OK
     */
    200: AuditVerdict;
};

export type VerifyAuditTrailResponse = VerifyAuditTrailResponses[keyof VerifyAuditTrailResponses];

export type GetTestClockData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/test_clock';
};

export type GetTestClockErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetTestClockError = GetTestClockErrors[keyof GetTestClockErrors];

export type GetTestClockResponses = {
    /**
     * OK
     */
    200: TestClockAnswer;
};

export type GetTestClockResponse = GetTestClockResponses[keyof GetTestClockResponses];

export type AdvanceTestClockData = {
    body: AdvanceTestClockRequest;
    path?: never;
    query?: never;
    url: '/v1/test_clock/advance';
};

export type AdvanceTestClockErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AdvanceTestClockError = AdvanceTestClockErrors[keyof AdvanceTestClockErrors];

export type AdvanceTestClockResponses = {
    /**
     * OK
     */
    200: TestClockAnswer;
};

export type AdvanceTestClockResponse = AdvanceTestClockResponses[keyof AdvanceTestClockResponses];

export type ListWebhookEndpointsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/webhook_endpoints';
};

export type ListWebhookEndpointsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListWebhookEndpointsError = ListWebhookEndpointsErrors[keyof ListWebhookEndpointsErrors];

export type ListWebhookEndpointsResponses = {
    /**
     * OK
     */
    200: PageOfWebhookEndpointResponse;
};

export type ListWebhookEndpointsResponse = ListWebhookEndpointsResponses[keyof ListWebhookEndpointsResponses];

export type CreateWebhookEndpointData = {
    body: CreateWebhookEndpointRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/webhook_endpoints';
};

export type CreateWebhookEndpointErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CreateWebhookEndpointError = CreateWebhookEndpointErrors[keyof CreateWebhookEndpointErrors];

export type CreateWebhookEndpointResponses = {
    /**
     * Created
     */
    201: WebhookEndpointResponse;
};

export type CreateWebhookEndpointResponse = CreateWebhookEndpointResponses[keyof CreateWebhookEndpointResponses];

export type DeleteWebhookEndpointData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the webhook endpoint.
         */
        id: string;
    };
    query?: never;
    url: '/v1/webhook_endpoints/{id}';
};

export type DeleteWebhookEndpointErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DeleteWebhookEndpointError = DeleteWebhookEndpointErrors[keyof DeleteWebhookEndpointErrors];

export type DeleteWebhookEndpointResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeleteWebhookEndpointResponse = DeleteWebhookEndpointResponses[keyof DeleteWebhookEndpointResponses];

export type GetWebhookEndpointData = {
    body?: never;
    path: {
        /**
         * The id of the webhook endpoint.
         */
        id: string;
    };
    query?: never;
    url: '/v1/webhook_endpoints/{id}';
};

export type GetWebhookEndpointErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetWebhookEndpointError = GetWebhookEndpointErrors[keyof GetWebhookEndpointErrors];

export type GetWebhookEndpointResponses = {
    /**
     * OK
     */
    200: WebhookEndpointResponse;
};

export type GetWebhookEndpointResponse = GetWebhookEndpointResponses[keyof GetWebhookEndpointResponses];

export type ChangeWebhookEndpointData = {
    body: UpdateWebhookEndpointRequest;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the webhook endpoint.
         */
        id: string;
    };
    query?: never;
    url: '/v1/webhook_endpoints/{id}';
};

export type ChangeWebhookEndpointErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ChangeWebhookEndpointError = ChangeWebhookEndpointErrors[keyof ChangeWebhookEndpointErrors];

export type ChangeWebhookEndpointResponses = {
    /**
     * OK
     */
    200: WebhookEndpointResponse;
};

export type ChangeWebhookEndpointResponse = ChangeWebhookEndpointResponses[keyof ChangeWebhookEndpointResponses];

export type RotateWebhookSecretData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the webhook endpoint.
         */
        id: string;
    };
    query?: never;
    url: '/v1/webhook_endpoints/{id}/rotate_secret';
};

export type RotateWebhookSecretErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RotateWebhookSecretError = RotateWebhookSecretErrors[keyof RotateWebhookSecretErrors];

export type RotateWebhookSecretResponses = {
    /**
     * OK
     */
    200: WebhookEndpointResponse;
};

export type RotateWebhookSecretResponse = RotateWebhookSecretResponses[keyof RotateWebhookSecretResponses];

export type PingWebhookEndpointData = {
    body?: never;
    path: {
        /**
         * The id of the webhook endpoint.
         */
        id: string;
    };
    query?: never;
    url: '/v1/webhook_endpoints/{id}/ping';
};

export type PingWebhookEndpointErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PingWebhookEndpointError = PingWebhookEndpointErrors[keyof PingWebhookEndpointErrors];

export type PingWebhookEndpointResponses = {
    /**
     * OK
     */
    200: PingResponse;
};

export type PingWebhookEndpointResponse = PingWebhookEndpointResponses[keyof PingWebhookEndpointResponses];

export type ListEventsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only events of this type.
         */
        type?: string;
        /**
         * Only what concerns this resource's id.
         */
        resource?: string;
    };
    url: '/v1/events';
};

export type ListEventsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListEventsError = ListEventsErrors[keyof ListEventsErrors];

export type ListEventsResponses = {
    /**
     * OK
     */
    200: PageOfEventResponse;
};

export type ListEventsResponse = ListEventsResponses[keyof ListEventsResponses];

export type GetEventData = {
    body?: never;
    path: {
        /**
         * The id of the event.
         */
        id: string;
    };
    query?: never;
    url: '/v1/events/{id}';
};

export type GetEventErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetEventError = GetEventErrors[keyof GetEventErrors];

export type GetEventResponses = {
    /**
     * OK
     */
    200: EventResponse;
};

export type GetEventResponse = GetEventResponses[keyof GetEventResponses];

export type ReplayEventData = {
    body?: null | ReplayEventRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the event.
         */
        id: string;
    };
    query?: never;
    url: '/v1/events/{id}/replay';
};

export type ReplayEventErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReplayEventError = ReplayEventErrors[keyof ReplayEventErrors];

export type ReplayEventResponses = {
    /**
     * Accepted
     */
    202: ReplayEventResponse;
};

export type ReplayEventResponse2 = ReplayEventResponses[keyof ReplayEventResponses];

export type PlaceScreeningData = {
    body: PlaceScreeningRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/screenings';
};

export type PlaceScreeningErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PlaceScreeningError = PlaceScreeningErrors[keyof PlaceScreeningErrors];

export type PlaceScreeningResponses = {
    /**
     * Created
     */
    201: ScreeningResponse;
};

export type PlaceScreeningResponse = PlaceScreeningResponses[keyof PlaceScreeningResponses];

export type NormalizeInputsData = {
    body: NormalizeInputsRequest;
    path?: never;
    query?: never;
    url: '/v1/screenings/normalize';
};

export type NormalizeInputsErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type NormalizeInputsError = NormalizeInputsErrors[keyof NormalizeInputsErrors];

export type NormalizeInputsResponses = {
    /**
     * OK
     */
    200: NormalizeInputsResponse;
};

export type NormalizeInputsResponse2 = NormalizeInputsResponses[keyof NormalizeInputsResponses];

export type GetScreeningData = {
    body?: never;
    path: {
        /**
         * The id of the screening.
         */
        id: string;
    };
    query?: never;
    url: '/v1/screenings/{id}';
};

export type GetScreeningErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetScreeningError = GetScreeningErrors[keyof GetScreeningErrors];

export type GetScreeningResponses = {
    /**
     * OK
     */
    200: ScreeningResponse;
};

export type GetScreeningResponse = GetScreeningResponses[keyof GetScreeningResponses];

export type RecordOutcomeData = {
    body: RecordOutcomeRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the screening.
         */
        id: string;
    };
    query?: never;
    url: '/v1/screenings/{id}/outcome';
};

export type RecordOutcomeErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RecordOutcomeError = RecordOutcomeErrors[keyof RecordOutcomeErrors];

export type RecordOutcomeResponses = {
    /**
     * OK
     */
    200: ScreeningResponse;
};

export type RecordOutcomeResponse = RecordOutcomeResponses[keyof RecordOutcomeResponses];

export type ReplayScreeningData = {
    body?: never;
    path: {
        /**
         * The id of the screening.
         */
        id: string;
    };
    query?: never;
    url: '/v1/screenings/{id}/replay';
};

export type ReplayScreeningErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReplayScreeningError = ReplayScreeningErrors[keyof ReplayScreeningErrors];

export type ReplayScreeningResponses = {
    /**
     * OK
     */
    200: ReplayResponse;
};

export type ReplayScreeningResponse = ReplayScreeningResponses[keyof ReplayScreeningResponses];

export type ListScreeningPoliciesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/screening_policies';
};

export type ListScreeningPoliciesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListScreeningPoliciesError = ListScreeningPoliciesErrors[keyof ListScreeningPoliciesErrors];

export type ListScreeningPoliciesResponses = {
    /**
     * OK
     */
    200: PolicyList;
};

export type ListScreeningPoliciesResponse = ListScreeningPoliciesResponses[keyof ListScreeningPoliciesResponses];

export type GetScreeningPolicyReferenceData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/screening_policies/reference';
};

export type GetScreeningPolicyReferenceErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetScreeningPolicyReferenceError = GetScreeningPolicyReferenceErrors[keyof GetScreeningPolicyReferenceErrors];

export type GetScreeningPolicyReferenceResponses = {
    /**
     * OK
     */
    200: PolicyReferenceReference;
};

export type GetScreeningPolicyReferenceResponse = GetScreeningPolicyReferenceResponses[keyof GetScreeningPolicyReferenceResponses];

export type GetScreeningPolicyData = {
    body?: never;
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}';
};

export type GetScreeningPolicyErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetScreeningPolicyError = GetScreeningPolicyErrors[keyof GetScreeningPolicyErrors];

export type GetScreeningPolicyResponses = {
    /**
     * OK
     */
    200: PolicyResponse;
};

export type GetScreeningPolicyResponse = GetScreeningPolicyResponses[keyof GetScreeningPolicyResponses];

export type PutScreeningPolicyData = {
    body: PolicyRequest;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}';
};

export type PutScreeningPolicyErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PutScreeningPolicyError = PutScreeningPolicyErrors[keyof PutScreeningPolicyErrors];

export type PutScreeningPolicyResponses = {
    /**
     * OK
     */
    200: PolicyResponse;
};

export type PutScreeningPolicyResponse = PutScreeningPolicyResponses[keyof PutScreeningPolicyResponses];

export type ValidateScreeningPolicyData = {
    body: PolicyRequest;
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}/validate';
};

export type ValidateScreeningPolicyErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ValidateScreeningPolicyError = ValidateScreeningPolicyErrors[keyof ValidateScreeningPolicyErrors];

export type ValidateScreeningPolicyResponses = {
    /**
     * OK
     */
    200: PolicyVerdict;
};

export type ValidateScreeningPolicyResponse = ValidateScreeningPolicyResponses[keyof ValidateScreeningPolicyResponses];

export type BacktestScreeningPolicyData = {
    body: BacktestRequest;
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}/backtest';
};

export type BacktestScreeningPolicyErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type BacktestScreeningPolicyError = BacktestScreeningPolicyErrors[keyof BacktestScreeningPolicyErrors];

export type BacktestScreeningPolicyResponses = {
    /**
     * OK
     */
    200: BacktestResponse;
};

export type BacktestScreeningPolicyResponse = BacktestScreeningPolicyResponses[keyof BacktestScreeningPolicyResponses];

export type ListScreeningPolicyVersionsData = {
    body?: never;
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/screening_policies/{code}/versions';
};

export type ListScreeningPolicyVersionsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListScreeningPolicyVersionsError = ListScreeningPolicyVersionsErrors[keyof ListScreeningPolicyVersionsErrors];

export type ListScreeningPolicyVersionsResponses = {
    /**
     * OK
     */
    200: PageOfPolicyVersionSummary;
};

export type ListScreeningPolicyVersionsResponse = ListScreeningPolicyVersionsResponses[keyof ListScreeningPolicyVersionsResponses];

export type GetScreeningPolicyVersionData = {
    body?: never;
    path: {
        /**
         * The policy's code.
         */
        code: string;
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}/versions/{version}';
};

export type GetScreeningPolicyVersionErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetScreeningPolicyVersionError = GetScreeningPolicyVersionErrors[keyof GetScreeningPolicyVersionErrors];

export type GetScreeningPolicyVersionResponses = {
    /**
     * OK
     */
    200: PolicyResponse;
};

export type GetScreeningPolicyVersionResponse = GetScreeningPolicyVersionResponses[keyof GetScreeningPolicyVersionResponses];

export type CompareScreeningPolicyVersionData = {
    body?: never;
    path: {
        /**
         * The policy's code.
         */
        code: string;
        /**
         * The version.
         */
        version: string;
    };
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
    };
    url: '/v1/screening_policies/{code}/versions/{version}/comparison';
};

export type CompareScreeningPolicyVersionErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CompareScreeningPolicyVersionError = CompareScreeningPolicyVersionErrors[keyof CompareScreeningPolicyVersionErrors];

export type CompareScreeningPolicyVersionResponses = {
    /**
     * OK
     */
    200: ShadowComparison;
};

export type CompareScreeningPolicyVersionResponse = CompareScreeningPolicyVersionResponses[keyof CompareScreeningPolicyVersionResponses];

export type ActivateScreeningPolicyVersionData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The policy's code.
         */
        code: string;
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}/versions/{version}/activate';
};

export type ActivateScreeningPolicyVersionErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ActivateScreeningPolicyVersionError = ActivateScreeningPolicyVersionErrors[keyof ActivateScreeningPolicyVersionErrors];

export type ActivateScreeningPolicyVersionResponses = {
    /**
     * OK
     */
    200: PolicyResponse;
};

export type ActivateScreeningPolicyVersionResponse = ActivateScreeningPolicyVersionResponses[keyof ActivateScreeningPolicyVersionResponses];

export type ShadowScreeningPolicyVersionData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The policy's code.
         */
        code: string;
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}/versions/{version}/shadow';
};

export type ShadowScreeningPolicyVersionErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ShadowScreeningPolicyVersionError = ShadowScreeningPolicyVersionErrors[keyof ShadowScreeningPolicyVersionErrors];

export type ShadowScreeningPolicyVersionResponses = {
    /**
     * OK
     */
    200: PolicyResponse;
};

export type ShadowScreeningPolicyVersionResponse = ShadowScreeningPolicyVersionResponses[keyof ShadowScreeningPolicyVersionResponses];

export type RetireScreeningPolicyVersionData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The policy's code.
         */
        code: string;
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/screening_policies/{code}/versions/{version}/retire';
};

export type RetireScreeningPolicyVersionErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RetireScreeningPolicyVersionError = RetireScreeningPolicyVersionErrors[keyof RetireScreeningPolicyVersionErrors];

export type RetireScreeningPolicyVersionResponses = {
    /**
     * OK
     */
    200: PolicyResponse;
};

export type RetireScreeningPolicyVersionResponse = RetireScreeningPolicyVersionResponses[keyof RetireScreeningPolicyVersionResponses];

export type ListNegativesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those with this kind.
         */
        kind?: string;
    };
    url: '/v1/negatives';
};

export type ListNegativesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListNegativesError = ListNegativesErrors[keyof ListNegativesErrors];

export type ListNegativesResponses = {
    /**
     * OK
     */
    200: PageOfListEntryResponse;
};

export type ListNegativesResponse = ListNegativesResponses[keyof ListNegativesResponses];

export type AddNegativeData = {
    body: AddListEntryRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/negatives';
};

export type AddNegativeErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AddNegativeError = AddNegativeErrors[keyof AddNegativeErrors];

export type AddNegativeResponses = {
    /**
     * Created
     */
    201: ListEntryResponse;
};

export type AddNegativeResponse = AddNegativeResponses[keyof AddNegativeResponses];

export type ImportNegativesData = {
    body: Stream;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: {
        /**
         * `true`: checks and counts, changes nothing.
         */
        preview?: boolean;
    };
    url: '/v1/negatives/import';
};

export type ImportNegativesErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ImportNegativesError = ImportNegativesErrors[keyof ImportNegativesErrors];

export type ImportNegativesResponses = {
    /**
     * OK
     */
    200: ListImportResponse;
};

export type ImportNegativesResponse = ImportNegativesResponses[keyof ImportNegativesResponses];

export type ExportNegativesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/negatives/export';
};

export type ExportNegativesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportNegativesError = ExportNegativesErrors[keyof ExportNegativesErrors];

export type ExportNegativesResponses = {
    /**
     * OK
     */
    200: Stream;
};

export type ExportNegativesResponse = ExportNegativesResponses[keyof ExportNegativesResponses];

export type DeleteNegativeData = {
    body?: never;
    path: {
        /**
         * The id of the negative.
         */
        id: string;
    };
    query?: never;
    url: '/v1/negatives/{id}';
};

export type DeleteNegativeErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DeleteNegativeError = DeleteNegativeErrors[keyof DeleteNegativeErrors];

export type DeleteNegativeResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeleteNegativeResponse = DeleteNegativeResponses[keyof DeleteNegativeResponses];

export type GetNegativeData = {
    body?: never;
    path: {
        /**
         * The id of the negative.
         */
        id: string;
    };
    query?: never;
    url: '/v1/negatives/{id}';
};

export type GetNegativeErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetNegativeError = GetNegativeErrors[keyof GetNegativeErrors];

export type GetNegativeResponses = {
    /**
     * OK
     */
    200: ListEntryResponse;
};

export type GetNegativeResponse = GetNegativeResponses[keyof GetNegativeResponses];

export type ListPositivesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those with this kind.
         */
        kind?: string;
    };
    url: '/v1/positives';
};

export type ListPositivesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListPositivesError = ListPositivesErrors[keyof ListPositivesErrors];

export type ListPositivesResponses = {
    /**
     * OK
     */
    200: PageOfListEntryResponse;
};

export type ListPositivesResponse = ListPositivesResponses[keyof ListPositivesResponses];

export type AddPositiveData = {
    body: AddListEntryRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/positives';
};

export type AddPositiveErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AddPositiveError = AddPositiveErrors[keyof AddPositiveErrors];

export type AddPositiveResponses = {
    /**
     * Created
     */
    201: ListEntryResponse;
};

export type AddPositiveResponse = AddPositiveResponses[keyof AddPositiveResponses];

export type ImportPositivesData = {
    body: Stream;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: {
        /**
         * `true`: checks and counts, changes nothing.
         */
        preview?: boolean;
    };
    url: '/v1/positives/import';
};

export type ImportPositivesErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ImportPositivesError = ImportPositivesErrors[keyof ImportPositivesErrors];

export type ImportPositivesResponses = {
    /**
     * OK
     */
    200: ListImportResponse;
};

export type ImportPositivesResponse = ImportPositivesResponses[keyof ImportPositivesResponses];

export type ExportPositivesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/positives/export';
};

export type ExportPositivesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportPositivesError = ExportPositivesErrors[keyof ExportPositivesErrors];

export type ExportPositivesResponses = {
    /**
     * OK
     */
    200: Stream;
};

export type ExportPositivesResponse = ExportPositivesResponses[keyof ExportPositivesResponses];

export type DeletePositiveData = {
    body?: never;
    path: {
        /**
         * The id of the positive.
         */
        id: string;
    };
    query?: never;
    url: '/v1/positives/{id}';
};

export type DeletePositiveErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DeletePositiveError = DeletePositiveErrors[keyof DeletePositiveErrors];

export type DeletePositiveResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeletePositiveResponse = DeletePositiveResponses[keyof DeletePositiveResponses];

export type GetPositiveData = {
    body?: never;
    path: {
        /**
         * The id of the positive.
         */
        id: string;
    };
    query?: never;
    url: '/v1/positives/{id}';
};

export type GetPositiveErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetPositiveError = GetPositiveErrors[keyof GetPositiveErrors];

export type GetPositiveResponses = {
    /**
     * OK
     */
    200: ListEntryResponse;
};

export type GetPositiveResponse = GetPositiveResponses[keyof GetPositiveResponses];

export type ListDeliveryPlacesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those with this category.
         */
        category?: string;
    };
    url: '/v1/delivery_places';
};

export type ListDeliveryPlacesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListDeliveryPlacesError = ListDeliveryPlacesErrors[keyof ListDeliveryPlacesErrors];

export type ListDeliveryPlacesResponses = {
    /**
     * OK
     */
    200: PageOfPlaceResponse;
};

export type ListDeliveryPlacesResponse = ListDeliveryPlacesResponses[keyof ListDeliveryPlacesResponses];

export type AddDeliveryPlaceData = {
    body: AddPlaceRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/delivery_places';
};

export type AddDeliveryPlaceErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AddDeliveryPlaceError = AddDeliveryPlaceErrors[keyof AddDeliveryPlaceErrors];

export type AddDeliveryPlaceResponses = {
    /**
     * Created
     */
    201: PlaceResponse;
};

export type AddDeliveryPlaceResponse = AddDeliveryPlaceResponses[keyof AddDeliveryPlaceResponses];

export type ImportDeliveryPlacesData = {
    body: Stream;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: {
        /**
         * `true`: checks and counts, changes nothing.
         */
        preview?: boolean;
    };
    url: '/v1/delivery_places/import';
};

export type ImportDeliveryPlacesErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ImportDeliveryPlacesError = ImportDeliveryPlacesErrors[keyof ImportDeliveryPlacesErrors];

export type ImportDeliveryPlacesResponses = {
    /**
     * OK
     */
    200: ListImportResponse;
};

export type ImportDeliveryPlacesResponse = ImportDeliveryPlacesResponses[keyof ImportDeliveryPlacesResponses];

export type ExportDeliveryPlacesData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/delivery_places/export';
};

export type ExportDeliveryPlacesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportDeliveryPlacesError = ExportDeliveryPlacesErrors[keyof ExportDeliveryPlacesErrors];

export type ExportDeliveryPlacesResponses = {
    /**
     * OK
     */
    200: Stream;
};

export type ExportDeliveryPlacesResponse = ExportDeliveryPlacesResponses[keyof ExportDeliveryPlacesResponses];

export type DeleteDeliveryPlaceData = {
    body?: never;
    path: {
        /**
         * The id of the delivery place.
         */
        id: string;
    };
    query?: never;
    url: '/v1/delivery_places/{id}';
};

export type DeleteDeliveryPlaceErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DeleteDeliveryPlaceError = DeleteDeliveryPlaceErrors[keyof DeleteDeliveryPlaceErrors];

export type DeleteDeliveryPlaceResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeleteDeliveryPlaceResponse = DeleteDeliveryPlaceResponses[keyof DeleteDeliveryPlaceResponses];

export type GetDeliveryPlaceData = {
    body?: never;
    path: {
        /**
         * The id of the delivery place.
         */
        id: string;
    };
    query?: never;
    url: '/v1/delivery_places/{id}';
};

export type GetDeliveryPlaceErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetDeliveryPlaceError = GetDeliveryPlaceErrors[keyof GetDeliveryPlaceErrors];

export type GetDeliveryPlaceResponses = {
    /**
     * OK
     */
    200: PlaceResponse;
};

export type GetDeliveryPlaceResponse = GetDeliveryPlaceResponses[keyof GetDeliveryPlaceResponses];

export type ListScreeningModelsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/screening_models';
};

export type ListScreeningModelsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListScreeningModelsError = ListScreeningModelsErrors[keyof ListScreeningModelsErrors];

export type ListScreeningModelsResponses = {
    /**
     * OK
     */
    200: PageOfScreeningModelResponse;
};

export type ListScreeningModelsResponse = ListScreeningModelsResponses[keyof ListScreeningModelsResponses];

export type GetScreeningModelData = {
    body?: never;
    path: {
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/screening_models/{version}';
};

export type GetScreeningModelErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetScreeningModelError = GetScreeningModelErrors[keyof GetScreeningModelErrors];

export type GetScreeningModelResponses = {
    /**
     * OK
     */
    200: ScreeningModelResponse;
};

export type GetScreeningModelResponse = GetScreeningModelResponses[keyof GetScreeningModelResponses];

export type ActivateScreeningModelData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/screening_models/{version}/activate';
};

export type ActivateScreeningModelErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ActivateScreeningModelError = ActivateScreeningModelErrors[keyof ActivateScreeningModelErrors];

export type ActivateScreeningModelResponses = {
    /**
     * OK
     */
    200: ScreeningModelResponse;
};

export type ActivateScreeningModelResponse = ActivateScreeningModelResponses[keyof ActivateScreeningModelResponses];

export type TrainScreeningModelData = {
    body: TrainModelRequest;
    path?: never;
    query?: never;
    url: '/v1/screening_models/train';
};

export type TrainScreeningModelErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type TrainScreeningModelError = TrainScreeningModelErrors[keyof TrainScreeningModelErrors];

export type TrainScreeningModelResponses = {
    /**
     * Created
     */
    201: ScreeningModelResponse;
};

export type TrainScreeningModelResponse = TrainScreeningModelResponses[keyof TrainScreeningModelResponses];

export type ListMerchantsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those with this check due.
         */
        check_due?: string;
        /**
         * Only those with this corporate number.
         */
        corporate_number?: string;
    };
    url: '/v1/merchants';
};

export type ListMerchantsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMerchantsError = ListMerchantsErrors[keyof ListMerchantsErrors];

export type ListMerchantsResponses = {
    /**
     * OK
     */
    200: PageOfMerchantResponse;
};

export type ListMerchantsResponse = ListMerchantsResponses[keyof ListMerchantsResponses];

export type CreateMerchantData = {
    body: MerchantInput;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/merchants';
};

export type CreateMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CreateMerchantError = CreateMerchantErrors[keyof CreateMerchantErrors];

export type CreateMerchantResponses = {
    /**
     * Created
     */
    201: MerchantResponse;
};

export type CreateMerchantResponse = CreateMerchantResponses[keyof CreateMerchantResponses];

export type GetMerchantData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}';
};

export type GetMerchantErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMerchantError = GetMerchantErrors[keyof GetMerchantErrors];

export type GetMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type GetMerchantResponse = GetMerchantResponses[keyof GetMerchantResponses];

export type ChangeMerchantData = {
    body: MerchantInput;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}';
};

export type ChangeMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ChangeMerchantError = ChangeMerchantErrors[keyof ChangeMerchantErrors];

export type ChangeMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type ChangeMerchantResponse = ChangeMerchantResponses[keyof ChangeMerchantResponses];

export type SubmitMerchantData = {
    body?: null | MerchantMoveInput;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/submit';
};

export type SubmitMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type SubmitMerchantError = SubmitMerchantErrors[keyof SubmitMerchantErrors];

export type SubmitMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type SubmitMerchantResponse = SubmitMerchantResponses[keyof SubmitMerchantResponses];

export type ReturnMerchantData = {
    body?: null | MerchantMoveInput;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/return';
};

export type ReturnMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReturnMerchantError = ReturnMerchantErrors[keyof ReturnMerchantErrors];

export type ReturnMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type ReturnMerchantResponse = ReturnMerchantResponses[keyof ReturnMerchantResponses];

export type ActivateMerchantData = {
    body?: null | MerchantMoveInput;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/activate';
};

export type ActivateMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ActivateMerchantError = ActivateMerchantErrors[keyof ActivateMerchantErrors];

export type ActivateMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type ActivateMerchantResponse = ActivateMerchantResponses[keyof ActivateMerchantResponses];

export type RestrictMerchantData = {
    body?: null | MerchantMoveInput;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/restrict';
};

export type RestrictMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RestrictMerchantError = RestrictMerchantErrors[keyof RestrictMerchantErrors];

export type RestrictMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type RestrictMerchantResponse = RestrictMerchantResponses[keyof RestrictMerchantResponses];

export type CloseMerchantData = {
    body?: null | MerchantMoveInput;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/close';
};

export type CloseMerchantErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CloseMerchantError = CloseMerchantErrors[keyof CloseMerchantErrors];

export type CloseMerchantResponses = {
    /**
     * OK
     */
    200: MerchantResponse;
};

export type CloseMerchantResponse = CloseMerchantResponses[keyof CloseMerchantResponses];

export type ListMerchantMovesData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/merchants/{id}/history';
};

export type ListMerchantMovesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMerchantMovesError = ListMerchantMovesErrors[keyof ListMerchantMovesErrors];

export type ListMerchantMovesResponses = {
    /**
     * OK
     */
    200: PageOfMerchantMoveResponse;
};

export type ListMerchantMovesResponse = ListMerchantMovesResponses[keyof ListMerchantMovesResponses];

export type ListMerchantDocumentsData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
    };
    url: '/v1/merchants/{id}/documents';
};

export type ListMerchantDocumentsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMerchantDocumentsError = ListMerchantDocumentsErrors[keyof ListMerchantDocumentsErrors];

export type ListMerchantDocumentsResponses = {
    /**
     * OK
     */
    200: PageOfMerchantDocumentResponse;
};

export type ListMerchantDocumentsResponse = ListMerchantDocumentsResponses[keyof ListMerchantDocumentsResponses];

export type UploadMerchantDocumentData = {
    body: MerchantDocumentForm;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/documents';
};

export type UploadMerchantDocumentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type UploadMerchantDocumentError = UploadMerchantDocumentErrors[keyof UploadMerchantDocumentErrors];

export type UploadMerchantDocumentResponses = {
    /**
     * Created
     */
    201: MerchantDocumentResponse;
};

export type UploadMerchantDocumentResponse = UploadMerchantDocumentResponses[keyof UploadMerchantDocumentResponses];

export type GetMerchantDocumentData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
        /**
         * The id of the document.
         */
        document: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/documents/{document}';
};

export type GetMerchantDocumentErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMerchantDocumentError = GetMerchantDocumentErrors[keyof GetMerchantDocumentErrors];

export type GetMerchantDocumentResponses = {
    /**
     * OK
     */
    200: MerchantDocumentResponse;
};

export type GetMerchantDocumentResponse = GetMerchantDocumentResponses[keyof GetMerchantDocumentResponses];

export type DownloadMerchantDocumentData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
        /**
         * The id of the document.
         */
        document: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/documents/{document}/file';
};

export type DownloadMerchantDocumentErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DownloadMerchantDocumentError = DownloadMerchantDocumentErrors[keyof DownloadMerchantDocumentErrors];

export type DownloadMerchantDocumentResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type DownloadMerchantDocumentResponse = DownloadMerchantDocumentResponses[keyof DownloadMerchantDocumentResponses];

export type WithdrawMerchantDocumentData = {
    body: WithdrawDocumentRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
        /**
         * The id of the document.
         */
        document: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/documents/{document}/withdraw';
};

export type WithdrawMerchantDocumentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type WithdrawMerchantDocumentError = WithdrawMerchantDocumentErrors[keyof WithdrawMerchantDocumentErrors];

export type WithdrawMerchantDocumentResponses = {
    /**
     * OK
     */
    200: MerchantDocumentResponse;
};

export type WithdrawMerchantDocumentResponse = WithdrawMerchantDocumentResponses[keyof WithdrawMerchantDocumentResponses];

export type ListMerchantChecksData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those with this kind.
         */
        kind?: string;
    };
    url: '/v1/merchants/{id}/checks';
};

export type ListMerchantChecksErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMerchantChecksError = ListMerchantChecksErrors[keyof ListMerchantChecksErrors];

export type ListMerchantChecksResponses = {
    /**
     * OK
     */
    200: PageOfMerchantCheckResponse;
};

export type ListMerchantChecksResponse = ListMerchantChecksResponses[keyof ListMerchantChecksResponses];

export type RecordMerchantCheckData = {
    body: MerchantCheckRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/checks';
};

export type RecordMerchantCheckErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RecordMerchantCheckError = RecordMerchantCheckErrors[keyof RecordMerchantCheckErrors];

export type RecordMerchantCheckResponses = {
    /**
     * Created
     */
    201: MerchantCheckResponse;
};

export type RecordMerchantCheckResponse = RecordMerchantCheckResponses[keyof RecordMerchantCheckResponses];

export type GetMerchantCheckData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
        /**
         * The id of the check.
         */
        check: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/checks/{check}';
};

export type GetMerchantCheckErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMerchantCheckError = GetMerchantCheckErrors[keyof GetMerchantCheckErrors];

export type GetMerchantCheckResponses = {
    /**
     * OK
     */
    200: MerchantCheckResponse;
};

export type GetMerchantCheckResponse = GetMerchantCheckResponses[keyof GetMerchantCheckResponses];

export type ListMerchantComplaintsData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those with this category.
         */
        category?: string;
    };
    url: '/v1/merchants/{id}/complaints';
};

export type ListMerchantComplaintsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMerchantComplaintsError = ListMerchantComplaintsErrors[keyof ListMerchantComplaintsErrors];

export type ListMerchantComplaintsResponses = {
    /**
     * OK
     */
    200: PageOfComplaintResponse;
};

export type ListMerchantComplaintsResponse = ListMerchantComplaintsResponses[keyof ListMerchantComplaintsResponses];

export type RecordMerchantComplaintData = {
    body: ComplaintRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/complaints';
};

export type RecordMerchantComplaintErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RecordMerchantComplaintError = RecordMerchantComplaintErrors[keyof RecordMerchantComplaintErrors];

export type RecordMerchantComplaintResponses = {
    /**
     * Created
     */
    201: ComplaintResponse;
};

export type RecordMerchantComplaintResponse = RecordMerchantComplaintResponses[keyof RecordMerchantComplaintResponses];

export type GetMerchantComplaintData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
        /**
         * The id of the complaint.
         */
        complaint: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/complaints/{complaint}';
};

export type GetMerchantComplaintErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMerchantComplaintError = GetMerchantComplaintErrors[keyof GetMerchantComplaintErrors];

export type GetMerchantComplaintResponses = {
    /**
     * OK
     */
    200: ComplaintResponse;
};

export type GetMerchantComplaintResponse = GetMerchantComplaintResponses[keyof GetMerchantComplaintResponses];

export type CloseMerchantComplaintData = {
    body: CloseComplaintRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
        /**
         * The id of the complaint.
         */
        complaint: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/complaints/{complaint}/close';
};

export type CloseMerchantComplaintErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CloseMerchantComplaintError = CloseMerchantComplaintErrors[keyof CloseMerchantComplaintErrors];

export type CloseMerchantComplaintResponses = {
    /**
     * OK
     */
    200: ComplaintResponse;
};

export type CloseMerchantComplaintResponse = CloseMerchantComplaintResponses[keyof CloseMerchantComplaintResponses];

export type GetMerchantMonitoringData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
    };
    url: '/v1/merchants/{id}/monitoring';
};

export type GetMerchantMonitoringErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMerchantMonitoringError = GetMerchantMonitoringErrors[keyof GetMerchantMonitoringErrors];

export type GetMerchantMonitoringResponses = {
    /**
     * OK
     */
    200: MerchantMonitoringResponse;
};

export type GetMerchantMonitoringResponse = GetMerchantMonitoringResponses[keyof GetMerchantMonitoringResponses];

export type ExportExchangeRecordData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * The file's format.
         */
        format?: string;
    };
    url: '/v1/merchants/{id}/exchange_record';
};

export type ExportExchangeRecordErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportExchangeRecordError = ExportExchangeRecordErrors[keyof ExportExchangeRecordErrors];

export type ExportExchangeRecordResponses = {
    /**
     * OK
     */
    200: ExchangeRecordResponse;
};

export type ExportExchangeRecordResponse = ExportExchangeRecordResponses[keyof ExportExchangeRecordResponses];

export type GetMerchantFeesData = {
    body?: never;
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: {
        /**
         * Only those with this on.
         */
        on?: string;
    };
    url: '/v1/merchants/{id}/fee_plans';
};

export type GetMerchantFeesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetMerchantFeesError = GetMerchantFeesErrors[keyof GetMerchantFeesErrors];

export type GetMerchantFeesResponses = {
    /**
     * OK
     */
    200: MerchantFeesResponse;
};

export type GetMerchantFeesResponse = GetMerchantFeesResponses[keyof GetMerchantFeesResponses];

export type AssignFeePlanData = {
    body: FeeAssignmentRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path: {
        /**
         * The id of the merchant.
         */
        id: string;
    };
    query?: never;
    url: '/v1/merchants/{id}/fee_plans';
};

export type AssignFeePlanErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AssignFeePlanError = AssignFeePlanErrors[keyof AssignFeePlanErrors];

export type AssignFeePlanResponses = {
    /**
     * Created
     */
    201: MerchantFeesResponse;
};

export type AssignFeePlanResponse = AssignFeePlanResponses[keyof AssignFeePlanResponses];

export type ListMerchantMonitoringData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * From this day on.
         */
        from?: string;
        /**
         * Up to this day.
         */
        to?: string;
        /**
         * Only those with this level.
         */
        level?: string;
        /**
         * Only those with this limit.
         */
        limit?: string;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/merchant_monitoring';
};

export type ListMerchantMonitoringErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListMerchantMonitoringError = ListMerchantMonitoringErrors[keyof ListMerchantMonitoringErrors];

export type ListMerchantMonitoringResponses = {
    /**
     * OK
     */
    200: MonitoringListResponse;
};

export type ListMerchantMonitoringResponse = ListMerchantMonitoringResponses[keyof ListMerchantMonitoringResponses];

export type ListFeePlansData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those with this code.
         */
        code?: string;
    };
    url: '/v1/fee_plans';
};

export type ListFeePlansErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListFeePlansError = ListFeePlansErrors[keyof ListFeePlansErrors];

export type ListFeePlansResponses = {
    /**
     * OK
     */
    200: PageOfFeePlanResponse;
};

export type ListFeePlansResponse = ListFeePlansResponses[keyof ListFeePlansResponses];

export type CreateFeePlanData = {
    body: FeePlanRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/fee_plans';
};

export type CreateFeePlanErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CreateFeePlanError = CreateFeePlanErrors[keyof CreateFeePlanErrors];

export type CreateFeePlanResponses = {
    /**
     * Created
     */
    201: FeePlanResponse;
};

export type CreateFeePlanResponse = CreateFeePlanResponses[keyof CreateFeePlanResponses];

export type GetFeePlanData = {
    body?: never;
    path: {
        /**
         * The id of the fee plan.
         */
        id: string;
    };
    query?: never;
    url: '/v1/fee_plans/{id}';
};

export type GetFeePlanErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetFeePlanError = GetFeePlanErrors[keyof GetFeePlanErrors];

export type GetFeePlanResponses = {
    /**
     * OK
     */
    200: FeePlanResponse;
};

export type GetFeePlanResponse = GetFeePlanResponses[keyof GetFeePlanResponses];

export type ListOrdersData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only the order with this number.
         */
        merchant_order_no?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this buyer.
         */
        buyer?: string;
        /**
         * Only those created on this day or later, or from this instant on.
         */
        created_from?: string;
        /**
         * Only those created on this day or earlier, or before this instant.
         */
        created_to?: string;
    };
    url: '/v1/orders';
};

export type ListOrdersErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListOrdersError = ListOrdersErrors[keyof ListOrdersErrors];

export type ListOrdersResponses = {
    /**
     * OK
     */
    200: PageOfOrderResponse;
};

export type ListOrdersResponse = ListOrdersResponses[keyof ListOrdersResponses];

export type PlaceOrderData = {
    body: PlaceOrderRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/orders';
};

export type PlaceOrderErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PlaceOrderError = PlaceOrderErrors[keyof PlaceOrderErrors];

export type PlaceOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
    /**
     * Created
     */
    201: OrderResponse;
};

export type PlaceOrderResponse = PlaceOrderResponses[keyof PlaceOrderResponses];

export type GetOrderData = {
    body?: never;
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}';
};

export type GetOrderErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetOrderError = GetOrderErrors[keyof GetOrderErrors];

export type GetOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type GetOrderResponse = GetOrderResponses[keyof GetOrderResponses];

export type CancelOrderData = {
    body?: null | CancelOrderRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/cancel';
};

export type CancelOrderErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CancelOrderError = CancelOrderErrors[keyof CancelOrderErrors];

export type CancelOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type CancelOrderResponse = CancelOrderResponses[keyof CancelOrderResponses];

export type CorrectOrderData = {
    body: CorrectOrderRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/corrections';
};

export type CorrectOrderErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CorrectOrderError = CorrectOrderErrors[keyof CorrectOrderErrors];

export type CorrectOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type CorrectOrderResponse = CorrectOrderResponses[keyof CorrectOrderResponses];

export type AmendOrderData = {
    body: AmendOrderRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/amend';
};

export type AmendOrderErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AmendOrderError = AmendOrderErrors[keyof AmendOrderErrors];

export type AmendOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type AmendOrderResponse = AmendOrderResponses[keyof AmendOrderResponses];

export type CloseOrderData = {
    body?: null | CloseOrderRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/close';
};

export type CloseOrderErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CloseOrderError = CloseOrderErrors[keyof CloseOrderErrors];

export type CloseOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type CloseOrderResponse = CloseOrderResponses[keyof CloseOrderResponses];

export type ListDecisionsData = {
    body?: never;
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/orders/{id}/decisions';
};

export type ListDecisionsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListDecisionsError = ListDecisionsErrors[keyof ListDecisionsErrors];

export type ListDecisionsResponses = {
    /**
     * OK
     */
    200: PageOfDecisionResponse;
};

export type ListDecisionsResponse = ListDecisionsResponses[keyof ListDecisionsResponses];

export type GetTimelineData = {
    body?: never;
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/orders/{id}/timeline';
};

export type GetTimelineErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetTimelineError = GetTimelineErrors[keyof GetTimelineErrors];

export type GetTimelineResponses = {
    /**
     * OK
     */
    200: PageOfTimelineEntry;
};

export type GetTimelineResponse = GetTimelineResponses[keyof GetTimelineResponses];

export type GetBuyerData = {
    body?: never;
    path: {
        /**
         * The id of the buyer.
         */
        id: string;
    };
    query?: never;
    url: '/v1/buyers/{id}';
};

export type GetBuyerErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetBuyerError = GetBuyerErrors[keyof GetBuyerErrors];

export type GetBuyerResponses = {
    /**
     * OK
     */
    200: BuyerResponse;
};

export type GetBuyerResponse = GetBuyerResponses[keyof GetBuyerResponses];

export type FindBuyersData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those with this name.
         */
        name?: string;
        /**
         * Only those with this name kana.
         */
        name_kana?: string;
        /**
         * Only those with this phone.
         */
        phone?: string;
        /**
         * Only those with this email.
         */
        email?: string;
    };
    url: '/v1/buyers';
};

export type FindBuyersErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type FindBuyersError = FindBuyersErrors[keyof FindBuyersErrors];

export type FindBuyersResponses = {
    /**
     * OK
     */
    200: PageOfBuyerResponse;
};

export type FindBuyersResponse = FindBuyersResponses[keyof FindBuyersResponses];

export type ExportBuyerData = {
    body?: never;
    path: {
        /**
         * The id of the buyer.
         */
        id: string;
    };
    query?: never;
    url: '/v1/buyers/{id}/export';
};

export type ExportBuyerErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ExportBuyerError = ExportBuyerErrors[keyof ExportBuyerErrors];

export type ExportBuyerResponses = {
    /**
     * OK
     */
    200: BuyerExport;
};

export type ExportBuyerResponse = ExportBuyerResponses[keyof ExportBuyerResponses];

export type CorrectBuyerData = {
    body: CorrectBuyerRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the buyer.
         */
        id: string;
    };
    query?: never;
    url: '/v1/buyers/{id}/correct';
};

export type CorrectBuyerErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CorrectBuyerError = CorrectBuyerErrors[keyof CorrectBuyerErrors];

export type CorrectBuyerResponses = {
    /**
     * OK
     */
    200: BuyerResponse;
};

export type CorrectBuyerResponse = CorrectBuyerResponses[keyof CorrectBuyerResponses];

export type EraseBuyerData = {
    body?: null | EraseBuyerRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the buyer.
         */
        id: string;
    };
    query?: never;
    url: '/v1/buyers/{id}/erase';
};

export type EraseBuyerErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type EraseBuyerError = EraseBuyerErrors[keyof EraseBuyerErrors];

export type EraseBuyerResponses = {
    /**
     * OK
     */
    200: EraseBuyerResponse;
};

export type EraseBuyerResponse2 = EraseBuyerResponses[keyof EraseBuyerResponses];

export type RestrictBuyerData = {
    body: RestrictBuyerRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the buyer.
         */
        id: string;
    };
    query?: never;
    url: '/v1/buyers/{id}/restrict';
};

export type RestrictBuyerErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RestrictBuyerError = RestrictBuyerErrors[keyof RestrictBuyerErrors];

export type RestrictBuyerResponses = {
    /**
     * OK
     */
    200: BuyerResponse;
};

export type RestrictBuyerResponse = RestrictBuyerResponses[keyof RestrictBuyerResponses];

export type ListReviewsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * Only those with this claimed by.
         */
        claimed_by?: string;
        /**
         * Only those with this amount from.
         */
        amount_from?: string;
        /**
         * Only those with this reason.
         */
        reason?: string;
    };
    url: '/v1/reviews';
};

export type ListReviewsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListReviewsError = ListReviewsErrors[keyof ListReviewsErrors];

export type ListReviewsResponses = {
    /**
     * OK
     */
    200: PageOfReviewResponse;
};

export type ListReviewsResponse = ListReviewsResponses[keyof ListReviewsResponses];

export type GetReviewData = {
    body?: never;
    path: {
        /**
         * The id of the order.
         */
        order: string;
    };
    query?: never;
    url: '/v1/reviews/{order}';
};

export type GetReviewErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetReviewError = GetReviewErrors[keyof GetReviewErrors];

export type GetReviewResponses = {
    /**
     * OK
     */
    200: ReviewDetailResponse;
};

export type GetReviewResponse = GetReviewResponses[keyof GetReviewResponses];

export type ClaimReviewData = {
    body?: null | ClaimReviewRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        order: string;
    };
    query?: never;
    url: '/v1/reviews/{order}/claim';
};

export type ClaimReviewErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ClaimReviewError = ClaimReviewErrors[keyof ClaimReviewErrors];

export type ClaimReviewResponses = {
    /**
     * OK
     */
    200: ReviewResponse;
};

export type ClaimReviewResponse = ClaimReviewResponses[keyof ClaimReviewResponses];

export type ReleaseReviewData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        order: string;
    };
    query?: never;
    url: '/v1/reviews/{order}/release';
};

export type ReleaseReviewErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ReleaseReviewError = ReleaseReviewErrors[keyof ReleaseReviewErrors];

export type ReleaseReviewResponses = {
    /**
     * OK
     */
    200: ReviewResponse;
};

export type ReleaseReviewResponse = ReleaseReviewResponses[keyof ReleaseReviewResponses];

export type DecideReviewData = {
    body: DecideReviewRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        order: string;
    };
    query?: never;
    url: '/v1/reviews/{order}/decide';
};

export type DecideReviewErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DecideReviewError = DecideReviewErrors[keyof DecideReviewErrors];

export type DecideReviewResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type DecideReviewResponse = DecideReviewResponses[keyof DecideReviewResponses];

export type AddReviewNoteData = {
    body: AddReviewNoteRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        order: string;
    };
    query?: never;
    url: '/v1/reviews/{order}/notes';
};

export type AddReviewNoteErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type AddReviewNoteError = AddReviewNoteErrors[keyof AddReviewNoteErrors];

export type AddReviewNoteResponses = {
    /**
     * Created
     */
    201: ReviewNote;
};

export type AddReviewNoteResponse = AddReviewNoteResponses[keyof AddReviewNoteResponses];

export type GetCreditPolicyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/credit_policy';
};

export type GetCreditPolicyErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetCreditPolicyError = GetCreditPolicyErrors[keyof GetCreditPolicyErrors];

export type GetCreditPolicyResponses = {
    /**
     * OK
     */
    200: CreditPolicyResponse;
};

export type GetCreditPolicyResponse = GetCreditPolicyResponses[keyof GetCreditPolicyResponses];

export type PutCreditPolicyData = {
    body: CreditPolicyRequest;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/credit_policy';
};

export type PutCreditPolicyErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PutCreditPolicyError = PutCreditPolicyErrors[keyof PutCreditPolicyErrors];

export type PutCreditPolicyResponses = {
    /**
     * OK
     */
    200: CreditPolicyResponse;
};

export type PutCreditPolicyResponse = PutCreditPolicyResponses[keyof PutCreditPolicyResponses];

export type ListCreditPolicyVersionsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
    };
    url: '/v1/credit_policy/versions';
};

export type ListCreditPolicyVersionsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListCreditPolicyVersionsError = ListCreditPolicyVersionsErrors[keyof ListCreditPolicyVersionsErrors];

export type ListCreditPolicyVersionsResponses = {
    /**
     * OK
     */
    200: PageOfCreditPolicySummary;
};

export type ListCreditPolicyVersionsResponse = ListCreditPolicyVersionsResponses[keyof ListCreditPolicyVersionsResponses];

export type GetCreditPolicyVersionData = {
    body?: never;
    path: {
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/credit_policy/versions/{version}';
};

export type GetCreditPolicyVersionErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetCreditPolicyVersionError = GetCreditPolicyVersionErrors[keyof GetCreditPolicyVersionErrors];

export type GetCreditPolicyVersionResponses = {
    /**
     * OK
     */
    200: CreditPolicyResponse;
};

export type GetCreditPolicyVersionResponse = GetCreditPolicyVersionResponses[keyof GetCreditPolicyVersionResponses];

export type ActivateCreditPolicyVersionData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The version.
         */
        version: string;
    };
    query?: never;
    url: '/v1/credit_policy/versions/{version}/activate';
};

export type ActivateCreditPolicyVersionErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ActivateCreditPolicyVersionError = ActivateCreditPolicyVersionErrors[keyof ActivateCreditPolicyVersionErrors];

export type ActivateCreditPolicyVersionResponses = {
    /**
     * OK
     */
    200: CreditPolicyResponse;
};

export type ActivateCreditPolicyVersionResponse = ActivateCreditPolicyVersionResponses[keyof ActivateCreditPolicyVersionResponses];

export type GetVerificationData = {
    body?: never;
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/verification';
};

export type GetVerificationErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetVerificationError = GetVerificationErrors[keyof GetVerificationErrors];

export type GetVerificationResponses = {
    /**
     * OK
     */
    200: VerificationResponse;
};

export type GetVerificationResponse = GetVerificationResponses[keyof GetVerificationResponses];

export type VerifyOrderData = {
    body: VerifyOrderRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/verification';
};

export type VerifyOrderErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type VerifyOrderError = VerifyOrderErrors[keyof VerifyOrderErrors];

export type VerifyOrderResponses = {
    /**
     * OK
     */
    200: OrderResponse;
};

export type VerifyOrderResponse = VerifyOrderResponses[keyof VerifyOrderResponses];

export type ResendVerificationData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the order.
         */
        id: string;
    };
    query?: never;
    url: '/v1/orders/{id}/verification/resend';
};

export type ResendVerificationErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ResendVerificationError = ResendVerificationErrors[keyof ResendVerificationErrors];

export type ResendVerificationResponses = {
    /**
     * OK
     */
    200: VerificationResponse;
};

export type ResendVerificationResponse = ResendVerificationResponses[keyof ResendVerificationResponses];

export type ListImportsData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
    };
    url: '/v1/reconciliation/imports';
};

export type ListImportsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListImportsError = ListImportsErrors[keyof ListImportsErrors];

export type ListImportsResponses = {
    /**
     * OK
     */
    200: PageOfImportResponse;
};

export type ListImportsResponse = ListImportsResponses[keyof ListImportsResponses];

export type ImportFileData = {
    body: ImportRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/reconciliation/imports';
};

export type ImportFileErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ImportFileError = ImportFileErrors[keyof ImportFileErrors];

export type ImportFileResponses = {
    /**
     * OK
     */
    200: ImportResponse;
    /**
     * Accepted
     */
    202: ImportResponse;
};

export type ImportFileResponse = ImportFileResponses[keyof ImportFileResponses];

export type GetImportData = {
    body?: never;
    path: {
        /**
         * The id of the import.
         */
        id: string;
    };
    query?: never;
    url: '/v1/reconciliation/imports/{id}';
};

export type GetImportErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetImportError = GetImportErrors[keyof GetImportErrors];

export type GetImportResponses = {
    /**
     * OK
     */
    200: ImportResponse;
};

export type GetImportResponse = GetImportResponses[keyof GetImportResponses];

export type ListLinesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those with this import.
         */
        import?: string;
    };
    url: '/v1/reconciliation/lines';
};

export type ListLinesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListLinesError = ListLinesErrors[keyof ListLinesErrors];

export type ListLinesResponses = {
    /**
     * OK
     */
    200: PageOfLineResponse;
};

export type ListLinesResponse = ListLinesResponses[keyof ListLinesResponses];

export type GetLineData = {
    body?: never;
    path: {
        /**
         * The id of the line.
         */
        id: string;
    };
    query?: never;
    url: '/v1/reconciliation/lines/{id}';
};

export type GetLineErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetLineError = GetLineErrors[keyof GetLineErrors];

export type GetLineResponses = {
    /**
     * OK
     */
    200: LineResponse;
};

export type GetLineResponse = GetLineResponses[keyof GetLineResponses];

export type MatchLineData = {
    body: MatchLineRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the line.
         */
        id: string;
    };
    query?: never;
    url: '/v1/reconciliation/lines/{id}/match';
};

export type MatchLineErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type MatchLineError = MatchLineErrors[keyof MatchLineErrors];

export type MatchLineResponses = {
    /**
     * OK
     */
    200: LineDecisionResponse;
};

export type MatchLineResponse = MatchLineResponses[keyof MatchLineResponses];

export type UnmatchLineData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the line.
         */
        id: string;
    };
    query?: never;
    url: '/v1/reconciliation/lines/{id}/unmatch';
};

export type UnmatchLineErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type UnmatchLineError = UnmatchLineErrors[keyof UnmatchLineErrors];

export type UnmatchLineResponses = {
    /**
     * OK
     */
    200: LineDecisionResponse;
};

export type UnmatchLineResponse = UnmatchLineResponses[keyof UnmatchLineResponses];

export type IgnoreLineData = {
    body?: null | IgnoreLineRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the line.
         */
        id: string;
    };
    query?: never;
    url: '/v1/reconciliation/lines/{id}/ignore';
};

export type IgnoreLineErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type IgnoreLineError = IgnoreLineErrors[keyof IgnoreLineErrors];

export type IgnoreLineResponses = {
    /**
     * OK
     */
    200: LineDecisionResponse;
};

export type IgnoreLineResponse = IgnoreLineResponses[keyof IgnoreLineResponses];

export type RefundLineData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the line.
         */
        id: string;
    };
    query?: never;
    url: '/v1/reconciliation/lines/{id}/refund';
};

export type RefundLineErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type RefundLineError = RefundLineErrors[keyof RefundLineErrors];

export type RefundLineResponses = {
    /**
     * OK
     */
    200: LineDecisionResponse;
};

export type RefundLineResponse = RefundLineResponses[keyof RefundLineResponses];

export type GetReconciliationSummaryData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * The day.
         */
        date?: string;
    };
    url: '/v1/reconciliation/summary';
};

export type GetReconciliationSummaryErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetReconciliationSummaryError = GetReconciliationSummaryErrors[keyof GetReconciliationSummaryErrors];

export type GetReconciliationSummaryResponses = {
    /**
     * OK
     */
    200: DailySummaryResponse;
};

export type GetReconciliationSummaryResponse = GetReconciliationSummaryResponses[keyof GetReconciliationSummaryResponses];

export type PlayKonbiniPaymentData = {
    body: KonbiniPaymentRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/test_helpers/konbini_payment';
};

export type PlayKonbiniPaymentErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PlayKonbiniPaymentError = PlayKonbiniPaymentErrors[keyof PlayKonbiniPaymentErrors];

export type PlayKonbiniPaymentResponses = {
    /**
     * OK
     */
    200: OutsideWorldResponse;
};

export type PlayKonbiniPaymentResponse = PlayKonbiniPaymentResponses[keyof PlayKonbiniPaymentResponses];

export type PlayBankTransferData = {
    body: BankTransferRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/test_helpers/bank_transfer';
};

export type PlayBankTransferErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PlayBankTransferError = PlayBankTransferErrors[keyof PlayBankTransferErrors];

export type PlayBankTransferResponses = {
    /**
     * OK
     */
    200: OutsideWorldResponse;
};

export type PlayBankTransferResponse = PlayBankTransferResponses[keyof PlayBankTransferResponses];

export type PlayDeliveryData = {
    body: PlayDeliveryRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/test_helpers/delivered';
};

export type PlayDeliveryErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PlayDeliveryError = PlayDeliveryErrors[keyof PlayDeliveryErrors];

export type PlayDeliveryResponses = {
    /**
     * OK
     */
    200: ShipmentResponse;
};

export type PlayDeliveryResponse = PlayDeliveryResponses[keyof PlayDeliveryResponses];

export type GetDunningPolicyData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/dunning_policy';
};

export type GetDunningPolicyErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetDunningPolicyError = GetDunningPolicyErrors[keyof GetDunningPolicyErrors];

export type GetDunningPolicyResponses = {
    /**
     * OK
     */
    200: DunningPolicyResponse;
};

export type GetDunningPolicyResponse = GetDunningPolicyResponses[keyof GetDunningPolicyResponses];

export type PutDunningPolicyData = {
    body: DunningPolicy;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/dunning_policy';
};

export type PutDunningPolicyErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PutDunningPolicyError = PutDunningPolicyErrors[keyof PutDunningPolicyErrors];

export type PutDunningPolicyResponses = {
    /**
     * OK
     */
    200: DunningPolicyResponse;
};

export type PutDunningPolicyResponse = PutDunningPolicyResponses[keyof PutDunningPolicyResponses];

export type ListDunningCasesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
        /**
         * Only those of this receivable.
         */
        receivable?: string;
    };
    url: '/v1/dunning_cases';
};

export type ListDunningCasesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListDunningCasesError = ListDunningCasesErrors[keyof ListDunningCasesErrors];

export type ListDunningCasesResponses = {
    /**
     * OK
     */
    200: PageOfDunningCaseResponse;
};

export type ListDunningCasesResponse = ListDunningCasesResponses[keyof ListDunningCasesResponses];

export type GetDunningCaseData = {
    body?: never;
    path: {
        /**
         * The id of the dunning case.
         */
        id: string;
    };
    query?: never;
    url: '/v1/dunning_cases/{id}';
};

export type GetDunningCaseErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetDunningCaseError = GetDunningCaseErrors[keyof GetDunningCaseErrors];

export type GetDunningCaseResponses = {
    /**
     * OK
     */
    200: DunningCaseResponse;
};

export type GetDunningCaseResponse = GetDunningCaseResponses[keyof GetDunningCaseResponses];

export type PauseDunningCaseData = {
    body: PauseRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the dunning case.
         */
        id: string;
    };
    query?: never;
    url: '/v1/dunning_cases/{id}/pause';
};

export type PauseDunningCaseErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PauseDunningCaseError = PauseDunningCaseErrors[keyof PauseDunningCaseErrors];

export type PauseDunningCaseResponses = {
    /**
     * OK
     */
    200: DunningCaseResponse;
};

export type PauseDunningCaseResponse = PauseDunningCaseResponses[keyof PauseDunningCaseResponses];

export type ResumeDunningCaseData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the dunning case.
         */
        id: string;
    };
    query?: never;
    url: '/v1/dunning_cases/{id}/resume';
};

export type ResumeDunningCaseErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ResumeDunningCaseError = ResumeDunningCaseErrors[keyof ResumeDunningCaseErrors];

export type ResumeDunningCaseResponses = {
    /**
     * OK
     */
    200: DunningCaseResponse;
};

export type ResumeDunningCaseResponse = ResumeDunningCaseResponses[keyof ResumeDunningCaseResponses];

export type PromiseDunningCaseData = {
    body: PromiseRequest;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the dunning case.
         */
        id: string;
    };
    query?: never;
    url: '/v1/dunning_cases/{id}/promise';
};

export type PromiseDunningCaseErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PromiseDunningCaseError = PromiseDunningCaseErrors[keyof PromiseDunningCaseErrors];

export type PromiseDunningCaseResponses = {
    /**
     * OK
     */
    200: DunningCaseResponse;
};

export type PromiseDunningCaseResponse = PromiseDunningCaseResponses[keyof PromiseDunningCaseResponses];

export type ListBatchesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * How many a page holds.
         */
        limit?: number;
        /**
         * The `next` of the page before.
         */
        starting_after?: string;
        /**
         * Only those in this state.
         */
        status?: string;
    };
    url: '/v1/batches';
};

export type ListBatchesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListBatchesError = ListBatchesErrors[keyof ListBatchesErrors];

export type ListBatchesResponses = {
    /**
     * OK
     */
    200: PageOfBatchResponse;
};

export type ListBatchesResponse = ListBatchesResponses[keyof ListBatchesResponses];

export type CreateBatchData = {
    body: Stream;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: {
        /**
         * How a table is written: `orders`, `shipments`, or the code of a stored profile.
         */
        profile?: string;
        /**
         * `utf-8` or `shift_jis`.
         */
        charset?: string;
        /**
         * Only those of this shop.
         */
        merchant?: string;
        /**
         * A JSON object: this shop's own headings, each with the column it means, or null to pass it over.
         */
        columns?: string;
    };
    url: '/v1/batches';
};

export type CreateBatchErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CreateBatchError = CreateBatchErrors[keyof CreateBatchErrors];

export type CreateBatchResponses = {
    /**
     * OK
     */
    200: BatchResponse;
    /**
     * Accepted
     */
    202: BatchResponse;
};

export type CreateBatchResponse = CreateBatchResponses[keyof CreateBatchResponses];

export type GetBatchData = {
    body?: never;
    path: {
        /**
         * The id of the batch.
         */
        id: string;
    };
    query?: never;
    url: '/v1/batches/{id}';
};

export type GetBatchErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetBatchError = GetBatchErrors[keyof GetBatchErrors];

export type GetBatchResponses = {
    /**
     * OK
     */
    200: BatchResponse;
};

export type GetBatchResponse = GetBatchResponses[keyof GetBatchResponses];

export type GetBatchResultsData = {
    body?: never;
    path: {
        /**
         * The id of the batch.
         */
        id: string;
    };
    query?: {
        /**
         * `true`: only lines that failed.
         */
        failed?: string;
    };
    url: '/v1/batches/{id}/results';
};

export type GetBatchResultsErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetBatchResultsError = GetBatchResultsErrors[keyof GetBatchResultsErrors];

export type GetBatchResultsResponses = {
    /**
     * OK
     */
    200: Blob | File;
};

export type GetBatchResultsResponse = GetBatchResultsResponses[keyof GetBatchResultsResponses];

export type CancelBatchData = {
    body?: never;
    headers?: {
        /**
         * One per intended effect, 1 to 255 visible ASCII characters, kept at least 72 hours. Send the same key again when an answer was lost.
         */
        'Idempotency-Key'?: string;
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The id of the batch.
         */
        id: string;
    };
    query?: never;
    url: '/v1/batches/{id}/cancel';
};

export type CancelBatchErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type CancelBatchError = CancelBatchErrors[keyof CancelBatchErrors];

export type CancelBatchResponses = {
    /**
     * OK
     */
    200: BatchResponse;
};

export type CancelBatchResponse = CancelBatchResponses[keyof CancelBatchResponses];

export type ListCsvProfilesData = {
    body?: never;
    path?: never;
    query?: {
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/csv_profiles';
};

export type ListCsvProfilesErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type ListCsvProfilesError = ListCsvProfilesErrors[keyof ListCsvProfilesErrors];

export type ListCsvProfilesResponses = {
    /**
     * OK
     */
    200: CsvProfileList;
};

export type ListCsvProfilesResponse = ListCsvProfilesResponses[keyof ListCsvProfilesResponses];

export type DeleteCsvProfileData = {
    body?: never;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: {
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/csv_profiles/{code}';
};

export type DeleteCsvProfileErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type DeleteCsvProfileError = DeleteCsvProfileErrors[keyof DeleteCsvProfileErrors];

export type DeleteCsvProfileResponses = {
    /**
     * No Content
     */
    204: void;
};

export type DeleteCsvProfileResponse = DeleteCsvProfileResponses[keyof DeleteCsvProfileResponses];

export type GetCsvProfileData = {
    body?: never;
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: {
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/csv_profiles/{code}';
};

export type GetCsvProfileErrors = {
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type GetCsvProfileError = GetCsvProfileErrors[keyof GetCsvProfileErrors];

export type GetCsvProfileResponses = {
    /**
     * OK
     */
    200: CsvProfileResponse;
};

export type GetCsvProfileResponse = GetCsvProfileResponses[keyof GetCsvProfileResponses];

export type PutCsvProfileData = {
    body: CsvProfileRequest;
    headers?: {
        /**
         * The `ETag` that was read; another version is refused with 412.
         */
        'If-Match'?: string;
    };
    path: {
        /**
         * The policy's code.
         */
        code: string;
    };
    query?: {
        /**
         * Only those of this shop.
         */
        merchant?: string;
    };
    url: '/v1/csv_profiles/{code}';
};

export type PutCsvProfileErrors = {
    /**
     * The request could not be read: `idempotency_key_required`, `idempotency_key_invalid`, `body_required`, `malformed_json`, `malformed_request`.
     */
    400: Problem;
    /**
     * The token is missing, expired or not this tenant's: `invalid_token`.
     */
    401: Problem;
    /**
     * The token lacks the scope: `insufficient_scope`.
     */
    403: Problem;
    /**
     * No such resource within the token's reach: `not_found`.
     */
    404: Problem;
    /**
     * Not possible now: `state_conflict`, `idempotency_in_progress`.
     */
    409: Problem;
    /**
     * The resource has changed since it was read: `stale_version`.
     */
    412: Problem;
    /**
     * The body is larger than this call accepts: `too_large`.
     */
    413: Problem;
    /**
     * This call does not accept that content type: `unsupported_media_type`.
     */
    415: Problem;
    /**
     * Fields are invalid, `errors` names them: `validation_failed`, `unknown_field`, `idempotency_mismatch`.
     */
    422: Problem;
    /**
     * Wait as `Retry-After` says: `rate_limited`.
     */
    429: Problem;
    /**
     * Send it again with the same key: `busy`, `directory_unavailable`.
     */
    503: Problem;
};

export type PutCsvProfileError = PutCsvProfileErrors[keyof PutCsvProfileErrors];

export type PutCsvProfileResponses = {
    /**
     * OK
     */
    200: CsvProfileResponse;
    /**
     * Created
     */
    201: CsvProfileResponse;
};

export type PutCsvProfileResponse = PutCsvProfileResponses[keyof PutCsvProfileResponses];

export type OnOrderEventWebhookPayload = OrderEvent;

export type OnOrderEventWebhookRequest = {
    body: OnOrderEventWebhookPayload;
    key: 'order';
    path?: never;
    query?: never;
};

export type OnShipmentEventWebhookPayload = ShipmentEvent;

export type OnShipmentEventWebhookRequest = {
    body: OnShipmentEventWebhookPayload;
    key: 'shipment';
    path?: never;
    query?: never;
};

export type OnInvoiceEventWebhookPayload = InvoiceEvent;

export type OnInvoiceEventWebhookRequest = {
    body: OnInvoiceEventWebhookPayload;
    key: 'invoice';
    path?: never;
    query?: never;
};

export type OnPaymentEventWebhookPayload = PaymentEvent;

export type OnPaymentEventWebhookRequest = {
    body: OnPaymentEventWebhookPayload;
    key: 'payment';
    path?: never;
    query?: never;
};

export type OnRefundEventWebhookPayload = RefundEvent;

export type OnRefundEventWebhookRequest = {
    body: OnRefundEventWebhookPayload;
    key: 'refund';
    path?: never;
    query?: never;
};

export type OnCreditNoteEventWebhookPayload = CreditNoteEvent;

export type OnCreditNoteEventWebhookRequest = {
    body: OnCreditNoteEventWebhookPayload;
    key: 'credit_note';
    path?: never;
    query?: never;
};

export type OnDunningEventWebhookPayload = DunningEvent;

export type OnDunningEventWebhookRequest = {
    body: OnDunningEventWebhookPayload;
    key: 'dunning';
    path?: never;
    query?: never;
};

export type OnReceivableEventWebhookPayload = ReceivableEvent;

export type OnReceivableEventWebhookRequest = {
    body: OnReceivableEventWebhookPayload;
    key: 'receivable';
    path?: never;
    query?: never;
};

export type OnSettlementEventWebhookPayload = SettlementEvent;

export type OnSettlementEventWebhookRequest = {
    body: OnSettlementEventWebhookPayload;
    key: 'settlement';
    path?: never;
    query?: never;
};

export type OnDisputeEventWebhookPayload = DisputeEvent;

export type OnDisputeEventWebhookRequest = {
    body: OnDisputeEventWebhookPayload;
    key: 'dispute';
    path?: never;
    query?: never;
};

export type OnImportEventWebhookPayload = ImportEvent;

export type OnImportEventWebhookRequest = {
    body: OnImportEventWebhookPayload;
    key: 'import';
    path?: never;
    query?: never;
};

export type OnBatchEventWebhookPayload = BatchEvent;

export type OnBatchEventWebhookRequest = {
    body: OnBatchEventWebhookPayload;
    key: 'batch';
    path?: never;
    query?: never;
};

export type OnMerchantEventWebhookPayload = MerchantEvent;

export type OnMerchantEventWebhookRequest = {
    body: OnMerchantEventWebhookPayload;
    key: 'merchant';
    path?: never;
    query?: never;
};

export type OnMerchantMonitoringEventWebhookPayload = MerchantMonitoringEvent;

export type OnMerchantMonitoringEventWebhookRequest = {
    body: OnMerchantMonitoringEventWebhookPayload;
    key: 'merchant_monitoring';
    path?: never;
    query?: never;
};

export type OnComplaintEventWebhookPayload = ComplaintEvent;

export type OnComplaintEventWebhookRequest = {
    body: OnComplaintEventWebhookPayload;
    key: 'complaint';
    path?: never;
    query?: never;
};
