namespace Bnpl.Contracts;

/// <summary>The prefixes of the HTTP contract, section 1.</summary>
public static class IdPrefix
{
    public const string Tenant = "ten";
    public const string Merchant = "mer";
    public const string MerchantMove = "mmv";
    public const string MerchantDocument = "mdc";
    public const string MerchantCheck = "mck";
    public const string Complaint = "cmp";
    public const string FeePlan = "fpl";
    public const string Buyer = "buy";
    public const string Order = "ord";
    public const string Decision = "dec";
    public const string Screening = "scr";
    public const string Negative = "neg";
    public const string Place = "plc";
    public const string Shipment = "shp";
    public const string Invoice = "inv";
    public const string Receivable = "rcv";
    public const string Instalment = "ins";
    public const string Payment = "pay";
    public const string Allocation = "alo";
    public const string CreditNote = "crn";
    public const string Refund = "rfd";
    public const string Dispute = "dsp";
    public const string DunningCase = "dun";
    public const string Import = "imp";
    public const string BankLine = "lin";
    public const string Batch = "bat";
    public const string Settlement = "stl";
    public const string JournalEntry = "jrn";
    public const string PayoutFile = "pot";
    public const string Event = "evt";
    public const string WebhookEndpoint = "whe";
    public const string Request = "req";
    public const string ApiClient = "cli";
    public const string AuditEvent = "aud";
    public const string File = "fil";
    public const string Mail = "mal";
    public const string Sms = "sms";
    public const string DeviceSession = "dvs";
}
