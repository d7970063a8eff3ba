using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Bnpl.Screening.Networks;
using CsCheck;

namespace Bnpl.Screening.Tests.Networks;

public sealed class NetworkOriginTests
{
    [Theory]
    [InlineData("210.138.1.1", "JP", false)] // a provider's customers
    [InlineData("126.0.0.1", "JP", false)] // a mobile carrier
    [InlineData("2400:2410::1", "JP", false)]
    [InlineData("2001:268:9000::1", "JP", false)]
    [InlineData("58.240.0.1", "CN", true)]
    [InlineData("73.0.0.1", "US", true)]
    [InlineData("2601::1", "US", true)]
    [InlineData("::ffff:210.138.1.1", "JP", false)]
    [InlineData("64:ff9b::210.138.1.1", "JP", false)]
    public void Names_the_country_that_both_sources_agree_on(string ip, string country, bool abroad)
    {
        NetworkOrigin origin = NetworkOrigin.Lookup(ip);
        Assert.Equal((true, false, country, false, abroad), (origin.Known, origin.Reserved, origin.Country, origin.Disputed, origin.Abroad!.Value));
    }

    [Theory]
    [InlineData("133.242.0.1", "Sakura Internet")]
    [InlineData("52.192.0.1", "Amazon Web Services")]
    [InlineData("34.84.0.1", "Google Cloud")]
    [InlineData("2406:da14::1", "Amazon Web Services")]
    [InlineData("157.7.100.1", "GMO Internet (ConoHa)")]
    public void Tells_networks_that_rent_out_machines(string ip, string name)
    {
        NetworkOrigin origin = NetworkOrigin.Lookup(ip);
        Assert.True(origin.Hosting);
        Assert.Equal(name, origin.Operator);
    }

    [Theory]
    [InlineData("126.0.0.1")]
    [InlineData("210.138.1.1")]
    [InlineData("104.28.0.1")] // relays: buyers with iCloud Private Relay come from here
    [InlineData("2400:2410::1")]
    public void Does_not_call_homes_and_relays_hosting(string ip) => Assert.False(NetworkOrigin.Lookup(ip).Hosting);

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("169.254.1.1")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("198.19.0.1")]
    [InlineData("198.51.100.9")]
    [InlineData("203.0.113.5")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1%eth0")]
    [InlineData("fd00::1")]
    [InlineData("2001:db8::5")]
    [InlineData("3fff::1")]
    public void Knows_addresses_that_nobody_on_the_internet_has(string ip) =>
        Assert.Equal((true, true, null, null), (NetworkOrigin.Lookup(ip).Known, NetworkOrigin.Lookup(ip).Reserved, NetworkOrigin.Lookup(ip).Country, NetworkOrigin.Lookup(ip).Hosting));

    [Theory]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("203.0.112.1")]
    [InlineData("2001:200::1")]
    public void Does_not_take_the_neighbours_of_reserved_ranges_for_reserved(string ip) =>
        Assert.False(NetworkOrigin.Lookup(ip).Reserved);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("256.1.1.1")]
    [InlineData("1.2.3.04")]
    [InlineData("0x7f.1.1.1")]
    [InlineData("1..2.3")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("12345::1")]
    [InlineData("g::1")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData("１.2.3.4")]
    [InlineData("unknown")]
    public void Says_nothing_of_what_is_no_address(string? ip) => Assert.Equal(default, NetworkOrigin.Lookup(ip));

    [Fact]
    public void Reads_every_address_as_the_framework_does() => Gen.Byte.Array[16].Sample(bytes =>
    {
        IPAddress six = new(bytes), four = new(bytes.AsSpan(0, 4));
        Assert.True(AddressBits.TryParse(four.ToString(), out AddressBits v4));
        Assert.Equal((new UInt128(0, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes)), true), (v4.Value, v4.IsV4));
        Assert.True(AddressBits.TryParse(six.ToString(), out AddressBits v6));
        if (!v6.IsV4)
        {
            Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes), v6.Value);
        }
    });

    [Fact]
    public void Any_text_is_answered() => Gen.String.Sample(text => NetworkOrigin.Lookup(text));

    [Fact]
    public void Text_of_address_characters_is_read_only_where_the_framework_reads_it() =>
        Gen.OneOf(Gen.Char["0123456789abcdef"], Gen.Const(':'), Gen.Const('.')).Array[1, 24].Sample(letters =>
        {
            string text = new(letters);
            if (AddressBits.TryParse(text, out _))
            {
                Assert.True(IPAddress.TryParse(text, out _), text);
            }
        });

    [Fact]
    public void A_table_that_was_cut_or_bent_is_refused_as_damaged()
    {
        using Stream whole = typeof(NetworkOrigin).Assembly.GetManifestResourceStream("Networks/hosting-v4.bin.br")!;
        byte[] bytes = new byte[whole.Length];
        whole.ReadExactly(bytes);
        foreach (int length in new[] { 0, 1, 10, bytes.Length / 2, bytes.Length - 40 })
        {
            Assert.Throws<InvalidDataException>(() => RangeTable<uint>.Read(new MemoryStream(bytes, 0, length)));
        }
    }

    [Theory]
    [InlineData("countries-v4.bin.br")]
    [InlineData("countries-v6.bin.br")]
    [InlineData("hosting-v4.bin.br")]
    [InlineData("hosting-v6.bin.br")]
    public void Each_data_file_is_the_one_the_manifest_describes(string file)
    {
        var assembly = typeof(NetworkOrigin).Assembly;
        using JsonDocument manifest = JsonDocument.Parse(assembly.GetManifestResourceStream("Networks/manifest.json")!);
        JsonElement entry = manifest.RootElement.GetProperty("files").EnumerateArray().Single(e => e.GetProperty("file").GetString() == file);
        using Stream stream = assembly.GetManifestResourceStream("Networks/" + file)!;
        Assert.InRange(stream.Length, 1, 1024 * 1024);
        Assert.Equal(entry.GetProperty("bytes").GetInt64(), stream.Length);
        Assert.Equal(entry.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(stream)));
        NetworkData.Tables tables = NetworkData.Load();
        int rows = file switch
        {
            "countries-v4.bin.br" => tables.CountriesV4.Count,
            "countries-v6.bin.br" => tables.CountriesV6.Count,
            "hosting-v4.bin.br" => tables.HostingV4.Count,
            _ => tables.HostingV6.Count,
        };
        Assert.Equal(entry.GetProperty("rows").GetInt32(), rows);
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        string[] addresses = ["210.138.1.1", "2400:2410::1", "203.0.113.5", "52.192.0.1", "nonsense"];
        foreach (string address in addresses)
        {
            NetworkOrigin.Lookup(address);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10_000; i++)
        {
            NetworkOrigin.Lookup(addresses[i % addresses.Length]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
