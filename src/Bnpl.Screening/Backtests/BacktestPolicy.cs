using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bnpl.Screening.Backtests;

/// <summary>
/// <c>POST …/backtest</c>: judges stored screenings again by a candidate, on what was known then, and tells what would have
/// been different. Reads only, page by page, and ends when the caller hangs up.
/// </summary>
internal sealed class BacktestPolicy(
    TenantSession session, TenantContext tenant, TenantClock clock, ReadPolicies policies, Configurations configurations, IMerchants merchants, BacktestTurn turn)
{
    private const int MostScreenings = 50_000;
    private const int PageSize = 500;
    private const int MostSamples = 200;

    internal sealed record BacktestRequest
    {
        /// <summary>A document as in PUT, or the number of a version.</summary>
        public JsonElement? Candidate { get; init; }
        public string? From { get; init; }
        public string? To { get; init; }
        public string? Merchant { get; init; }

        /// <summary>The newest so many, at most 50,000.</summary>
        public int? Limit { get; init; }
    }

    /// <param name="Version">Of the candidate, where it is a stored one.</param>
    /// <param name="OutOfScope">Purchases that the candidate would not judge.</param>
    /// <param name="NotReplayable">Stored without what they rested on.</param>
    /// <param name="Truncated">There were more than the limit; the newest were taken.</param>
    internal sealed record BacktestResponse(
        string Object, string Policy, int? Version, DateTimeOffset From, DateTimeOffset To, int OutOfScope, int NotReplayable, bool Truncated, VerdictTable Table);

    public async Task<Ok<BacktestResponse>> RunAsync(string code, BacktestRequest request, CancellationToken cancellation)
    {
        // Before the first statement: whoever waits for the turn must not keep a connection from those who want a verdict.
        await turn.WaitAsync(cancellation);
        try
        {
            return TypedResults.Ok(await InTurnAsync(code, request, cancellation));
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<BacktestResponse> InTurnAsync(string code, BacktestRequest request, CancellationToken cancellation)
    {
        await session.ExecuteAsync(new Sql("SET TRANSACTION READ ONLY"), cancellation);
        FieldErrors errors = new();
        Period period = Period.Of(request.From, request.To, clock, errors);
        errors.Range(request.Limit, "limit", 1, MostScreenings);
        Guid? merchant = errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid id) ? id : null;
        errors.Required(request.Candidate, "candidate");
        errors.ThrowIfAny();
        if (merchant is { } named)
        {
            await merchants.GetAsync(named, cancellation);
        }

        CompiledPolicy candidate = await CandidateAsync(code, request.Candidate!.Value, cancellation);
        Configuration configuration = Configuration.Starter;
        await session.ReadAsync(batch => configurations.AddRead(batch, tenant.TenantId, read => configuration = read), cancellation);
        Tally tally = new(candidate, configuration);
        bool truncated = await ReplayAsync(tally, period, merchant, request.Limit ?? MostScreenings, cancellation);
        return new BacktestResponse(
            "backtest", code, candidate.Version == 0 ? null : candidate.Version, period.From, period.To, tally.OutOfScope, tally.NotReplayable, truncated, tally.Comparison.ToTable());
    }

    private async Task<CompiledPolicy> CandidateAsync(string code, JsonElement candidate, CancellationToken cancellation)
    {
        if (candidate.ValueKind == JsonValueKind.Number)
        {
            PolicyVersion version = await policies.FindAsync(code, candidate.GetRawText(), cancellation);
            return new CompiledPolicy(code, version.Version, version.Document);
        }

        PolicyErrors errors = new("candidate.");
        PolicyDocument document = new PolicyCheck(errors).Document(code, Read(candidate));
        await PutPolicy.CheckMerchantsAsync(merchants, document, errors, cancellation);
        errors.ThrowIfAny();
        return new CompiledPolicy(code, version: 0, document);
    }

    private static PolicyRequest Read(JsonElement candidate)
    {
        try
        {
            return candidate.Deserialize<PolicyRequest>(JsonConventions.Options) ?? new PolicyRequest();
        }
        catch (JsonException exception)
        {
            Refusal refusal = ExceptionRefusals.FromJson(exception);
            throw (refusal with { Errors = [.. (refusal.Errors ?? []).Select(error => error with { Field = error.Field == "$" ? "candidate" : $"candidate.{error.Field}" })] }).AsException();
        }
    }

    /// <returns>Whether there are more than the limit.</returns>
    private async Task<bool> ReplayAsync(Tally tally, Period period, Guid? merchant, int limit, CancellationToken cancellation)
    {
        StoredScreening? last = null;
        for (int left = limit; left > 0;)
        {
            int size = Math.Min(left, PageSize), read = 0;
            await session.ReadAsync(
                batch => batch.Add(
                    new Sql(
                        $"""
                        SELECT {StoredScreening.Columns} FROM screening.screenings
                        WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND ($4::uuid IS NULL OR merchant_id = $4)
                            AND ($5::timestamptz IS NULL OR (created_at <= $5 AND (created_at < $5 OR id < $6)))
                        ORDER BY created_at DESC, id DESC LIMIT $7
                        """,
                        tenant.TenantId, period.From, last?.At < period.To ? last.At.AddTicks(TimeSpan.TicksPerMicrosecond) : period.To, merchant, last?.At, last?.Id, size),
                    async (reader, token) =>
                    {
                        while (await reader.ReadAsync(token))
                        {
                            last = StoredScreening.From(reader, tenant.Keys);
                            tally.Add(last);
                            read++;
                        }
                    }),
                cancellation);
            left -= read;
            if (read < size)
            {
                return false;
            }
        }

        return await session.ReadOneAsync(
            new Sql(
                """
                SELECT EXISTS (SELECT FROM screening.screenings WHERE tenant_id = $1 AND created_at >= $2 AND created_at <= $3 AND ($4::uuid IS NULL OR merchant_id = $4)
                    AND (created_at < $3 OR id < $5))
                """,
                tenant.TenantId, period.From, last!.At, merchant, last.Id),
            row => row.GetBoolean(0),
            cancellation);
    }

    /// <summary>One pass over stored screenings.</summary>
    private sealed class Tally(CompiledPolicy candidate, Configuration configuration)
    {
        public VerdictComparison Comparison { get; } = new(MostSamples);

        public int OutOfScope { get; private set; }

        public int NotReplayable { get; private set; }

        public void Add(StoredScreening stored)
        {
            if (!configuration.WouldApply(candidate, stored.Merchant, stored.PaymentMethod))
            {
                OutOfScope++;
            }
            else if (stored.Open() is not { Case: { } known })
            {
                NotReplayable++;
            }
            else
            {
                Judgement judgement = known.Judge(candidate, stored.AssessedRisk);
                Comparison.Add(new ComparedScreening(stored.Id, stored.Verdict, judgement.Verdict, stored.Outcome, stored.Rules, [.. judgement.Rules]));
            }
        }
    }
}
