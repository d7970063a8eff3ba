using System.Text;

namespace Bnpl.Infrastructure.Messages;

/// <summary>
/// Writes each message as a CSV file of one row to <c>sms/&lt;tenant&gt;/</c> below the data directory, for a carrier's bulk
/// upload. The default, and all that test tenants ever get.
/// </summary>
internal sealed class FileSmsSender(PlatformOptions options) : ISmsSender
{
    public async Task SendAsync(SmsContent message, SmsTarget target, CancellationToken cancellation)
    {
        string path = Path.Combine(options.DataDirectory, "sms", target.TenantSlug, target.DeliveryId + ".csv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // Under another name first: whoever watches the folder never sees half a file, and a repeat writes the same one.
        await File.WriteAllTextAsync(
            path + ".part", $"delivery_id,to,text\r\n{target.DeliveryId},{Quoted(message.To)},{Quoted(message.Text)}\r\n", new UTF8Encoding(false), cancellation);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
