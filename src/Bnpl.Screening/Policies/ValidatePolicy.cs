using Bnpl.Contracts.Credit;
using Bnpl.Screening.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Policies;

/// <summary><c>POST …/validate</c>: what PUT would say, without saving; for editors, so errors are the answer and not a refusal.</summary>
internal sealed class ValidatePolicy(IMerchants merchants)
{
    /// <param name="Position">Within the condition, in UTF-16 units from 0; line and column count from 1.</param>
    internal sealed record PolicyFinding(string Field, string Code, string Message, int? Position, int? Line, int? Column);

    /// <param name="When">The condition as the machine reads it.</param>
    internal sealed record RuleReading(string Code, string When, IReadOnlyList<string> Variables);

    internal sealed record PolicyVerdict(bool Valid, IReadOnlyList<PolicyFinding> Errors, IReadOnlyList<RuleReading> Rules);

    public async Task<Ok<PolicyVerdict>> RunAsync(string code, PolicyRequest request, CancellationToken cancellation)
    {
        PolicyErrors errors = new();
        PolicyDocument document = new PolicyCheck(errors).Document(code, request);
        await PutPolicy.CheckMerchantsAsync(merchants, document, errors, cancellation);
        VariableSet variables = PolicyVariables.Of(document.Lists).Set;
        return TypedResults.Ok(new PolicyVerdict(
            errors.All.Count == 0,
            [.. errors.All.Select(error => new PolicyFinding(error.Field, error.Code, error.Message, error.At?.Position, error.At?.Line, error.At?.Column))],
            [.. document.Rules.Where(rule => rule is { Code: not null, When: not null }).Select(rule => Read(rule, variables)).OfType<RuleReading>()]));
    }

    private static RuleReading? Read(PolicyRule rule, VariableSet variables) => Condition.Compile(rule.When!, variables).Condition is { } condition
        ? new RuleReading(rule.Code!, condition.ToString(), [.. condition.Variables.Select(variable => variable.Name)])
        : null;
}
