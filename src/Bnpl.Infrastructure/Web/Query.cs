using System.Globalization;
using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Infrastructure.Web;

/// <summary>Reads list filters from the query string; what does not parse is an error that names the parameter.</summary>
public sealed class Query(HttpRequest request)
{
    private readonly FieldErrors _errors = new();

    public string? Text(string name, int most = 200)
    {
        string? value = request.Query.TryGetValue(name, out var text) ? text.ToString() : null;
        return _errors.Text(value, name, most) && value is not null && !value.Contains('\0', StringComparison.Ordinal) ? value : null;
    }

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        string? value = Text(name);
        _errors.OneOf(value, name, allowed);
        return value;
    }

    public Guid? Id(string name, string prefix) => Text(name) is { } value && _errors.Id(value, prefix, name, out Guid id) ? id : null;

    public bool? Flag(string name) => OneOf(name, "true", "false") switch { "true" => true, "false" => false, _ => null };

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } value)
        {
            return null;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        _errors.Add(name, "invalid_date", "Must be a date: YYYY-MM-DD.");
        return null;
    }

    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } value)
        {
            return null;
        }

        if (Instants.TryParse(value, out DateTimeOffset instant))
        {
            return instant;
        }

        _errors.Add(name, "invalid_instant", "Must be an instant: 2026-04-01T00:00:00Z.");
        return null;
    }

    /// <exception cref="RefusalException">422 with all errors.</exception>
    public void ThrowIfInvalid() => _errors.ThrowIfAny();
}
