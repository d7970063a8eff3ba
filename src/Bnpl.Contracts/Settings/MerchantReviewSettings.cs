namespace Bnpl.Contracts.Settings;

/// <summary>How strictly the tenant takes on its merchants and looks after them (加盟店審査, 途上審査).</summary>
public sealed record MerchantReviewSettings
{
    /// <summary>
    /// Whether <c>submit</c> and <c>activate</c> are refused while papers or checks are missing. Null: as the law has it, from
    /// the day the tenant holds a <c>credit_registration</c> (割賦販売法35条の3の5). Test tenants are never refused.
    /// </summary>
    public bool? Enforce { get; init; }

    /// <summary>Every how many months an active merchant is checked again.</summary>
    public int RecheckMonths { get; init; } = 12;

    /// <summary>Whether a failed check restricts an active merchant at once. Off: it is only suggested.</summary>
    public bool AutoRestrict { get; init; }

    /// <summary>Below so many orders in the period a merchant is neither judged nor compared with.</summary>
    public int MinimumOrders { get; init; } = 20;
}
