using System.Text.RegularExpressions;
using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Tests.Normalization;

public sealed class NormalizationIssuesTests
{
    private static readonly string[] Texts =
        ["", "山田 太郎", "山田 山田", "太郎 山田", "林", "ああああ", "テスト", "asdf", "Yamada Taro", "山田 3郎", "山田", "ヤマダ タロウ", new string('山', 80), "ヤマダ", "12", "東京都港区赤坂4-3-2", "東京都港区銀座1-1", "府中市1-2", "大阪府港区弁天1-2",
         "神奈川県千代田区丸の内1", "静岡県清水市折戸3", "東京都港区", "〒100-0001 東京都港区赤坂4-3-2", "〒999-9999 東京都港区赤坂1", new string('a', 600), "090-1111-1111", "0120-123-456", "090-0234-5678", "+1 650 253 0000",
         "a@mailinator.com", "a+b@gmail.con", "xk3jf9qpzw7@example.com", "a@"];

    [Fact]
    public void Every_code_that_comes_out_is_listed_and_every_listed_code_comes_out()
    {
        var (addresses, names, phones, emails) = (new SortedSet<string>(), new SortedSet<string>(), new SortedSet<string>(), new SortedSet<string>());
        foreach (var text in Texts)
        {
            addresses.UnionWith(AddressNormalizer.Normalize(new AddressInput(text.Length > 100 ? "12" : null, null, null, text, null)).Issues);
            foreach (var kana in Texts) names.UnionWith(NameNormalizer.Normalize(text, kana).Issues);
            phones.UnionWith(PhoneNormalizer.Normalize(text).Issues);
            emails.UnionWith(EmailNormalizer.Normalize(text).Issues);
        }
        Assert.Equal(Codes(NormalizationIssues.Address), addresses);
        Assert.Equal(Codes(NormalizationIssues.Name), names);
        Assert.Equal(Codes(NormalizationIssues.Phone), phones);
        Assert.Equal(Codes(NormalizationIssues.Email), emails);
    }

    [Fact]
    public void Each_issue_has_its_words_in_both_languages() =>
        Assert.All([.. NormalizationIssues.Address, .. NormalizationIssues.Name, .. NormalizationIssues.Phone, .. NormalizationIssues.Email], issue =>
        {
            Assert.Matches(new Regex("^[a-z_]+$", RegexOptions.NonBacktracking), issue.Code);
            Assert.EndsWith("。", issue.Japanese);
            Assert.EndsWith(".", issue.English);
        });

    private static IEnumerable<string> Codes(IEnumerable<NormalizationIssue> issues) => issues.Select(issue => issue.Code).Order(StringComparer.Ordinal);
}
