using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Screening.Rules;

namespace Bnpl.Screening.Policies;

/// <summary>One thing wrong with a policy; <paramref name="At"/> tells where within a condition.</summary>
internal sealed record PolicyError(string Field, string Code, string Message, ExpressionError? At = null);

/// <summary>Everything wrong with a policy, by field.</summary>
/// <param name="root">Before every field's name: <c>candidate.</c>, or nothing.</param>
internal sealed class PolicyErrors(string root = "")
{
    private const int Most = 100;
    private readonly List<PolicyError> _all = [];

    public IReadOnlyList<PolicyError> All => _all;

    public static string Element(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    public void Add(string field, string code, string message, ExpressionError? at = null)
    {
        if (_all.Count < Most)
        {
            _all.Add(new PolicyError(root + field, code, message, at));
        }
    }

    public void TooMany(string field, int most, string what) => Add(field, "too_many", string.Create(CultureInfo.InvariantCulture, $"At most {most} {what}."));

    public int Range(int value, string field, int most)
    {
        if (value < 1 || value > most)
        {
            Add(field, "out_of_range", string.Create(CultureInfo.InvariantCulture, $"Must be between 1 and {most}."));
        }

        return value;
    }

    public void Text(string? value, string field, int most, bool multiline = false)
    {
        if (value is not null && TextRule.Problem(value, most, multiline, emoji: true) is var (code, message))
        {
            Add(field, code, message);
        }
    }

    public void Required(string? value, string field, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, "required", "This field must not be blank.");
        }
        else
        {
            Text(value, field, most);
        }
    }

    /// <exception cref="RefusalException">422 with all errors; a lone error's code is the problem's code.</exception>
    public void ThrowIfAny()
    {
        List<FieldError> errors = [.. _all.Select(error => new FieldError(error.Field, error.Code, error.Message))];
        if (errors.Count > 0)
        {
            throw (errors is [FieldError one] ? Refusal.Invalid(one.Field, one.Code, one.Message) : Refusal.Invalid(errors)).AsException();
        }
    }
}
