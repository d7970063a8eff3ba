using Bnpl.Contracts.Purchases;

namespace Bnpl.Credit.CreditBureau;

/// <summary>
/// 指定信用情報機関 in our words: asked before the contract of a plan that needs the registration (割賦販売法35条の3の3). It is only read
/// from; asking twice changes nothing there but is on its record.
/// </summary>
internal interface ICreditBureau
{
    /// <exception cref="CreditBureauException">There is no answer.</exception>
    Task<BureauAnswer> AskAsync(BureauEnquiry enquiry, CancellationToken cancellation);
}

/// <param name="Id">Ours, for the bureau's record.</param>
internal sealed record BureauEnquiry(Guid Id, string TenantSlug, string? Name, string? NameKana, DateOnly? BirthDate, string? Phone, PostalAddress? Address);

/// <param name="Reference">The bureau's number of the answer.</param>
/// <param name="YearPayments">What is due within a year on the debts that the bureau knows (年間請求予定額), yen.</param>
/// <param name="Delinquencies">Codes of what speaks against the person; empty: nothing.</param>
internal sealed record BureauAnswer(string Reference, long YearPayments, IReadOnlyList<string> Delinquencies, DateOnly AsOf);

internal sealed class CreditBureauException(string message, Exception? inner = null) : Exception(message, inner);
