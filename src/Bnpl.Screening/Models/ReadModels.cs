using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Models;

internal sealed class ReadModels(TenantSession session, TenantContext tenant)
{
    private const int Most = 200;

    /// <summary>The newest models and, last, the baseline. One is made a week, so a page holds years.</summary>
    public async Task<Ok<Page<ScreeningModelResponse>>> ListAsync(CancellationToken cancellation)
    {
        List<ScreeningModelResponse> rows = await session.ReadListAsync(
            new Sql($"SELECT {ScreeningModelResponse.Columns} FROM screening.models m WHERE m.tenant_id = $1 ORDER BY m.version DESC LIMIT {Most}", tenant.TenantId),
            ScreeningModelResponse.From,
            cancellation);
        return TypedResults.Ok(new Page<ScreeningModelResponse>([.. rows, ScreeningModelResponse.Baseline(rows.TrueForAll(row => row.Stage != "active"))], HasMore: false, Next: null));
    }

    public async Task<Ok<ScreeningModelResponse>> GetAsync(int version, CancellationToken cancellation) => TypedResults.Ok(await FindAsync(version, cancellation));

    /// <summary>A version from the path. What is no number names nothing.</summary>
    /// <exception cref="RefusalException">404.</exception>
    public static int VersionOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : throw Refusal.NotFound().AsException();

    public async Task<ScreeningModelResponse> FindAsync(int version, CancellationToken cancellation)
    {
        if (version == 0)
        {
            return ScreeningModelResponse.Baseline(!await session.ReadOneAsync(
                new Sql("SELECT true FROM screening.models WHERE tenant_id = $1 AND stage = 'active'", tenant.TenantId), row => row.GetBoolean(0), cancellation));
        }

        return await session.ReadOneAsync(
            new Sql(
                $"""
                SELECT {ScreeningModelResponse.WithDetail} FROM screening.models m
                LEFT JOIN LATERAL (SELECT * FROM screening.model_drift d WHERE d.tenant_id = $1 AND d.version = m.version ORDER BY d.day DESC LIMIT 1) d ON true
                WHERE m.tenant_id = $1 AND m.version = $2
                """,
                tenant.TenantId, version),
            ScreeningModelResponse.From,
            cancellation) ?? throw Refusal.NotFound().AsException();
    }
}
