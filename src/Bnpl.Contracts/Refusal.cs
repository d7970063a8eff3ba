namespace Bnpl.Contracts;

/// <summary>One thing wrong with a request. <paramref name="Field"/> is the dotted path: <c>buyer.address.postal_code</c>, <c>lines[0].quantity</c>.</summary>
public sealed record FieldError(string Field, string Code, string Message);

/// <summary>
/// An answer that refuses what was asked, in the words of the contract's problem document (api.md section 1).
/// <paramref name="Extra"/> carries further members, such as <c>current_status</c> and <c>allowed_actions</c>.
/// </summary>
public sealed record Refusal(
    int Status,
    string Code,
    string Detail,
    IReadOnlyList<FieldError>? Errors = null,
    IReadOnlyDictionary<string, object?>? Extra = null)
{
    public static Refusal NotFound() => new(404, "not_found", "No such resource.");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) =>
        new(422, "validation_failed", "The request has invalid fields.", errors);

    /// <summary>One field is wrong, and its code is the problem's code too (<c>amount_mismatch</c>).</summary>
    public static Refusal Invalid(string field, string code, string message) =>
        new(422, code, message, [new FieldError(field, code, message)]);

    public static Refusal Conflict(string code, string detail, IReadOnlyDictionary<string, object?>? extra = null) =>
        new(409, code, detail, null, extra);

    public static Refusal StateConflict(string currentStatus, IReadOnlyList<string> allowedActions, string action) =>
        Conflict("state_conflict", $"'{action}' is not possible while the status is '{currentStatus}'.", new Dictionary<string, object?>
        {
            ["current_status"] = currentStatus,
            ["allowed_actions"] = allowedActions,
        });

    public RefusalException AsException() => new(this);
}

/// <summary>
/// Leaves a use case with a refusal: the transaction is rolled back and the host answers the problem document.
/// Decisions return <see cref="Refusal"/>s; the use case throws them, because leaving must undo everything.
/// </summary>
public sealed class RefusalException(Refusal refusal) : Exception(refusal.Detail)
{
    public Refusal Refusal { get; } = refusal;
}
