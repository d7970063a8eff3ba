namespace Bnpl.Credit.Decisions;

/// <summary>What a buyer tells of its means, for plans that need the registration (割賦販売法35条の3の3).</summary>
internal static class MeansOf
{
    public const string NotAsked = "not_asked";
    public const string Answered = "answered";
    public const string Unanswered = "unanswered";

    public static MeansFacts Question(CreditQuestion question) => new(question.Finances is null ? ["finances"] : [], null, 0, NotAsked);
}
