using System.Globalization;
using Bnpl.Billing.Files;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Payments;
using Bnpl.Billing.Reconciliation;
using Bnpl.Billing.Zengin;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Billing.TestHelpers;

/// <summary>
/// Plays the part of tills and banks for a test tenant: writes the file that they would send and imports it like any
/// other. Its payments differ from one another even while the test clock stands still.
/// </summary>
internal sealed class OutsideWorld(
    TenantSession session, TenantContext tenant, TenantClock clock, ITenantSettings settings, ReceiveFile receive, Cashier cashier)
{
    private static readonly string[] s_stages = ["preliminary", "confirmed", "reversal"];

    public static Task<Ok<OutsideWorldResponse>> PayAtTillAsync(KonbiniPaymentRequest request, OutsideWorld world, CancellationToken cancellation) =>
        world.PayAtTillAsync(request, cancellation);

    public static Task<Ok<OutsideWorldResponse>> TransferAsync(BankTransferRequest request, OutsideWorld world, CancellationToken cancellation) =>
        world.TransferAsync(request, cancellation);

    private async Task<Ok<OutsideWorldResponse>> PayAtTillAsync(KonbiniPaymentRequest request, CancellationToken cancellation)
    {
        tenant.EnsureTest();
        FieldErrors errors = new();
        Guid invoice = errors.Required(request.Invoice, "invoice") && errors.Id(request.Invoice, IdPrefix.Invoice, "invoice", out Guid id) ? id : default;
        errors.Range(request.SlipVersion, "slip_version", 1, 1000);
        errors.OneOf(request.Stage, "stage", s_stages);
        errors.ThrowIfAny();
        KonbiniCollectionKind kind = request.Stage switch
        {
            "preliminary" => KonbiniCollectionKind.Preliminary,
            "reversal" => KonbiniCollectionKind.Reversal,
            _ => KonbiniCollectionKind.Confirmed,
        };
        KonbiniBarcode barcode = await BarcodeAsync(invoice, request.SlipVersion, cancellation);
        KonbiniCollectionRecord record = kind != KonbiniCollectionKind.Preliminary && await OpenScanAsync(barcode, cancellation) is { } scan
            ? scan with { Kind = kind }
            : NewScan(barcode, kind);
        using MemoryStream file = new();
        KonbiniCollectionFile.Write(file, [record], RecordSeparator.CrLf, withHeaderAndTrailer: true);
        return await ImportAsync($"konbini_{kind.ToString().ToLowerInvariant()}", file, cancellation);
    }

    private async Task<Ok<OutsideWorldResponse>> TransferAsync(BankTransferRequest request, CancellationToken cancellation)
    {
        tenant.EnsureTest();
        FieldErrors errors = new();
        Guid? invoice = errors.Id(request.Invoice, IdPrefix.Invoice, "invoice", out Guid id) ? id : null;
        if (errors.Required(request.Amount, "amount"))
        {
            errors.Range(request.Amount, "amount", 1, 9_999_999_999);
        }

        if ((request.Invoice is null) == (request.VirtualAccount is null))
        {
            errors.Add("invoice", "one_of", "Give invoice or virtual_account, one of them.");
        }

        (string Branch, string Number)? named = request.VirtualAccount is { } text ? VirtualAccountText.Read(text, errors) : null;
        ZenginTextResult payer = ZenginText.Convert(request.PayerKana ?? "", ZenginField.PartyName, 48);
        if (errors.Required(request.PayerKana, "payer_kana") && payer.IsRefused)
        {
            errors.Add("payer_kana", "invalid_kana", "A bank would not write this: kana, letters, digits, brackets, hyphen, dot; 48 bytes.");
        }

        errors.ThrowIfAny();
        (string branch, string number) = named ?? await AccountOfAsync(invoice!.Value, cancellation);
        TenantSettings current = await settings.GetAsync(cancellation);
        BankAccount own = current.BankAccount ?? throw Refusal.Conflict("settings_incomplete", "bank_account is not set.").AsException();
        BankLine line = new(
            0, new BankFileAccount(own.BankCode, "ﾃｽﾄ", own.BranchCode, "ﾃｽﾄ", own.AccountType[0], own.AccountNumber, "ﾃｽﾄ"),
            clock.Today, clock.Today, BankLineDirection.Credit, request.Amount!.Value, branch + number, payer.Text!, "ﾃｽﾄ", "ﾎﾝﾃﾝ",
            Distinct(20), "", false, "1", "", "");
        using MemoryStream file = new();
        ZenginWriter.WriteDeposits(file, [line], clock.Today);
        return await ImportAsync(ImportFormat.ZenginDeposits, file, cancellation);
    }

    private async Task<Ok<OutsideWorldResponse>> ImportAsync(string format, MemoryStream file, CancellationToken cancellation)
    {
        (StoredImport import, ImportCounts counts, _) = await receive.RunAsync(ImportFormat.Named(format), file.ToArray(), preview: false, cancellation);
        Guid? payment = cashier.Book.Payments.Where(p => p.Source is BookLines.TillSource or BookLines.BankSource).Select(p => (Guid?)p.Id).LastOrDefault();
        return TypedResults.Ok(new OutsideWorldResponse(
            import.Answer(counts), payment is { } id ? cashier.Answer(cashier.Book.Payment(id)) : null));
    }

    private async Task<KonbiniBarcode> BarcodeAsync(Guid invoice, int? version, CancellationToken cancellation)
    {
        string digits = await session.ReadOneAsync(
            new Sql(
                """
                SELECT coalesce(barcode_number, '') FROM billing.payment_slips
                WHERE tenant_id = $1 AND invoice_id = $2 AND ($3::integer IS NULL OR version = $3) ORDER BY version DESC LIMIT 1
                """,
                tenant.TenantId, invoice, version),
            row => row.GetString(0),
            cancellation) ?? throw Refusal.NotFound().AsException();
        return KonbiniBarcode.Parse(digits, out _)
            ?? throw Refusal.Conflict("no_payment_slip", "This invoice has no slip for tills: it is over their limit.").AsException();
    }

    // The agent's next word is about the scan that it told of last, unless that one is final.
    private async Task<KonbiniCollectionRecord?> OpenScanAsync(KonbiniBarcode barcode, CancellationToken cancellation)
    {
        string? scan = await session.ReadOneAsync(
            new Sql(
                """
                SELECT l.scan_key FROM recon.lines l JOIN billing.payments p ON p.tenant_id = l.tenant_id AND p.id = l.payment_id
                WHERE l.tenant_id = $1 AND l.barcode = $2 AND l.kind = 'konbini_preliminary' AND p.status = 'preliminary' ORDER BY l.id DESC LIMIT 1
                """,
                tenant.TenantId, barcode.Digits),
            row => row.GetString(0),
            cancellation);
        if (scan?.Split('/') is not [_, var date, var time, var chain, var store, _])
        {
            return null;
        }

        return NewScan(barcode, KonbiniCollectionKind.Preliminary) with
        {
            CollectedOn = DateOnly.ParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture),
            CollectedAt = TimeOnly.ParseExact(time, "HHmm", CultureInfo.InvariantCulture),
            ChainCode = chain,
            StoreCode = store,
        };
    }

    private KonbiniCollectionRecord NewScan(KonbiniBarcode barcode, KonbiniCollectionKind kind) => new(
        0, kind, clock.Today, new TimeOnly(12, 0), barcode, Distinct(7), "010", clock.Today, null, null);

    private async Task<(string Branch, string Number)> AccountOfAsync(Guid invoice, CancellationToken cancellation) => await session.ReadOneAsync<(string, string)?>(
        new Sql(
            """
            SELECT v.branch_code, v.account_number
            FROM billing.invoices i
            JOIN billing.receivables r ON r.tenant_id = i.tenant_id AND r.id = i.receivable_id
            JOIN billing.virtual_accounts v ON v.tenant_id = r.tenant_id AND v.id = r.virtual_account_id
            WHERE i.tenant_id = $1 AND i.id = $2
            """,
            tenant.TenantId, invoice),
        row => (row.GetString(0), row.GetString(1)),
        cancellation) ?? throw Refusal.NotFound().AsException();

    /// <summary>Digits and letters that no other call gets: the end of an id is random.</summary>
    private static string Distinct(int length) => EntityId.Format("x", EntityId.New())[^length..];
}

internal sealed record KonbiniPaymentRequest(string? Invoice, int? SlipVersion, string? Stage);

/// <param name="VirtualAccount">Branch (3) and account number (7): ten digits, or the object that an invoice shows.</param>
internal sealed record BankTransferRequest(string? Invoice, System.Text.Json.JsonElement? VirtualAccount, long? Amount, string? PayerKana);

internal sealed record OutsideWorldResponse(ImportResponse Import, PaymentResponse? Payment);
