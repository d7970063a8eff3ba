using Bnpl.Infrastructure;
using MimeKit;

namespace Bnpl.Billing.Mails;

/// <summary>Writes messages to <c>outbox/&lt;tenant&gt;/</c> and letters to <c>letters/&lt;tenant&gt;/</c> below the data directory. The default, and all that test tenants ever get.</summary>
internal sealed class FileMailSender(PlatformOptions options) : IMailSender
{
    public Task SendAsync(MimeMessage message, MailTarget target, CancellationToken cancellation) =>
        WriteAsync("outbox", target, ".eml", file => message.WriteToAsync(file, cancellation));

    /// <summary>A letter for the printer.</summary>
    public Task WriteLetterAsync(byte[] pdf, MailTarget target, CancellationToken cancellation) =>
        WriteAsync("letters", target, ".pdf", file => file.WriteAsync(pdf, cancellation).AsTask());

    // Under another name first: whoever watches the folder never sees half a file, and a repeat writes the same one.
    private async Task WriteAsync(string folder, MailTarget target, string extension, Func<Stream, Task> write)
    {
        string path = Path.Combine(options.DataDirectory, folder, target.TenantSlug, target.DeliveryId + extension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (FileStream file = new(path + ".part", FileMode.Create, FileAccess.Write))
        {
            await write(file);
        }

        File.Move(path + ".part", path, overwrite: true);
    }
}
