using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Screening.Rules;
using Bnpl.Screening.Screenings;

namespace Bnpl.Screening.Policies;

/// <summary>From what was sent to a document that can be stored and compiled, or everything that is wrong with it. Pure.</summary>
internal sealed class PolicyCheck(PolicyErrors errors)
{
    public const int MostRules = 500;
    public const int MostLists = 50;
    public const int MostItems = 5000;
    public const int MostMerchants = 100;
    private const int LongestCode = 64;
    private const int LongestItem = 200;

    public static bool IsCode(string? text) =>
        text is { Length: > 0 and <= LongestCode } && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>A standard policy's code without a scope of its own keeps the standard scope, or cards' rules would judge everything.</summary>
    public PolicyDocument Document(string code, PolicyRequest request)
    {
        errors.Text(request.Name, "name", 100);
        PolicyDocument document = new()
        {
            Name = request.Name,
            AppliesTo = Scope(request.AppliesTo) ?? StarterPolicies.All.GetValueOrDefault(code)?.AppliesTo,
            Thresholds = Thresholds(request.Thresholds ?? new PolicyThresholdsRequest()),
            Lists = Lists(request.Lists ?? new Dictionary<string, IReadOnlyList<string?>?>()),
        };
        return document with { Rules = Rules(request.Rules, document) };
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
            errors.TooMany("applies_to.merchants", MostMerchants, "merchants");
            merchants = [];
        }

        for (int i = 0; i < merchants.Count; i++)
        {
            if (!EntityId.TryParse(IdPrefix.Merchant, merchants[i], out _))
            {
                errors.Add(PolicyErrors.Element("applies_to.merchants", i), "invalid_id", "Must be an id that begins with mer_.");
            }
        }

        if (methods.Count > MostMerchants)
        {
            errors.TooMany("applies_to.payment_methods", PlaceScreening.PaymentMethods.Length, "payment methods");
            methods = [];
        }

        for (int i = 0; i < methods.Count; i++)
        {
            if (!PlaceScreening.PaymentMethods.Contains(methods[i]))
            {
                errors.Add(PolicyErrors.Element("applies_to.payment_methods", i), "not_allowed", $"Must be one of: {string.Join(", ", PlaceScreening.PaymentMethods)}.");
            }
        }

        return new PolicyScope { Merchants = [.. merchants.OfType<string>().Distinct()], PaymentMethods = [.. methods.OfType<string>().Distinct()] };
    }

    private PolicyThresholds Thresholds(PolicyThresholdsRequest request)
    {
        PolicyThresholds usual = new();
        return new PolicyThresholds
        {
            Review = errors.Range(request.Review ?? usual.Review, "thresholds.review", 10_000),
            Ng = errors.Range(request.Ng ?? usual.Ng, "thresholds.ng", 10_000),
            Lift = errors.Range(request.Lift ?? usual.Lift, "thresholds.lift", 10_000),
        };
    }

    private SortedDictionary<string, IReadOnlyList<string>> Lists(IReadOnlyDictionary<string, IReadOnlyList<string?>?> lists)
    {
        SortedDictionary<string, IReadOnlyList<string>> kept = new(StringComparer.Ordinal);
        if (lists.Count > MostLists)
        {
            errors.TooMany("lists", MostLists, "lists");
            return kept;
        }

        foreach ((string name, IReadOnlyList<string?>? items) in lists)
        {
            if (!IsCode(name))
            {
                errors.Add("lists", "invalid_code", "A list's name is snake_case, at most 64 characters.");
                continue;
            }

            string field = $"lists.{name}";
            if (items is null)
            {
                errors.Add(field, "required", "A list must not be null.");
            }
            else if (items.Count > MostItems)
            {
                errors.TooMany(field, MostItems, "values");
            }

            for (int i = 0; i < Math.Min(items?.Count ?? 0, MostItems); i++)
            {
                errors.Required(items![i], PolicyErrors.Element(field, i), LongestItem);
            }

            kept[name] = [.. (items ?? []).Take(MostItems).OfType<string>()];
        }

        return kept;
    }

    private List<PolicyRule> Rules(IReadOnlyList<PolicyRuleRequest?>? rules, PolicyDocument document)
    {
        List<PolicyRule> kept = [];
        if (rules is null)
        {
            errors.Add("rules", "required", "This field is required.");
            return kept;
        }

        if (rules.Count > MostRules)
        {
            errors.TooMany("rules", MostRules, "rules");
            return kept;
        }

        VariableSet variables = PolicyVariables.Of(document.Lists).Set;
        HashSet<string> codes = [];
        for (int i = 0; i < rules.Count; i++)
        {
            string at = PolicyErrors.Element("rules", i);
            if (rules[i] is not { } rule)
            {
                errors.Add(at, "required", "A rule must not be null.");
                continue;
            }

            Code(rule.Code, $"{at}.code", codes);
            CheckCondition(rule.When, $"{at}.when", variables);
            if (rule.Toward is not ("ok" or "review" or "ng"))
            {
                errors.Add($"{at}.toward", rule.Toward is null ? "required" : "not_allowed", "Must be one of: ok, review, ng.");
            }

            if (rule.Reason is not null && !IsCode(rule.Reason))
            {
                errors.Add($"{at}.reason", "invalid_code", "A reason is snake_case, at most 64 characters.");
            }

            errors.Text(rule.Field, $"{at}.field", 100);
            errors.Text(rule.Message, $"{at}.message", 200);
            kept.Add(new PolicyRule
            {
                Code = rule.Code,
                When = rule.When,
                Toward = rule.Toward,
                Points = errors.Range(rule.Points ?? 0, $"{at}.points", 1000),
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
            errors.Add(field, code is null ? "required" : "invalid_code", "A rule's code is snake_case, at most 64 characters.");
        }
        else if (!codes.Add(code!))
        {
            errors.Add(field, "duplicate_code", "Another rule has this code.");
        }
    }

    private void CheckCondition(string? when, string field, VariableSet variables)
    {
        if (when is null)
        {
            errors.Add(field, "required", "This field is required.");
            return;
        }

        foreach (ExpressionError error in Condition.Compile(when, variables).Errors)
        {
            errors.Add(field, error.Code, string.Create(CultureInfo.InvariantCulture, $"Line {error.Line}, column {error.Column}: {error.Message}"), error);
        }
    }
}
