using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Microsoft.AspNetCore.Http;

namespace Bnpl.Screening.Devices;

/// <summary><c>POST /tag/v1/sessions?tenant=</c>: keeps what the tag saw for a day and answers the id that goes into the order form.</summary>
internal sealed class OpenSession(TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const int LongestAgent = 1000;
    private const int LongestLanguage = 200;

    internal sealed record Response(string Session, DateTimeOffset ExpiresAt);

    public async Task<Response> RunAsync(byte[] body, HttpContext http, CancellationToken cancellation)
    {
        // Browsers that ask not to be tracked say so in a header too; then nothing of the request itself is kept either.
        IHeaderDictionary headers = http.Request.Headers;
        TagReport report = Read<TagReport>(body).Honouring(headers["DNT"] == "1" || headers["Sec-GPC"] == "1");
        FieldErrors errors = new();
        report.Check(errors);
        errors.ThrowIfAny();

        if (tenant.Tenant.IsTest)
        {
            // A test tenant's clock comes with the session; live ones need no round trip for it.
            await session.BeginAsync(cancellation);
        }

        DateTimeOffset now = clock.Now;
        byte[]? cookie = DeviceSessions.CookieHash(tenant.Keys, report.CookieId, tenant.Keys.CurrentVersion);
        DeviceSession opened = new(
            EntityId.New(),
            now,
            now + DeviceSessions.Lifetime,
            cookie,
            cookie is null ? null : tenant.Keys.CurrentVersion,
            SubmittedAfterMs: null,
            report.Restricted
                ? new SessionPayload(report, null, null, null)
                : new SessionPayload(
                    report with { CookieId = null },
                    http.Connection.RemoteIpAddress?.ToString(),
                    Cut(headers.UserAgent, LongestAgent),
                    Cut(headers.AcceptLanguage, LongestLanguage)));
        session.Add(DeviceSessions.Insert(tenant.TenantId, opened, tenant.Keys));
        await session.CommitAsync(cancellation);
        return new Response(EntityId.Format(IdPrefix.DeviceSession, opened.Id), opened.ExpiresAt);
    }

    /// <summary>A body of type text/plain, so that browsers ask no permission first.</summary>
    public static T Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, JsonConventions.Options) ?? throw new Refusal(400, "body_required", "A JSON body is required.").AsException();
        }
        catch (JsonException exception)
        {
            throw ExceptionRefusals.FromJson(exception).AsException();
        }
    }

    // Header values may hold bytes that no text column takes; such an agent is no browser's, and none is better than half of one.
    private static string? Cut(string? value, int most) =>
        string.IsNullOrEmpty(value) || value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? null : value.Length <= most ? value : value[..most];
}
