namespace Bnpl.Api.OpenApi;

/// <summary>
/// Operation ids, which generators turn into method names: a route's own name where it has one, otherwise verb and noun
/// from its path. <c>POST v1/shipments/{id}/void</c> is <c>VoidShipment</c>.
/// </summary>
internal static class OperationNames
{
    // Where the path's own words do not read as what is done.
    private static readonly Dictionary<string, string> s_spoken = new()
    {
        ["POST t/{tenant}/oauth/token"] = "IssueToken",
        ["GET t/{tenant}/.well-known/openid-configuration"] = "GetOpenIdConfiguration",
        ["GET .well-known/oauth-authorization-server/t/{tenant}"] = "GetAuthorizationServerMetadata",
        ["GET t/{tenant}/.well-known/jwks.json"] = "GetTenantKeys",
        ["POST v1/platform/tenants"] = "OnboardTenant",
        ["PATCH v1/settings"] = "ChangeSettings",
        ["POST v1/api_clients/{id}/rotate_secret"] = "RotateApiClientSecret",
        ["DELETE v1/api_clients/{id}"] = "RevokeApiClient",
        ["POST v1/signing_keys/rotate"] = "RotateSigningKey",
        ["POST v1/webhook_endpoints/{id}/rotate_secret"] = "RotateWebhookSecret",
        ["POST v1/orders/{id}/shipments"] = "ReportShipment",
        ["POST v1/orders/{id}/credit_notes"] = "IssueCreditNote",
        ["POST v1/orders/{id}/invoices/prepare"] = "PrepareInvoice",
        ["POST v1/orders/{id}/verification"] = "VerifyOrder",
        ["POST v1/orders/{id}/verification/resend"] = "ResendVerification",
        ["POST v1/shipments/{id}/delivered"] = "MarkShipmentDelivered",
        ["GET v1/invoices/{id}/print_data"] = "GetInvoicePrintData",
        ["POST v1/payments"] = "RecordPayment",
        ["POST v1/payments/{id}/allocations"] = "AllocatePayment",
        ["DELETE v1/payments/{id}/allocations/{allocation}"] = "WithdrawAllocation",
        ["POST v1/refunds"] = "RequestRefund",
        ["POST v1/refunds/{id}/bank_account"] = "SetRefundBankAccount",
        ["GET v1/ledger/accounts"] = "ListLedgerAccounts",
        ["GET v1/ledger/export"] = "ExportLedger",
        ["GET v1/ledger/periods/{month}"] = "GetLedgerPeriod",
        ["GET v1/audit_events/verify"] = "VerifyAuditTrail",
        ["GET v1/test_clock"] = "GetTestClock",
        ["POST v1/test_clock/advance"] = "AdvanceTestClock",
    };

    public static string Of(string method, string path, bool isList)
    {
        if (s_spoken.TryGetValue($"{method} {path}", out string? spoken))
        {
            return spoken;
        }

        string[] parts = [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part is "v1" or "platform")];
        string[] nouns = [.. parts.Where(part => part[0] != '{')];
        bool endsInId = parts[^1][0] == '{';
        if (!endsInId && parts.Length > 1 && method != "GET" && nouns.Length > 1)
        {
            // …/{id}/void, ledger/periods/{month}/close, negatives/import
            return Words(parts[^1]) + Words(Singular(nouns[^2]));
        }

        string noun = string.Concat(nouns.Select((part, at) => Words(at < nouns.Length - 1 || endsInId || !isList ? Singular(part) : part)));
        return method switch
        {
            "GET" when isList => "List" + noun,
            "GET" => "Get" + (endsInId || nouns.Length > 1 ? noun : Words(nouns[^1])),
            "POST" => "Create" + noun,
            "PUT" => "Put" + noun,
            "PATCH" => "Change" + noun,
            "DELETE" => "Delete" + noun,
            _ => throw new InvalidOperationException($"No name for {method} {path}."),
        };
    }

    /// <summary>The sentence that a name makes: <c>VoidShipment</c>, "Void shipment".</summary>
    public static string Sentence(string operationId) =>
        string.Concat(operationId.Select((c, at) => at > 0 && char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static string Singular(string noun) => noun switch
    {
        "settings" or "usage" => noun,
        _ when noun.EndsWith("ies", StringComparison.Ordinal) => noun[..^3] + "y",
        _ when noun.EndsWith("ches", StringComparison.Ordinal) || noun.EndsWith("sses", StringComparison.Ordinal) => noun[..^2],
        _ when noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) => noun[..^1],
        _ => noun,
    };

    private static string Words(string part) =>
        string.Concat(part.Split('_', '-', '.').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
