namespace Bnpl.Credit.Decisions;

/// <summary>What the shop may show its customer. Reasons that concern risk, limits or arrears are one and the same sentence.</summary>
internal static class BuyerMessages
{
    private const string NotAvailable = "誠に申し訳ございませんが、今回のご注文では後払いをご利用いただけません。別のお支払い方法をお選びください。";

    public static string? For(string result, IReadOnlyList<DecisionReason> reasons) => result == CreditPolicy.Approved
        ? null
        : string.Join('\n', reasons.Select(Sentence).DefaultIfEmpty(NotAvailable).Distinct(StringComparer.Ordinal));

    private static string Sentence(DecisionReason reason) => reason.Code switch
    {
        "address_incomplete" => "ご住所の番地をご確認ください。",
        "address_unknown" => "ご住所が確認できませんでした。郵便番号とご住所をご確認ください。",
        "name_incomplete" => "お名前をフルネームでご入力ください。",
        "phone_invalid" => "お電話番号をご確認ください。",
        "verification_required" => "ご本人確認をお願いいたします。SMSでお送りした確認コードをご入力ください。",
        "manual_review" => "ただいまご注文内容を確認しております。確認が終わるまで今しばらくお待ちください。",
        "information_missing" => "お支払い方法のご利用に必要な情報が不足しております。入力内容をご確認ください。",
        "amount_under_minimum" => "ご注文金額が後払いをご利用いただける下限に達していないため、別のお支払い方法をお選びください。",
        "amount_over_limit" => "ご注文金額が後払いをご利用いただける上限を超えているため、別のお支払い方法をお選びください。",
        "plan_not_allowed" => "選択されたお支払いプランはご利用いただけません。別のお支払い方法をお選びください。",
        "underage" => "恐れ入りますが、18歳未満のお客様は後払いをご利用いただけません。別のお支払い方法をお選びください。",
        _ => NotAvailable,
    };
}
