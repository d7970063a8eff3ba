using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bnpl.Billing.PayPages;

/// <summary>HTML that is safe to send: whatever is put into it by interpolation is encoded, unless it is markup itself.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup None => new("");

    public static Markup Of(MarkupBuilder builder) => new(builder.ToString());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));
}

[InterpolatedStringHandler]
internal readonly struct MarkupBuilder
{
    // The page is UTF-8, so that letters need no entities; what has a meaning in HTML is encoded all the same.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text;

    public MarkupBuilder(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted(string? text) => _text.Append(s_encoder.Encode(text ?? ""));

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
