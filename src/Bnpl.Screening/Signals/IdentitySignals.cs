using Bnpl.Screening.Normalization;

namespace Bnpl.Screening.Signals;

/// <summary>Who the buyer says to be, checked against itself and against bundled data.</summary>
internal static class IdentitySignals
{
    public static readonly IReadOnlyList<Signal> All =
    [
        new("address_missing", "buyer.address", "住所が入力されていません。", "No address was given.", e => e.Buyer.Address is null || HasIssue(e.Buyer.Address, "address_missing")),
        new("address_unknown", "buyer.address.line1", "実在を確認できない住所です。", "No such place is known.", e => e.Buyer.Address is { } a
            ? a.Level == "none" || HasIssue(a, "town_unknown") || HasIssue(a, "city_unknown")
            : null),
        new("address_incomplete", "buyer.address.line1", "番地が入力されていません。", "The address ends before the block number.", e => e.Buyer.Address is { } a
            ? a.Level != "none" && HasIssue(a, "block_missing")
            : null),
        new("postal_code_mismatch", "buyer.address.postal_code", "郵便番号と住所が一致しません。", "The postal code belongs to another place.", e => e.Buyer.Address is { PostalCode: not null } a
            ? HasIssue(a, "postal_code_mismatch") || HasIssue(a, "postal_code_unknown")
            : null),
        new("prefecture_mismatch", "buyer.address.prefecture", "都道府県と市区町村が一致しません。", "The city is not in this prefecture.", e => e.Buyer.Address is { } a
            ? HasIssue(a, "prefecture_mismatch")
            : null),
        new("city_ambiguous", "buyer.address.city", "同名の市区町村が複数あり、特定できません。", "Several cities are called so.", e => e.Buyer.Address is { } a ? HasIssue(a, "city_ambiguous") : null),
        new("town_missing", "buyer.address.line1", "町名が入力されていません。", "The address names no town; a few villages have none.", e => e.Buyer.Address is { } a ? HasIssue(a, "town_missing") : null),
        new("town_not_of_city", "buyer.address.line1", "町名が、別の市区町村のものです。", "The town is one of another city.", e => e.Buyer.Address is { } a ? HasIssue(a, "town_not_of_city") : null),
        new("name_incomplete", "buyer.name", "お名前が不完全な可能性があります。", "The name seems incomplete.", e =>
            Name(e, "name_missing") || Name(e, "single_field") || Name(e, "given_name_missing") || Name(e, "repeated_characters") || Name(e, "digits_in_name") || Name(e, "name_too_short")),
        new("name_nonsense", "buyer.name", "お名前が架空のものである可能性があります。", "The name seems made up.", e => Name(e, "test_word") || Name(e, "nonsense") || Name(e, "identical_parts")),
        new("kana_missing", "buyer.name_kana", "フリガナが入力されていません。", "The reading of the name is missing.", e => Name(e, "kana_missing")),
        new("kana_not_kana", "buyer.name_kana", "フリガナがカナではありません。", "The reading is not written in kana.", e => Name(e, "kana_not_kana") || Name(e, "latin_in_kana") || Name(e, "kanji_in_kana")),
        new("kana_implausible_family", "buyer.name_kana", "姓の読みとして不自然なフリガナです。", "The surname is hardly read like this.", e => !e.Buyer.Name.KanaPlausible.Family),
        new("kana_implausible_given", "buyer.name_kana", "名の読みとして不自然なフリガナです。", "The given name is hardly read like this.", e => !e.Buyer.Name.KanaPlausible.Given),
        new("name_swapped", "buyer.name", "姓と名が逆に入力されている可能性があります。", "Surname and given name seem swapped.", e => Name(e, "swapped_fields")),
        new("phone_invalid", "buyer.phone", "電話番号を確認できません。", "Nobody can have this telephone number.", e =>
            e.Buyer.Phone is not { Valid: true } phone || phone.Issues.Contains("not_a_contact_number") || phone.Issues.Contains("repeated_digits")),
        new("phone_not_personal", "buyer.phone", "個人の連絡先ではない電話番号です。", "Not the telephone of a person.", e => e.Buyer.Phone is { Valid: true } phone ? phone.Kind is not ("mobile" or "fixed" or "ip" or "foreign") : null),
        new("phone_ip_line", "buyer.phone", "IP電話（050）の番号です。", "A 050 number, had without proof of identity.", e => e.Buyer.Phone is { Valid: true } phone ? phone.Kind == "ip" : null),
        new("phone_foreign", "buyer.phone", "海外の電話番号です。", "A telephone number from abroad.", e => e.Buyer.Phone is { Valid: true } phone ? phone.Kind == "foreign" : null),
        new("phone_area_mismatch", "buyer.phone", "固定電話の市外局番とご住所の都道府県が一致しません。", "The fixed line stands in another prefecture.", e =>
            !e.Buyer.Phone?.Serves(e.Buyer.Address?.Prefecture)),
        new("email_missing", "buyer.email", "メールアドレスがありません。", "No mail address was given.", e => e.Buyer.Email is null),
        new("email_invalid", "buyer.email", "メールアドレスの形式が正しくありません。", "Not a mail address.", e => e.Buyer.Email is { } mail ? mail.Canonical is null : null),
        new("disposable_email", "buyer.email", "使い捨てメールアドレスです。", "A mailbox for throwing away.", e => e.Buyer.Email?.Disposable),
        new("email_random", "buyer.email", "無作為な文字列のメールアドレスです。", "The mailbox looks typed at random.", e => Mail(e, "random_local_part")),
        new("email_domain_typo", "buyer.email", "メールアドレスのドメインに誤りの可能性があります。", "The mail domain looks mistyped.", e => Mail(e, "domain_typo")),
    ];

    private static bool HasIssue(NormalizedAddress address, string issue) => address.Issues.Contains(issue);

    private static bool Name(Evidence evidence, string issue) => evidence.Buyer.Name.Issues.Contains(issue);

    private static bool? Mail(Evidence evidence, string issue) => evidence.Buyer.Email?.Issues.Contains(issue);
}
