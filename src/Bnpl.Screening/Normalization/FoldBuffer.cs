using System.Buffers;

namespace Bnpl.Screening.Normalization;

/// <summary>A growing run of characters that starts on the caller's stack, so that an ordinary name or address allocates its result alone.</summary>
internal ref struct FoldBuffer(Span<char> start)
{
    private Span<char> _chars = start;
    private char[]? _rented;

    public int Length { get; private set; }

    public readonly Span<char> Written => _chars[..Length];

    public readonly char Last => Length == 0 ? '\0' : _chars[Length - 1];

    public void Append(char c)
    {
        if (Length == _chars.Length) Grow();
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        foreach (var c in text) Append(c);
    }

    public readonly void ReplaceLast(char c) => _chars[Length - 1] = c;

    public void TrimEnd()
    {
        while (Length > 0 && _chars[Length - 1] == ' ') Length--;
    }

    public void Dispose()
    {
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented, clearArray: true);
        _rented = null;
    }

    private void Grow()
    {
        var larger = ArrayPool<char>.Shared.Rent(_chars.Length * 2);
        _chars.CopyTo(larger);
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented, clearArray: true);
        _chars = _rented = larger;
    }
}
