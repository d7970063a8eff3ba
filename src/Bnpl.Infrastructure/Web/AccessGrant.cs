using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Web;

/// <summary>Who may do what for whom, as the host proved it from the request's token.</summary>
public sealed record AccessGrant(TenantEntry Tenant, string Subject, Guid? MerchantId, IReadOnlySet<string> Scopes);
