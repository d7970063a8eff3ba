using Bnpl.Contracts.Credit;

namespace Bnpl.Credit.Orders;

/// <summary>
/// An order's life (api.md section 4). The acts of the table are the platform's; what a client sees in
/// <c>allowed_actions</c> is the last word of the path that performs them.
/// </summary>
internal static class OrderLifecycle
{
    public const string Screening = "screening";
    public const string Authorized = "authorized";
    public const string OnHold = "on_hold";
    public const string Declined = "declined";
    public const string Canceled = "canceled";
    public const string Expired = "expired";
    public const string PartiallyShipped = "partially_shipped";
    public const string Shipped = "shipped";
    public const string Completed = "completed";

    public const string Approve = "approve";
    public const string Hold = "hold";
    public const string Decline = "decline";
    public const string Cancel = "cancel";
    public const string Expire = "expire";
    public const string Correct = "corrections";
    public const string Amend = "amend";
    public const string Close = "close";
    public const string ShipPart = "ship_part";
    public const string ShipRest = "ship_rest";
    public const string VoidPart = "void_part";
    public const string VoidAll = "void_all";
    public const string Credit = "credit";
    public const string Settle = "settle";
    public const string Unsettle = "unsettle";

    public static readonly Lifecycle Table = new(
        (Screening, Approve, Authorized),
        (Screening, Hold, OnHold),
        (Screening, Decline, Declined),
        (Screening, Cancel, Canceled),
        (OnHold, Correct, OnHold),
        (OnHold, Hold, OnHold),
        (OnHold, Approve, Authorized),
        (OnHold, Decline, Declined),
        (OnHold, Expire, Expired),
        (OnHold, Cancel, Canceled),
        (Authorized, Amend, Authorized),
        (Authorized, ShipPart, PartiallyShipped),
        (Authorized, ShipRest, Shipped),
        (Authorized, Cancel, Canceled),
        (Authorized, Expire, Expired),
        (PartiallyShipped, ShipPart, PartiallyShipped),
        (PartiallyShipped, ShipRest, Shipped),
        (PartiallyShipped, Expire, Shipped),
        (PartiallyShipped, Close, Shipped),
        (PartiallyShipped, VoidPart, PartiallyShipped),
        (PartiallyShipped, VoidAll, Authorized),
        (PartiallyShipped, Credit, PartiallyShipped),
        (Shipped, VoidPart, PartiallyShipped),
        (Shipped, VoidAll, Authorized),
        (Shipped, Credit, Shipped),
        (Shipped, Settle, Completed),
        (Completed, Credit, Completed),
        (Completed, Unsettle, Shipped));

    /// <summary>What the client may ask for, in the words of the paths.</summary>
    /// <param name="codesLeft">Null where no code is awaited, else how many further ones may be sent.</param>
    public static IReadOnlyList<string> Shown(string status, int? codesLeft = null)
    {
        List<string> shown = [];
        Add(Correct, "corrections");
        if (status == OnHold && codesLeft is { } left)
        {
            shown.AddRange(left > 0 ? ["verification", "resend"] : ["verification"]);
        }

        Add(ShipRest, OrderActions.Ship);
        Add(Amend, "amend");
        Add(Close, "close");
        Add(Credit, OrderActions.Credit);
        Add(Cancel, "cancel");
        return shown;

        void Add(string action, string path)
        {
            if (Table.Allows(status, action))
            {
                shown.Add(path);
            }
        }
    }
}
