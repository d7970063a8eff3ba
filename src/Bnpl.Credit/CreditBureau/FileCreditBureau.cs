using System.Globalization;
using System.Text.Json;
using Bnpl.Infrastructure;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.CreditBureau;

/// <summary>
/// The bureau as files below the data directory (docs/credit-policy.md): <c>credit_bureau/&lt;tenant&gt;/*.json</c>, each a list of
/// persons. Whoever is in none of them has no debts. A file named <c>unavailable</c> stands for a bureau that does not answer.
/// </summary>
internal sealed class FileCreditBureau(PlatformOptions options) : ICreditBureau
{
    private const long LargestFile = 10 * 1024 * 1024;
    private const int MostFiles = 100;

    public async Task<BureauAnswer> AskAsync(BureauEnquiry enquiry, CancellationToken cancellation)
    {
        string folder = Path.Combine(options.DataDirectory, "credit_bureau", enquiry.TenantSlug);
        if (File.Exists(Path.Combine(folder, "unavailable")))
        {
            throw new CreditBureauException("The bureau does not answer.");
        }

        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(MostFiles) : [];
        foreach (string file in files)
        {
            if ((await ReadAsync(file, cancellation)).FirstOrDefault(person => person.Is(enquiry)) is { } found)
            {
                return new BureauAnswer(found.Reference, found.YearPayments, found.Delinquencies, found.AsOf);
            }
        }

        return new BureauAnswer($"NONE-{enquiry.Id:N}", 0, [], DateOnly.MinValue);
    }

    private static async Task<List<BureauPerson>> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using FileStream stream = File.OpenRead(file);
            return stream.Length <= LargestFile
                ? await JsonSerializer.DeserializeAsync<List<BureauPerson>>(stream, JsonConventions.Options, cancellation) ?? []
                : throw new CreditBureauException($"{Path.GetFileName(file)} is larger than this adapter reads.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CreditBureauException($"{Path.GetFileName(file)} cannot be read.", exception);
        }
    }

    /// <param name="NameKana">Full-width katakana; blanks do not matter.</param>
    /// <param name="Phone">Digits with or without hyphens.</param>
    private sealed record BureauPerson(
        string NameKana, DateOnly? BirthDate, string? Phone, string Reference, long YearPayments, IReadOnlyList<string> Delinquencies, DateOnly AsOf)
    {
        /// <summary>The name, and the birth date or the telephone as well.</summary>
        public bool Is(BureauEnquiry enquiry) =>
            Letters(NameKana).Length > 0 && Letters(NameKana) == Letters(enquiry.NameKana)
            && ((BirthDate is { } born && born == enquiry.BirthDate) || (Digits(Phone).Length > 0 && Digits(Phone) == Digits(enquiry.Phone)));

        private static string Letters(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));

        // Full-width digits are digits as well.
        private static string Digits(string? text) =>
            string.Concat((text ?? "").Where(char.IsDigit).Select(c => ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture)));
    }
}
