using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bnpl.Contracts;

namespace Bnpl.Infrastructure.Web;

/// <summary>Collects everything wrong with a request, so that the answer names every field at once.</summary>
public sealed class FieldErrors
{
    public const int Most = 100;
    private readonly List<FieldError> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>How many are kept; beyond <see cref="Most"/> none is added.</summary>
    public int Count => _errors.Count;

    public void Add(string field, string code, string message)
    {
        if (_errors.Count < Most)
        {
            _errors.Add(new FieldError(field, code, message));
        }
    }

    public void AddRange(IEnumerable<FieldError> errors)
    {
        foreach (FieldError error in errors)
        {
            Add(error.Field, error.Code, error.Message);
        }
    }

    /// <exception cref="RefusalException">422 with all errors; a lone error's code is the problem's code.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count == 1)
        {
            throw (Refusal.Invalid(_errors) with { Code = _errors[0].Code, Detail = $"{_errors[0].Field}: {_errors[0].Message}" }).AsException();
        }

        if (Any)
        {
            throw Refusal.Invalid(_errors).AsException();
        }
    }

    public bool Required([NotNullWhen(true)] object? value, string field)
    {
        if (value is null or "")
        {
            Add(field, "required", "This field is required.");
            return false;
        }

        return true;
    }

    /// <summary>An optional text of at most <paramref name="most"/> characters, not blank, on one line, without emoji unless allowed.</summary>
    public bool Text(string? value, string field, int most, bool required = false, bool multiline = false, bool emoji = false)
    {
        if (value is null)
        {
            return !required || Required(value, field);
        }

        if (value.Length <= most && string.IsNullOrWhiteSpace(value) && (required || value.Length > 0))
        {
            Add(field, required ? "required" : "blank", "This field must not be blank.");
        }
        else if (TextRule.Problem(value, most, multiline, emoji) is var (code, message))
        {
            Add(field, code, message);
        }
        else
        {
            return true;
        }

        return false;
    }

    public bool Range(long? value, string field, long least, long most)
    {
        if (value is { } number && (number < least || number > most))
        {
            Add(field, "out_of_range", string.Create(CultureInfo.InvariantCulture, $"Must be between {least} and {most}."));
            return false;
        }

        return true;
    }

    public bool OneOf(string? value, string field, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value))
        {
            Add(field, "not_allowed", $"Must be one of: {string.Join(", ", allowed.ToArray())}.");
            return false;
        }

        return true;
    }

    /// <summary>An id of the given kind; ids of another kind are refused by name.</summary>
    public bool Id(string? value, string prefix, string field, out Guid id)
    {
        id = default;
        if (value is null || EntityId.TryParse(prefix, value, out id))
        {
            return value is not null;
        }

        Add(field, "invalid_id", $"Must be an id that begins with {prefix}_.");
        return false;
    }
}
