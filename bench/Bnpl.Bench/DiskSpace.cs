using System.Globalization;

namespace Bnpl.Bench;

/// <summary>Refuses to load what the disk cannot hold: a full disk would stop the server for everyone on it.</summary>
internal static class DiskSpace
{
    // Rows and indexes of one past order, with what sorting the indexes and the log need on the way.
    private const long BytesPerOrder = 11_000;

    public static async Task EnsureAsync(AdminDatabase admin, int orders)
    {
        string folder = await admin.ScalarAsync<string>("SELECT current_setting('data_directory')");
        DriveInfo? drive = DriveInfo.GetDrives().Where(d => folder.StartsWith(d.Name, StringComparison.Ordinal)).MaxBy(d => d.Name.Length);
        if (drive is { IsReady: true } && drive.AvailableFreeSpace < orders * BytesPerOrder)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"{orders:N0} past orders take about {orders * BytesPerOrder / 1e9:N0} GB while they are loaded; {drive.Name} has {drive.AvailableFreeSpace / 1e9:N0} GB free."));
        }
    }
}
