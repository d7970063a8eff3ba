using System.Net.Http.Headers;
using Bnpl.Billing.Files;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Tests.Stories;
using Bnpl.Billing.Zengin;
using Bnpl.TestKit;

namespace Bnpl.Billing.Tests.Reconciliation;

/// <summary>What agents and banks send, and how a client uploads it.</summary>
internal static class SentFiles
{
    public static readonly BankFileAccount Account = new("9999", "ﾃｽﾄ", "001", "ﾃｽﾄ", '1', "0000001", "ﾃｽﾄ");

    public static KonbiniCollectionRecord Scan(string barcode, DateOnly on, KonbiniCollectionKind kind, string store = "0001234", int minute = 0) => new(
        0, kind, on, new TimeOnly(18, minute), KonbiniBarcode.Parse(barcode, out _)!, store, "010", on, null, null);

    public static string SlipOf(Answer invoice) => invoice.Member("payment_slip.barcode_number");

    public static BankLine Transfer(Answer? invoice, DateOnly on, long amount, string payer = "ﾃｽﾄ ｵ-ｹ-", string edi = "", bool cancels = false) => new(
        0, Account, on, on, BankLineDirection.Credit, amount,
        invoice is null ? "9019999999" : invoice.Member("virtual_account.branch_code") + invoice.Member("virtual_account.account_number"),
        payer, "ﾃｽﾄ", "ﾎﾝﾃﾝ", edi, "", cancels, "1", "", "");

    public static byte[] Konbini(params KonbiniCollectionRecord[] records)
    {
        using MemoryStream stream = new();
        KonbiniCollectionFile.Write(stream, records, RecordSeparator.CrLf, withHeaderAndTrailer: true);
        return stream.ToArray();
    }

    public static byte[] Deposits(params BankLine[] lines)
    {
        using MemoryStream stream = new();
        ZenginWriter.WriteDeposits(stream, lines, lines.Max(l => l.BookedOn));
        return stream.ToArray();
    }

    public static byte[] Statement(params BankLine[] lines)
    {
        using MemoryStream stream = new();
        ZenginWriter.WriteStatement(stream, lines, lines.Max(l => l.BookedOn), 1_000_000);
        return stream.ToArray();
    }

    public static Task<Answer> ImportAsync(this Shop shop, string format, byte[] file, bool preview = false) => shop.Tenant.Api.ImportAsync(format, file, preview);

    public static async Task<Answer> ImportAsync(this ApiClient client, string? format, byte[]? file, bool preview = false, string? more = null)
    {
        using MultipartFormDataContent form = [];
        if (file is not null)
        {
            ByteArrayContent content = new(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "file", "received.txt");
        }

        foreach ((string name, string? value) in new[] { ("format", format), ("preview", preview ? "true" : null), (more ?? "", more) })
        {
            if (value is not null)
            {
                form.Add(new StringContent(value), name);
            }
        }

        return await client.PostAsync("/v1/reconciliation/imports", form);
    }

    /// <summary>An import's counts: "lines matched unmatched duplicate ignored".</summary>
    public static string Counts(this Answer import) =>
        $"{import["lines"]} {import["matched"]} {import["unmatched"]} {import["duplicate"]} {import["ignored"]}";

    /// <summary>All lines, in the order of their ids: "kind status amount note".</summary>
    public static async Task<string[]> LinesAsync(this Shop shop, string filter = "")
    {
        Answer answer = (await shop.Tenant.GetAsync($"/v1/reconciliation/lines?limit=200{filter}")).Expect(200);
        return [.. answer["data"]!.AsArray().Reverse().Select(l => $"{l!["kind"]} {l["status"]} {l["amount"]} {l["note"]}".TrimEnd())];
    }

    /// <summary>All payments, oldest first: "channel status amount unapplied".</summary>
    public static async Task<string[]> PaymentsAsync(this Shop shop)
    {
        Answer answer = (await shop.Tenant.GetAsync("/v1/payments?limit=200")).Expect(200);
        return [.. answer["data"]!.AsArray().Reverse().Select(p => $"{p!["channel"]} {p["status"]} {p["amount"]} {p["unapplied"]}")];
    }
}
