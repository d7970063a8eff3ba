using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bnpl.Client;

/// <summary>
/// Gives each POST an idempotency key, and repeats with the same key what was lost on the way or may be sent again: network
/// failures, answers of 5xx, refused rates (as <c>Retry-After</c> says) and a first try that is still running.
/// </summary>
internal sealed class RetryHandler(BnplClientOptions options) : DelegatingHandler
{
    private const string Key = "Idempotency-Key";
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && !request.Headers.Contains(Key) && NeedsKey(request.RequestUri!.AbsolutePath))
        {
            request.Headers.Add(Key, RandomNumberGenerator.GetHexString(32, lowercase: true));
        }

        if (request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        // A change with PATCH, PUT or DELETE may have happened although its answer was lost; only POST has keys against that.
        bool repeatable = request.Method == HttpMethod.Get || request.Method == HttpMethod.Post;
        for (int attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                HttpResponseMessage response = await OnceAsync(request, cancellationToken).ConfigureAwait(false);
                if (response.IsSuccessStatusCode || attempt >= options.Attempts || !await MayRepeatAsync(response, repeatable, cancellationToken).ConfigureAwait(false))
                {
                    return response;
                }

                pause = PauseBefore(attempt, response);
                response.Dispose();
            }
            catch (Exception exception) when (
                exception is HttpRequestException or OperationCanceledException
                && repeatable && attempt < options.Attempts && !cancellationToken.IsCancellationRequested)
            {
                pause = PauseBefore(attempt, response: null);
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool NeedsKey(string path)
    {
        string[] parts = path.Split('/');
        return !Keyless.Templates.Select(template => template.Split('/')).Any(template =>
            template.Length == parts.Length && template.Zip(parts).All(pair => pair.First == pair.Second || pair.First is ['{', ..]));
    }

    private async Task<HttpResponseMessage> OnceAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.TryTimeout);
        HttpResponseMessage response = await base.SendAsync(request, limit.Token).ConfigureAwait(false);
        try
        {
            // An answer that breaks off half way is lost as well.
            await response.Content.LoadIntoBufferAsync(limit.Token).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<bool> MayRepeatAsync(HttpResponseMessage response, bool repeatable, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        if (status != 409)
        {
            return status == 429 || (repeatable && status >= 500);
        }

        try
        {
            return (string?)JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false))?["code"] == "idempotency_in_progress";
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Otherwise 0.25, 0.5, 1, … seconds at most, by chance, so that many clients do not come back at once.
    private static TimeSpan PauseBefore(int attempt, HttpResponseMessage? response)
    {
        TimeSpan? told = response?.Headers.RetryAfter?.Delta
            ?? (response?.Headers.RetryAfter?.Date is { } date ? date - TimeProvider.System.GetUtcNow() : null);
        double most = Math.Min(250 * Math.Pow(2, attempt - 1), 8_000);
        TimeSpan pause = told ?? TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)most));
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause > s_longestPause ? s_longestPause : pause;
    }
}
