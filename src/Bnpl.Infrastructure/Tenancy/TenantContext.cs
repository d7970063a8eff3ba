using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;

namespace Bnpl.Infrastructure.Tenancy;

/// <summary>Whose data this scope works on. Set once, from a verified token or by a job; reading it unset throws.</summary>
public sealed class TenantContext
{
    private TenantEntry? _tenant;
    private TenantKeys? _keys;

    public bool IsSet => _tenant is not null;

    public TenantEntry Tenant => _tenant ?? throw new InvalidOperationException("No tenant is set in this scope.");

    public Guid TenantId => Tenant.Id;

    /// <summary>The tenant's data keys, unwrapped.</summary>
    public TenantKeys Keys => _keys ?? throw new InvalidOperationException("No tenant is set in this scope.");

    public void Set(TenantEntry tenant, TenantKeys keys)
    {
        if (_tenant is not null)
        {
            throw new InvalidOperationException("The tenant of a scope is set once.");
        }

        (_tenant, _keys) = (tenant, keys);
    }
}

/// <summary>Who acts: an API client with its scopes, or the system. A merchant-bound client sees only its merchant.</summary>
public sealed class Caller
{
    public const string System = "system";

    public string Subject { get; private set; } = System;

    public Guid? MerchantId { get; private set; }

    public IReadOnlySet<string> Scopes { get; private set; } = new HashSet<string>();

    public string? IpAddress { get; private set; }

    public string? RequestId { get; private set; }

    public void Set(string subject, Guid? merchantId, IReadOnlySet<string> scopes, string? ipAddress, string? requestId) =>
        (Subject, MerchantId, Scopes, IpAddress, RequestId) = (subject, merchantId, scopes, ipAddress, requestId);

    /// <summary>Refuses a merchant-bound caller that names another merchant: for it, that merchant does not exist.</summary>
    public void EnsureReaches(Guid merchantId)
    {
        if (MerchantId is { } own && own != merchantId)
        {
            throw Refusal.NotFound().AsException();
        }
    }
}
