namespace Bnpl.Screening.Normalization;

/// <summary>Whether the kana can be a reading of the name; null where that was not checked.</summary>
internal sealed record KanaPlausibility(bool? Family, bool? Given);

internal sealed record NormalizedName(
    string Family,
    string Given,
    string Key,
    string WeakKey,
    string KanjiKey,
    string KanaKey,
    KanaPlausibility KanaPlausible,
    IReadOnlyList<string> Issues);
