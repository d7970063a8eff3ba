using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Tenancy;
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

    /// <returns>What a period begins at, given as an instant or as a day.</returns>
    public DateTimeOffset? From(string name, TenantClock clock) => DayOrInstant.From(Plus(name), name, clock, _errors);

    /// <returns>What a period ends before, given as an instant or as a day, which it then includes.</returns>
    public DateTimeOffset? To(string name, TenantClock clock) => DayOrInstant.To(Plus(name), name, clock, _errors);

    /// <exception cref="RefusalException">422 with all errors.</exception>
    public void ThrowIfInvalid() => _errors.ThrowIfAny();

    // The plus of an offset that was not escaped arrives as a blank.
    private string? Plus(string name) => Text(name)?.Replace(' ', '+');
}
