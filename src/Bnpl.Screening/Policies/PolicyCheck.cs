using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Screening.Rules;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Policies;

/// <summary>One thing wrong with a policy; <paramref name="At"/> tells where within a condition.</summary>
internal sealed record PolicyError(string Field, string Code, string Message, ExpressionError? At = null);

/// <summary>From what was sent to a document that can be stored and compiled, or everything that is wrong with it. Pure.</summary>
internal sealed class PolicyCheck
{
    public const int MostRules = 500;
    public const int MostLists = 50;
    public const int MostItems = 5000;
    public const int MostMerchants = 100;
    private const int MostErrors = 100;
    private const int LongestCode = 64;
    private const int LongestItem = 200;

    private readonly string _root;
    private readonly List<PolicyError> _errors = [];

    /// <param name="root">Before every field's name: <c>candidate.</c>, or nothing.</param>
    public PolicyCheck(string root = "") => _root = root;

    public IReadOnlyList<PolicyError> Errors => _errors;

    public static bool IsCode(string? text) =>
        text is { Length: > 0 and <= LongestCode } && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>A standard policy's code without a scope of its own keeps the standard scope, or cards' rules would judge everything.</summary>
    public PolicyDocument Document(string code, PolicyRequest request)
    {
        Text(request.Name, "name", 100);
        PolicyDocument document = new()
        {
            Name = request.Name,
            AppliesTo = Scope(request.AppliesTo) ?? StarterPolicies.All.GetValueOrDefault(code)?.AppliesTo,
            Thresholds = Thresholds(request.Thresholds ?? new PolicyThresholdsRequest()),
            Lists = Lists(request.Lists ?? new Dictionary<string, IReadOnlyList<string?>?>()),
        };
        return document with { Rules = Rules(request.Rules, document) };
    }

    public void Add(string field, string code, string message, ExpressionError? at = null)
    {
        if (_errors.Count < MostErrors)
        {
            _errors.Add(new PolicyError(_root + field, code, message, at));
        }
    }

    /// <exception cref="RefusalException">422 with all errors; a lone error's code is the problem's code.</exception>
    public void ThrowIfAny()
    {
        List<FieldError> errors = [.. _errors.Select(error => new FieldError(error.Field, error.Code, error.Message))];
        if (errors.Count > 0)
        {
            throw (errors is [FieldError one] ? Refusal.Invalid(one.Field, one.Code, one.Message) : Refusal.Invalid(errors)).AsException();
        }
    }

    private PolicyScope? Scope(PolicyScopeRequest? scope)
    {
        if (scope is null)
        {
            return null;
        }

        IReadOnlyList<string?> merchants = scope.Merchants ?? [], methods = scope.PaymentMethods ?? [];
        if (merchants.Count > MostMerchants)
        {
            Add("applies_to.merchants", "too_many", Limit(MostMerchants, "merchants"));
            merchants = [];
        }

        for (int i = 0; i < merchants.Count; i++)
        {
            if (!EntityId.TryParse(IdPrefix.Merchant, merchants[i], out _))
            {
                Add(Element("applies_to.merchants", i), "invalid_id", "Must be an id that begins with mer_.");
            }
        }

        for (int i = 0; i < Math.Min(methods.Count, LongestCode); i++)
        {
            if (!PlaceScreening.PaymentMethods.Contains(methods[i]))
            {
                Add(Element("applies_to.payment_methods", i), "not_allowed", $"Must be one of: {string.Join(", ", PlaceScreening.PaymentMethods)}.");
            }
        }

        return new PolicyScope { Merchants = [.. merchants.OfType<string>().Distinct()], PaymentMethods = [.. methods.OfType<string>().Distinct()] };
    }

    private PolicyThresholds Thresholds(PolicyThresholdsRequest request)
    {
        PolicyThresholds usual = new();
        return new PolicyThresholds
        {
            Review = Range(request.Review ?? usual.Review, "thresholds.review", 10_000),
            Ng = Range(request.Ng ?? usual.Ng, "thresholds.ng", 10_000),
            Lift = Range(request.Lift ?? usual.Lift, "thresholds.lift", 10_000),
        };
    }

    private SortedDictionary<string, IReadOnlyList<string>> Lists(IReadOnlyDictionary<string, IReadOnlyList<string?>?> lists)
    {
        SortedDictionary<string, IReadOnlyList<string>> kept = new(StringComparer.Ordinal);
        if (lists.Count > MostLists)
        {
            Add("lists", "too_many", Limit(MostLists, "lists"));
            return kept;
        }

        foreach ((string name, IReadOnlyList<string?>? items) in lists)
        {
            if (!IsCode(name))
            {
                Add("lists", "invalid_code", "A list's name is snake_case, at most 64 characters.");
                continue;
            }

            string field = $"lists.{name}";
            if (items is null || items.Count > MostItems)
            {
                Add(field, items is null ? "required" : "too_many", items is null ? "A list must not be null." : Limit(MostItems, "values"));
            }

            for (int i = 0; i < Math.Min(items?.Count ?? 0, MostItems); i++)
            {
                Required(items![i], Element(field, i), LongestItem);
            }

            kept[name] = [.. (items ?? []).Take(MostItems).OfType<string>()];
        }

        return kept;
    }

    private List<PolicyRule> Rules(IReadOnlyList<PolicyRuleRequest?>? rules, PolicyDocument document)
    {
        List<PolicyRule> kept = [];
        if (rules is null || rules.Count > MostRules)
        {
            Add("rules", rules is null ? "required" : "too_many", rules is null ? "This field is required." : Limit(MostRules, "rules"));
            return kept;
        }

        VariableSet variables = PolicyVariables.Of(document.Lists).Set;
        HashSet<string> codes = [];
        for (int i = 0; i < rules.Count; i++)
        {
            string at = Element("rules", i);
            if (rules[i] is not { } rule)
            {
                Add(at, "required", "A rule must not be null.");
                continue;
            }

            Code(rule.Code, $"{at}.code", codes);
            CheckCondition(rule.When, $"{at}.when", variables);
            if (rule.Toward is not ("ok" or "review" or "ng"))
            {
                Add($"{at}.toward", rule.Toward is null ? "required" : "not_allowed", "Must be one of: ok, review, ng.");
            }

            if (rule.Reason is not null && !IsCode(rule.Reason))
            {
                Add($"{at}.reason", "invalid_code", "A reason is snake_case, at most 64 characters.");
            }

            Text(rule.Field, $"{at}.field", 100);
            Text(rule.Message, $"{at}.message", 200);
            kept.Add(new PolicyRule
            {
                Code = rule.Code,
                When = rule.When,
                Toward = rule.Toward,
                Points = Range(rule.Points ?? 0, $"{at}.points", 1000),
                Stop = rule.Stop ?? false,
                Reason = rule.Reason,
                Field = rule.Field,
                Message = rule.Message,
                Enabled = rule.Enabled ?? true,
            });
        }

        return kept;
    }

    private void Code(string? code, string field, HashSet<string> codes)
    {
        if (!IsCode(code))
        {
            Add(field, code is null ? "required" : "invalid_code", "A rule's code is snake_case, at most 64 characters.");
        }
        else if (!codes.Add(code!))
        {
            Add(field, "duplicate_code", "Another rule has this code.");
        }
    }

    private void CheckCondition(string? when, string field, VariableSet variables)
    {
        if (when is null)
        {
            Add(field, "required", "This field is required.");
            return;
        }

        foreach (ExpressionError error in Condition.Compile(when, variables).Errors)
        {
            Add(field, error.Code, string.Create(CultureInfo.InvariantCulture, $"Line {error.Line}, column {error.Column}: {error.Message}"), error);
        }
    }

    private int Range(int value, string field, int most)
    {
        if (value < 1 || value > most)
        {
            Add(field, "out_of_range", string.Create(CultureInfo.InvariantCulture, $"Must be between 1 and {most}."));
        }

        return value;
    }

    private void Required(string? value, string field, int most)
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

    public void Text(string? value, string field, int most, bool multiline = false)
    {
        if (value is not null && TextRule.Problem(value, most, multiline, emoji: true) is var (code, message))
        {
            Add(field, code, message);
        }
    }

    private static string Element(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    private static string Limit(int most, string what) => string.Create(CultureInfo.InvariantCulture, $"At most {most} {what}.");
}
