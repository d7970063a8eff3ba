using System.Collections;

namespace Bnpl.Screening.Rules;

/// <summary>A long list that many rules ask at once: one look-up each, however long it is and however often they ask.</summary>
internal sealed class ListedTexts(IReadOnlyList<string> texts) : IReadOnlyList<string>
{
    private readonly HashSet<string> _known = new(texts, StringComparer.Ordinal);

    public int Count => texts.Count;

    public string this[int index] => texts[index];

    public bool Has(string text) => _known.Contains(text);

    public IEnumerator<string> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
