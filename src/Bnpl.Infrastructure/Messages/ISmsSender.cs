namespace Bnpl.Infrastructure.Messages;

/// <summary>Hands a short message to a carrier. Told the same delivery id again, it sends nothing twice.</summary>
public interface ISmsSender
{
    Task SendAsync(SmsContent message, SmsTarget target, CancellationToken cancellation);
}

/// <param name="To">The number in international form, such as <c>+819012345678</c>.</param>
public sealed record SmsContent(string To, string Text);

/// <param name="TenantSlug">Whose outbox a file goes to.</param>
/// <param name="DeliveryId">The message's id, which is the file's name.</param>
public sealed record SmsTarget(string TenantSlug, string DeliveryId);
