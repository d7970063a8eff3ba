using System.Data.Common;
using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Backtests;

/// <summary><c>GET …/versions/{n}/comparison</c>: what a shadow said beside the verdicts that were given.</summary>
internal sealed class CompareShadow(TenantSession session, TenantContext tenant, TenantClock clock, ReadPolicies policies)
{
    private const int MostScreenings = 50_000;
    private const int MostSamples = 50;

    internal sealed record ShadowComparison(string Policy, int Version, DateTimeOffset From, DateTimeOffset To, bool Truncated, VerdictTable Table);

    public async Task<Ok<ShadowComparison>> RunAsync(string code, string version, HttpContext context, CancellationToken cancellation)
    {
        PolicyVersion found = await policies.FindAsync(code, version, cancellation);
        Query query = new(context.Request);
        FieldErrors errors = new();
        Period period = Period.Of(query.Text("from"), query.Text("to"), clock, errors);
        query.ThrowIfInvalid();
        errors.ThrowIfAny();

        VerdictComparison comparison = new(MostSamples);
        int compared = 0;
        await session.ReadAsync(
            batch => batch.Add(
                new Sql(
                    """
                    SELECT id, verdict, outcome, jsonb_path_query_array(reasons, '$[*].rule ? (@ != null)'), s.shadow
                    FROM screening.screenings CROSS JOIN LATERAL jsonb_array_elements(shadows) AS s(shadow)
                    WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND s.shadow->>'policy' = $4 AND (s.shadow->>'version')::int = $5
                    ORDER BY created_at DESC, id DESC LIMIT $6
                    """,
                    tenant.TenantId, period.From, period.To, code, found.Version, MostScreenings + 1),
                async (reader, token) =>
                {
                    while (await reader.ReadAsync(token))
                    {
                        if (++compared <= MostScreenings)
                        {
                            comparison.Add(Compared(reader));
                        }
                    }
                }),
            cancellation);
        return TypedResults.Ok(new ShadowComparison(code, found.Version, period.From, period.To, compared > MostScreenings, comparison.ToTable()));
    }

    private static ComparedScreening Compared(DbDataReader row)
    {
        ShadowJudgement shadow = JsonSerializer.Deserialize<ShadowJudgement>(row.GetString(4), JsonConventions.Options)!;
        return new ComparedScreening(
            row.GetGuid(0),
            Enum.Parse<Verdict>(row.GetString(1), ignoreCase: true),
            shadow.Verdict,
            row.IsDBNull(2) ? null : row.GetString(2),
            JsonSerializer.Deserialize<string[]>(row.GetString(3), JsonConventions.Options)!,
            shadow.Rules);
    }
}
