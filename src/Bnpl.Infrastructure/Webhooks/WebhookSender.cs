using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Bnpl.Infrastructure.Webhooks;

/// <summary>Names to addresses. A seam: tests answer for hosts that no DNS knows.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);

/// <summary>One call out. <paramref name="Status"/> is null when no answer came; <paramref name="Error"/> is shown to the tenant.</summary>
public sealed record WebhookAnswer(int? Status, string? Error)
{
    public bool Succeeded => Status is >= 200 and < 300;
}

/// <summary>Where a call goes and how it is signed.</summary>
/// <param name="LoopbackAllowed">Test tenants only.</param>
public sealed record WebhookTarget(string Url, bool LoopbackAllowed, IReadOnlyList<byte[]> Secrets);

/// <summary>
/// Posts signed bodies. The address connected to is checked on each connection, whatever the name promised at
/// registration; no redirect is followed, no proxy asked, no answer body read.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private readonly ResolveHost _resolve;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _public;

    // Connections are pooled by name: those made with loopback allowed must never serve a tenant who may not have it.
    private readonly HttpMessageInvoker _withLoopback;

    public WebhookSender(ResolveHost resolve, TimeProvider time)
    {
        (_resolve, _time) = (resolve, time);
        _public = Create(loopback: false);
        _withLoopback = Create(loopback: true);
    }

    public async Task<WebhookAnswer> SendAsync(WebhookTarget target, string id, string body, CancellationToken cancellation)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(s_timeout);
        DateTimeOffset now = _time.GetUtcNow();
        using HttpRequestMessage request = new(HttpMethod.Post, target.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("User-Agent", "bnpl-webhooks/1");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", WebhookSignature.Timestamp(now));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Sign(id, now, body, target.Secrets));
        try
        {
            using HttpResponseMessage response = await (target.LoopbackAllowed ? _withLoopback : _public).SendAsync(request, timeout.Token);
            int status = (int)response.StatusCode;
            WebhookAnswer answer = new(status, null);
            return answer.Succeeded ? answer : answer with { Error = $"The receiver answered {status.ToString(System.Globalization.CultureInfo.InvariantCulture)}." };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookAnswer(null, "No answer within 10 seconds.");
        }
        catch (HttpRequestException exception)
        {
            return new WebhookAnswer(null, Explain(exception));
        }
    }

    public void Dispose()
    {
        _public.Dispose();
        _withLoopback.Dispose();
    }

    private HttpMessageInvoker Create(bool loopback) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, loopback, cancellation),
    });

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, bool loopback, CancellationToken cancellation)
    {
        IPAddress[] addresses = IPAddress.TryParse(endPoint.Host, out IPAddress? literal) ? [literal] : await _resolve(endPoint.Host, cancellation);
        IPAddress[] allowed = [.. addresses.Where(address => TargetGuard.Allows(address, loopback))];
        if (allowed.Length == 0)
        {
            throw new TargetRefusedException();
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Explain(HttpRequestException exception) => exception switch
    {
        { InnerException: TargetRefusedException } => "The host's address is private, loopback or link-local and not allowed.",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "The TLS connection failed.",
        { HttpRequestError: HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } => "The host name could not be resolved.",
        { HttpRequestError: HttpRequestError.ConnectionError } => "The connection failed.",
        _ => "The call failed.",
    };

    private sealed class TargetRefusedException() : IOException("The target is not allowed.");
}
