using System.Security.Cryptography;

namespace Bnpl.Infrastructure.Security;

/// <summary>
/// The platform's key-encryption key, kept outside the database: <c>BNPL_MASTER_KEY</c> (32 bytes, base64), or a file in
/// the data directory that the first start creates, readable by its owner alone. Without it nothing sealed can be read.
/// </summary>
public sealed class MasterKey
{
    private const int KeyBytes = 32;
    private readonly byte[] _key;

    public MasterKey(byte[] key)
    {
        if (key.Length != KeyBytes)
        {
            throw new ArgumentException("The master key must be 32 bytes.", nameof(key));
        }

        _key = key;
    }

    public static MasterKey Load(string? fromEnvironment, string dataDirectory)
    {
        if (!string.IsNullOrWhiteSpace(fromEnvironment))
        {
            byte[] key = new byte[KeyBytes];
            return Convert.TryFromBase64String(fromEnvironment, key, out int length) && length == KeyBytes
                ? new MasterKey(key)
                : throw new InvalidOperationException("BNPL_MASTER_KEY must be 32 bytes in base64.");
        }

        string path = Path.Combine(dataDirectory, "keys", "master.key");
        if (!File.Exists(path))
        {
            Create(path);
        }

        return new MasterKey(File.ReadAllBytes(path));
    }

    /// <summary>A key for one purpose, so that no two uses share one.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, KeyBytes, info: System.Text.Encoding.UTF8.GetBytes(purpose));

    // Written beside its place and linked into it, so that two first starts agree on one key and a crash leaves none half written.
    private static void Create(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string draft = Path.Combine(folder, Path.GetRandomFileName());
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (FileStream file = new(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
