using Bnpl.Contracts.Settings;

namespace Bnpl.Api.Settings;

/// <summary>What a tenant starts with: a live one with defaults only, a test one complete with values nobody can take for real.</summary>
internal static class InitialSettings
{
    public static readonly TenantSettings Live = new();

    // Bank 9999 and the numbers of documentation exist nowhere; T1234567890123 has no valid check digit as a corporate number.
    public static readonly TenantSettings Test = new()
    {
        CompanyName = "株式会社テスト後払い",
        Address = "〒100-0000 東京都千代田区テスト町0丁目0番0号",
        Phone = "00-0000-0000",
        QualifiedInvoiceNumber = "T1234567890123",
        BankAccount = new BankAccount("9999", "テスト銀行", "001", "テスト支店", "1", "0000001", "ｶ)ﾃｽﾄｱﾄﾊﾞﾗｲ"),
        VirtualAccounts = [new VirtualAccountBlock("9999", "テスト銀行", "901", "テスト振込支店", "1", "0000000", "9999999", "ｶ)ﾃｽﾄｱﾄﾊﾞﾗｲ")],
        Konbini = new KonbiniSettings("912345", "54321", "standard", 0),
        Payout = new PayoutSettings("0000000001", "ｶ)ﾃｽﾄｱﾄﾊﾞﾗｲ", new BankAccount("9999", "テスト銀行", "001", "テスト支店", "1", "0000001", "ｶ)ﾃｽﾄｱﾄﾊﾞﾗｲ")),
        Mail = new MailSettings("billing@atobarai.test", null),
        Support = new SupportSettings("00-0000-0000", "平日 10:00〜18:00(テスト)"),
    };
}
