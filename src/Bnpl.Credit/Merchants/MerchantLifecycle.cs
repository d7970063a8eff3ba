namespace Bnpl.Credit.Merchants;

/// <summary>A shop from its application to its end. Only <c>active</c> takes orders; every other one still settles.</summary>
internal static class MerchantLifecycle
{
    public const string Draft = "draft";
    public const string Reviewing = "reviewing";
    public const string Active = "active";
    public const string Restricted = "restricted";
    public const string Closed = "closed";

    public const string Submit = "submit";
    public const string Return = "return";
    public const string Activate = "activate";
    public const string Restrict = "restrict";
    public const string Close = "close";

    public static readonly Lifecycle Table = new(
        (Draft, Submit, Reviewing),
        (Draft, Close, Closed),
        (Reviewing, Activate, Active),
        (Reviewing, Return, Draft),
        (Reviewing, Close, Closed),
        (Active, Restrict, Restricted),
        (Active, Close, Closed),
        (Restricted, Activate, Active),
        (Restricted, Close, Closed));
}
