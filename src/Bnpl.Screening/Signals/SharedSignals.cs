namespace Bnpl.Screening.Signals;

/// <summary>What other tenants have lived through with this person, where the tenant asks for it; null where it does not.</summary>
internal static class SharedSignals
{
    public static readonly IReadOnlyList<Signal> All =
    [
        Graded("strong", "他社での未払い・不正の情報と強く一致します。", "Other companies report bad debt or fraud, and it is hardly another person."),
        Graded("medium", "他社での未払い・不正の情報と電話番号・メールアドレス・カードのいずれかが一致します。", "Other companies report bad debt or fraud under this telephone, mailbox or card."),
        Graded("weak", "他社での未払い・不正の情報と氏名・町名が一致します（同姓同名の可能性があります）。", "Other companies report bad debt or fraud of somebody of this name in this town."),
    ];

    private static Signal Graded(string grade, string japanese, string english) =>
        new($"shared_negative_{grade}", "buyer", japanese, english, e => e.Facts.Shared is { } shared ? shared.Grade == grade : null);
}
