using MimeKit;

namespace Bnpl.Billing.Mails;

/// <summary>Hands a message to the outside, once. The Message-ID is the delivery id.</summary>
internal interface IMailSender
{
    /// <exception cref="MailNotSentException">It is certain that nothing was sent. Any other exception leaves that open.</exception>
    Task SendAsync(MimeMessage message, MailTarget target, CancellationToken cancellation);
}

/// <param name="TenantSlug">Whose outbox a file goes to.</param>
/// <param name="DeliveryId">The mail's id, which is the file's name.</param>
internal sealed record MailTarget(string TenantSlug, string DeliveryId);

internal sealed class MailNotSentException(string message, Exception? inner = null) : Exception(message, inner);
