using System.Security.Cryptography;
using System.Text;
using Bnpl.Infrastructure.Files;
using CsCheck;

namespace Bnpl.Infrastructure.Tests.Files;

/// <summary>Shift_JIS as other systems write it.</summary>
public sealed class Windows31JTests
{
    private static readonly Encoding s_reading = new Windows31J(new DecoderReplacementFallback("\uFFFD"));

    [Fact]
    public void Reads_the_rows_of_NEC_as_another_implementation_does()
    {
        IEnumerable<byte[]> pairs = from lead in (byte[])[0xED, 0xEE]
                                    from trail in Enumerable.Range(0x40, 0xBD).Where(trail => trail != 0x7F)
                                    select new[] { lead, (byte)trail };

        string letters = string.Concat(pairs.Select(s_reading.GetString)).Replace("\uFFFD", "", StringComparison.Ordinal);

        Assert.Equal(374, letters.Length);
        Assert.StartsWith("纊褜鍈銈蓜俉炻昱棈鋹", letters, StringComparison.Ordinal);
        Assert.EndsWith("黑ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ￢￤＇＂", letters, StringComparison.Ordinal);

        // Of the same letters as CPython's cp932 reads them.
        Assert.Equal("5a29d9c023d57c144f450a3e6f6687cf4217239fd9e34ac83d65b1bf4e1dfc8f", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters))));
    }

    [Fact]
    public void A_second_half_that_looks_like_such_a_row_is_none()
    {
        // Three letters whose second halves are ED, EE and ED.
        byte[] text = [0x88, 0xED, 0x89, 0xEE, 0x8A, 0xED];

        Assert.Equal(CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(text), s_reading.GetString(text));
    }

    [Fact]
    public void Reads_the_same_however_the_bytes_arrive() =>
        Gen.Select(Gen.OneOf(Gen.Byte, Gen.Const((byte)0xED), Gen.Const((byte)0xEE), Gen.Const((byte)0x95)).Array[0, 80], Gen.Int[1, 5]).Sample((bytes, step) =>
        {
            Decoder decoder = s_reading.GetDecoder();
            StringBuilder read = new();
            for (int at = 0; at <= bytes.Length; at += step)
            {
                int count = Math.Min(step, bytes.Length - at);
                bool last = at + step > bytes.Length;
                char[] chars = new char[decoder.GetCharCount(bytes, at, count, last)];
                read.Append(chars, 0, decoder.GetChars(bytes, at, count, chars, 0, last));
            }

            Assert.Equal(s_reading.GetString(bytes), read.ToString());
        });

    [Fact]
    public async Task A_file_with_a_name_in_such_a_row_is_recognised()
    {
        // 髙橋, 山﨑
        using MemoryStream file = new([0xEE, 0xE0, 0x8B, 0xB4, 0x2C, 0x8E, 0x52, 0xED, 0x95, 0x0A]);

        Encoding? encoding = await CsvEncoding.DetectAsync(file, TestContext.Current.CancellationToken);

        Assert.Equal("髙橋,山﨑\n", encoding!.GetString(file.ToArray()));
    }
}
