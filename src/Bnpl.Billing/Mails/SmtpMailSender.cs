using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Bnpl.Billing.Mails;

/// <summary>Configuration section <c>Mail:Smtp</c>; without a host, mails are files.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Mail:Smtp";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public int TimeoutSeconds { get; set; } = 30;
}

internal sealed class SmtpMailSender(SmtpOptions options) : IMailSender
{
    public async Task SendAsync(MimeMessage message, MailTarget target, CancellationToken cancellation)
    {
        using SmtpClient client = new() { Timeout = options.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, SecureSocketOptions.Auto, cancellation);
            if (options.User is not null)
            {
                await client.AuthenticateAsync(options.User, options.Password ?? "", cancellation);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new MailNotSentException("The mail server could not be reached.", exception);
        }

        try
        {
            await client.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException exception)
        {
            throw new MailNotSentException($"The mail server refused: {exception.StatusCode}.", exception);
        }
        catch (ServiceNotAuthenticatedException exception)
        {
            throw new MailNotSentException("The mail server wants authentication.", exception);
        }

        await client.DisconnectAsync(quit: true, cancellation);
    }
}
