namespace Bnpl.Client;

/// <summary>Who calls, where, and how patiently.</summary>
public sealed class BnplClientOptions
{
    /// <summary>The tenant's issuer: <c>https://api.example.jp/t/my-brand</c>.</summary>
    public Uri? Issuer { get; set; }

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>Separated by spaces; all that the client may when null.</summary>
    public string? Scope { get; set; }

    /// <summary>Where the API is served; the issuer's own host when null.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Tries of one call, the first included.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>One try's longest wait for an answer.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal Uri Address => BaseUrl ?? new Uri(Named.GetLeftPart(UriPartial.Authority));

    internal Uri TokenAddress => new($"{Named.ToString().TrimEnd('/')}/oauth/token");

    private Uri Named => Issuer ?? throw new InvalidOperationException("BnplClientOptions.Issuer is not set.");
}
