namespace Bnpl.Screening.Normalization;

/// <summary>One thing that a normaliser can find, with its words for people.</summary>
internal sealed record NormalizationIssue(string Code, string Japanese, string English);

/// <summary>Every issue code of the four normalisers. Codes are part of the API and of stored policies: they are added, never renamed.</summary>
internal static class NormalizationIssues
{
    public static readonly IReadOnlyList<NormalizationIssue> Address =
    [
        new("address_missing", "住所が入力されていません。", "No address was given."),
        new("postal_code_invalid", "郵便番号が7桁の数字ではありません。", "The postal code is not seven digits."),
        new("postal_code_unknown", "存在しない郵便番号です。", "There is no such postal code."),
        new("postal_code_mismatch", "郵便番号と住所が一致しません。", "The postal code belongs to another place."),
        new("prefecture_mismatch", "都道府県と市区町村が一致しません。", "The city is not in this prefecture."),
        new("city_unknown", "市区町村が確認できません。", "No such city is known."),
        new("city_ambiguous", "同じ名前の市区町村が複数あります。", "Several cities are called so."),
        new("ward_without_city", "区の前に市の名前がありません。", "The ward stands without its city."),
        new("former_municipality", "合併前の市区町村名です。", "The municipality has since been merged."),
        new("town_missing", "町名が入力されていません。", "No town was given."),
        new("town_unknown", "この市区町村にない町名です。", "The city has no town of this name."),
        new("town_not_of_city", "町名が、同じ都道府県の別の市区町村のものです。", "The town is one of another city of the prefecture."),
        new("block_missing", "番地が入力されていません。", "The address ends before the block number."),
        new("too_long", "住所が長すぎます。", "The address is too long to be one."),
    ];

    public static readonly IReadOnlyList<NormalizationIssue> Name =
    [
        new("name_missing", "お名前が入力されていません。", "No name was given."),
        new("name_too_long", "お名前が長すぎます。", "The name is too long to be one."),
        new("name_too_short", "お名前が短すぎます。", "The name is too short to be a full one."),
        new("single_field", "姓と名が区切られていません。", "Surname and given name are not apart."),
        new("given_name_missing", "名が入力されていません。", "The given name is missing; the reading has one."),
        new("digits_in_name", "お名前に数字が含まれています。", "The name holds digits."),
        new("repeated_characters", "同じ文字が続いています。", "One character is repeated."),
        new("identical_parts", "姓と名が同じです。", "Surname and given name are the same."),
        new("nonsense", "お名前として読めない文字列です。", "Nobody is called like this."),
        new("test_word", "試験用の名前です。", "A word that is used for trying out."),
        new("swapped_fields", "姓と名が逆に入力されている可能性があります。", "Surname and given name seem swapped."),
        new("kana_missing", "フリガナが入力されていません。", "The reading of the name is missing."),
        new("kana_not_kana", "フリガナがカナではありません。", "The reading is not written in kana."),
        new("latin_in_kana", "フリガナにローマ字が含まれています。", "The reading holds Latin letters."),
        new("kanji_in_kana", "フリガナに漢字が含まれています。", "The reading holds kanji."),
        new("family_kana_implausible", "姓の読みとして不自然なフリガナです。", "The surname is hardly read like this."),
        new("given_kana_implausible", "名の読みとして不自然なフリガナです。", "The given name is hardly read like this."),
    ];

    public static readonly IReadOnlyList<NormalizationIssue> Phone =
    [
        new("phone_missing", "電話番号が入力されていません。", "No telephone number was given."),
        new("invalid_phone", "電話番号の形式が正しくありません。", "Not a telephone number."),
        new("unassigned_range", "使われていない番号帯です。", "Nobody is given numbers of this range."),
        new("not_a_contact_number", "個人の連絡先ではない電話番号です。", "Not the telephone of a person."),
        new("repeated_digits", "同じ数字が続く電話番号です。", "The number is one digit repeated."),
        new("foreign_number", "海外の電話番号です。", "A telephone number from abroad."),
    ];

    public static readonly IReadOnlyList<NormalizationIssue> Email =
    [
        new("email_missing", "メールアドレスが入力されていません。", "No mail address was given."),
        new("invalid_email", "メールアドレスの形式が正しくありません。", "Not a mail address."),
        new("disposable_domain", "使い捨てメールアドレスです。", "A mailbox for throwing away."),
        new("domain_typo", "メールアドレスのドメインに誤りの可能性があります。", "The mail domain looks mistyped."),
        new("random_local_part", "無作為な文字列のメールアドレスです。", "The mailbox looks typed at random."),
        new("tagged", "メールアドレスに「+」の付加文字列があります。", "The mailbox carries a tag."),
    ];
}
