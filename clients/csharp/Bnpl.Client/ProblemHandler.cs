namespace Bnpl.Client;

/// <summary>Turns every refusal into a <see cref="ProblemException"/>.</summary>
internal sealed class ProblemHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ProblemException.FromAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }
}
