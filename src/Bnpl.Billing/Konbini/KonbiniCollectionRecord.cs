namespace Bnpl.Billing.Konbini;

/// <summary>データ種別; the numbers are those in the file.</summary>
internal enum KonbiniCollectionKind
{
    Preliminary = 1,
    Confirmed = 2,
    Reversal = 3,
}

/// <summary>
/// One payment at a till. There is no amount of its own: amount, stamp flag and key stand in the barcode as it was scanned.
/// </summary>
/// <param name="Line">Line in the file; 0 for one that was not read from a file.</param>
/// <param name="BarcodeKind">バーコード種別, whose values each agent defines.</param>
/// <param name="RemittanceOn">振込予定日; agents leave it unset in preliminary data.</param>
/// <param name="FeeOn">経理処理（手数料計算）年月日</param>
internal sealed record KonbiniCollectionRecord(
    int Line,
    KonbiniCollectionKind Kind,
    DateOnly CollectedOn,
    TimeOnly CollectedAt,
    KonbiniBarcode Barcode,
    string StoreCode,
    string ChainCode,
    DateOnly DataOn,
    DateOnly? RemittanceOn,
    DateOnly? FeeOn,
    char BarcodeKind = '1')
{
    public long Amount => Barcode.Amount;

    /// <summary>
    /// What preliminary, confirmed and reversal data of one payment have in common. Two equal keys of one kind in one file are
    /// two payments: number them before storing.
    /// </summary>
    public string ScanKey => $"{Barcode.Digits}/{CollectedOn:yyyyMMdd}/{CollectedAt:HHmm}/{ChainCode}/{StoreCode}";
}
