using System.Text.Json.Nodes;
using Bnpl.Billing.Files;
using Bnpl.Billing.Konbini;
using Bnpl.Billing.Zengin;

namespace Bnpl.Demo;

/// <summary>Plays the bank and the collection agent: files in their formats, written by the platform's own writers.</summary>
internal static class MoneyFiles
{
    /// <summary>収納データ, 確報: one payment of the scanned slip.</summary>
    public static byte[] KonbiniConfirmed(string barcode, DateOnly day)
    {
        KonbiniBarcode scanned = KonbiniBarcode.Parse(barcode, out KonbiniBarcodeError? error)
            ?? throw new UnexpectedAnswer($"The slip's barcode {barcode} cannot be read: {error}");
        KonbiniCollectionRecord record = new(
            Line: 0, KonbiniCollectionKind.Confirmed, day, new TimeOnly(18, 42), scanned, StoreCode: "0012345", ChainCode: "001001",
            DataOn: day.AddDays(1), RemittanceOn: day.AddDays(14), FeeOn: day.AddDays(14));
        using MemoryStream file = new();
        KonbiniCollectionFile.Write(file, [record], RecordSeparator.CrLf, withHeaderAndTrailer: true);
        return file.ToArray();
    }

    /// <summary>振込入金通知: one transfer for each invoice, to its virtual account.</summary>
    public static byte[] ZenginDeposits(IReadOnlyList<(JsonNode Invoice, string PayerKana)> transfers, DateOnly day)
    {
        BankFileAccount ours = new("9999", "ﾃｽﾄｷﾞﾝｺｳ", "001", "ﾃｽﾄｼﾃﾝ", '1', "0000001", "ｶ)ﾃｽﾄｱﾄﾊﾞﾗｲ");
        List<BankLine> lines =
        [
            .. transfers.Select((transfer, index) =>
            {
                JsonNode account = transfer.Invoice["virtual_account"]!;
                return new BankLine(
                    Line: 0, ours, day, day, BankLineDirection.Credit, Client.Number(transfer.Invoice, "balance.total"),
                    RemitterCode: Client.Text(account, "branch_code") + Client.Text(account, "account_number"), transfer.PayerKana, "ﾃｽﾄｷﾞﾝｺｳ", "ﾎﾝﾃﾝ",
                    Edi: "", Narrative: "", Cancels: false, Reference: $"{index + 1:D6}", Kind: "", Key: "");
            }),
        ];
        using MemoryStream file = new();
        ZenginWriter.WriteDeposits(file, lines, day);
        return file.ToArray();
    }
}
