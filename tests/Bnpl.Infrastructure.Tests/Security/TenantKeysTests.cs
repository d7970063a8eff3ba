using System.Security.Cryptography;
using Bnpl.Infrastructure.Security;
using CsCheck;

namespace Bnpl.Infrastructure.Tests.Security;

public sealed class TenantKeysTests
{
    private static readonly Guid s_tenant = Guid.Parse("0193a000-0000-7000-8000-000000000001");
    private static readonly SealedPlace s_place = new("credit.buyers", "profile", Guid.Parse("0193a000-0000-7000-8000-000000000002"));
    private static readonly TenantKey s_first = Key(1);

    [Fact]
    public void What_is_sealed_opens_again_in_its_place() => Gen.Byte.Array[0, 2000].Sample(plain =>
        new TenantKeys(s_tenant, [s_first]) is var keys && keys.Open(keys.Seal(plain, s_place), s_place).SequenceEqual(plain));

    [Fact]
    public void The_same_value_is_sealed_differently_each_time()
    {
        TenantKeys keys = new(s_tenant, [s_first]);
        Assert.NotEqual(keys.Seal("山田太郎", s_place), keys.Seal("山田太郎", s_place));
    }

    [Fact]
    public void A_value_moved_to_another_row_column_table_or_tenant_does_not_open()
    {
        TenantKeys keys = new(s_tenant, [s_first]);
        byte[] value = keys.Seal("山田太郎", s_place);
        Assert.ThrowsAny<CryptographicException>(() => keys.Open(value, s_place with { Row = s_tenant }));
        Assert.ThrowsAny<CryptographicException>(() => keys.Open(value, s_place with { Column = "name" }));
        Assert.ThrowsAny<CryptographicException>(() => keys.Open(value, s_place with { Table = "credit.orders" }));
        Assert.ThrowsAny<CryptographicException>(() => new TenantKeys(s_place.Row, [s_first]).Open(value, s_place));
    }

    [Fact]
    public void A_value_with_one_changed_bit_does_not_open()
    {
        TenantKeys keys = new(s_tenant, [s_first]);
        byte[] value = keys.Seal("山田太郎", s_place);
        for (int i = 0; i < value.Length; i++)
        {
            byte[] damaged = [.. value];
            damaged[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => keys.Open(damaged, s_place));
        }
    }

    [Fact]
    public void Old_values_open_and_old_hashes_are_found_after_a_new_key_version()
    {
        TenantKeys before = new(s_tenant, [s_first]);
        TenantKeys after = new(s_tenant, [Key(2), s_first]);
        Assert.Equal("090", after.OpenText(before.Seal("090", s_place), s_place));
        Assert.Equal(2, after.CurrentVersion);
        Assert.Equal(before.SearchHash("phone", "+8190"), after.SearchHash("phone", "+8190", keyVersion: 1));
        Assert.NotEqual(before.SearchHash("phone", "+8190"), after.SearchHash("phone", "+8190"));
    }

    [Fact]
    public void Without_keys_nothing_opens_and_nothing_can_be_sealed()
    {
        byte[] value = new TenantKeys(s_tenant, [s_first]).Seal("090", s_place);
        TenantKeys destroyed = new(s_tenant, []);
        Assert.ThrowsAny<CryptographicException>(() => destroyed.Open(value, s_place));
        Assert.ThrowsAny<CryptographicException>(() => destroyed.Seal("090", s_place));
    }

    [Fact]
    public void Search_hashes_tell_kinds_apart()
    {
        TenantKeys keys = new(s_tenant, [s_first]);
        Assert.NotEqual(keys.SearchHash("phone", "x"), keys.SearchHash("email", "x"));
        Assert.NotEqual(keys.SearchHash("a", "b\0c"), keys.SearchHash("a\0b", "d"));
    }

    [Fact]
    public void Parallel_first_starts_agree_on_one_master_key_that_only_its_owner_may_read()
    {
        string folder = Directory.CreateTempSubdirectory("bnpl-key").FullName;
        try
        {
            byte[][] derived = [.. Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(16).Select(_ => MasterKey.Load(null, folder).Derive("test"))];
            Assert.All(derived, key => Assert.Equal(derived[0], key));
            string path = Path.Combine(folder, "keys", "master.key");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            Assert.Single(Directory.GetFiles(Path.Combine(folder, "keys")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    public void A_master_key_of_the_wrong_form_is_refused_by_name(string value) =>
        Assert.Contains("BNPL_MASTER_KEY", Assert.Throws<InvalidOperationException>(() => MasterKey.Load(value, ".")).Message);

    private static TenantKey Key(int version) => new(version, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
}
