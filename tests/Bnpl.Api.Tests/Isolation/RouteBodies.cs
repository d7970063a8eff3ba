using System.Globalization;

namespace Bnpl.Api.Tests.Isolation;

/// <summary>Bodies that would be accepted, where an empty one would be refused before anybody looks for the resource.</summary>
internal static class RouteBodies
{
    public const string CsvProfile = """{"kind":"shipments","columns":[{"header":"受注番号","column":"merchant_order_no"},{"header":"発送日","column":"shipped_on"}]}""";

    /// <summary>A screening policy under which dear orders await a code.</summary>
    public const string Policy =
        """{"name":"後払い","rules":[{"code":"dear","when":"order.amount >= 6700","toward":"review","points":60,"reason":"verification_required"}]}""";

    private static readonly Dictionary<string, string> s_bodies = new()
    {
        ["POST /v1/orders/{id}/cancel"] = """{"reason":"test"}""",
        ["POST /v1/orders/{id}/corrections"] = """{"buyer":{"phone":"090-1234-5679"}}""",
        ["POST /v1/orders/{id}/verification"] = """{"code":"123456"}""",
        ["POST /v1/orders/{id}/amend"] = """{"amount":1,"lines":[{"name":"植木鉢","quantity":1,"unit_price":1,"tax_rate":"0.10"}]}""",
        ["POST /v1/orders/{id}/shipments"] = """{"shipped_on":"TODAY","parcels":[{"carrier":"other","tracking_no":"T-9"}]}""",
        ["POST /v1/orders/{id}/credit_notes"] = """{"amount":1,"reason":"other"}""",
        ["POST /v1/reviews/{order}/decide"] = """{"result":"approved","note":"test"}""",
        ["POST /v1/reviews/{order}/notes"] = """{"text":"test"}""",
        ["POST /v1/screenings/{id}/outcome"] = """{"status":"paid"}""",
        ["POST /v1/invoices/{id}/reissue"] = """{"reason":"test"}""",
        ["POST /v1/invoices/{id}/send"] = """{"channel":"email"}""",
        ["POST /v1/merchants/{id}/restrict"] = """{"reason":"test"}""",
        ["POST /v1/merchants/{id}/close"] = """{"reason":"test"}""",
        ["POST /v1/merchants/{id}/return"] = """{"reason":"test"}""",
        ["POST /v1/merchants/{id}/checks"] = """{"kind":"site","occasion":"event","outcome":"passed"}""",
        ["POST /v1/merchants/{id}/complaints"] = """{"category":"other"}""",
        ["POST /v1/merchants/{id}/complaints/{complaint}/close"] = """{"outcome":"resolved"}""",
        ["POST /v1/merchants/{id}/documents/{document}/withdraw"] = """{"reason":"test"}""",
        ["PATCH /v1/merchants/{id}"] = """{"name":"他社"}""",
        ["PATCH /v1/webhook_endpoints/{id}"] = """{"events":["order.authorized"]}""",
        ["POST /v1/buyers/{id}/correct"] = """{"name":"他人 太郎"}""",
        ["POST /v1/buyers/{id}/restrict"] = """{"use":true,"reason":"test"}""",
        ["POST /v1/payments/{id}/reverse"] = """{"reason":"test"}""",
        ["POST /v1/payments/{id}/allocations"] = """{"allocations":[{"receivable":"rcv_00000000000000000000000000","amount":1}]}""",
        ["POST /v1/reconciliation/lines/{id}/match"] = """{"allocations":[{"clearing":"suspense","amount":1}]}""",
        ["POST /v1/reconciliation/lines/{id}/ignore"] = """{"reason":"test"}""",
        ["POST /v1/refunds/{id}/bank_account"] =
            """{"bank_code":"9999","branch_code":"001","account_type":"1","account_number":"0000001","holder_kana":"ﾔﾏﾀﾞ ﾀﾛｳ"}""",
        ["POST /v1/dunning_cases/{id}/pause"] = """{"reason":"other","until":"SOON"}""",
        ["POST /v1/dunning_cases/{id}/promise"] = """{"on":"SOON","amount":1}""",
        ["PUT /v1/screening_policies/{code}"] = Policy,
        ["PUT /v1/csv_profiles/{code}"] = CsvProfile,
        ["PUT /v1/dunning_policy"] = """{"steps":[{"offset_days":-1,"channel":"email","template":"due_soon"}]}""",
    };

    public static string Of(PublishedRoute route)
    {
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(9).DateTime);
        return s_bodies.GetValueOrDefault(route.ToString(), "{}")
            .Replace("TODAY", today.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("SOON", today.AddDays(30).ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    public static MultipartFormDataContent Form() =>
        new() { { new StringContent("other"), "kind" }, { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "a.pdf" } };
}
