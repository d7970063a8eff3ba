namespace Bnpl.Screening.Signals;

/// <summary>
/// One thing that can be told of a purchase: a code that rules refer to as <c>signals.code</c>, the input that it is about
/// and what a person reads. The reader is pure; null means that it could not be checked, which is never "all is well".
/// </summary>
/// <param name="Code">Snake case, stable.</param>
/// <param name="Field">Dotted path of the request field, or null when it is about the purchase as a whole.</param>
/// <param name="Japanese">Shown to a reviewer.</param>
/// <param name="English">The same for documentation and an English console.</param>
internal sealed record Signal(string Code, string? Field, string Japanese, string English, Func<Evidence, bool?> Read);
