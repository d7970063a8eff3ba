namespace Bnpl.Screening.Rules;

internal enum ReferenceKind
{
    Logic,
    Comparison,
    Arithmetic,
    Function,
    Literal,
}

/// <summary>
/// One thing the language knows, for documentation and an editor's help. <paramref name="Name"/> is the word or sign,
/// <paramref name="Form"/> how it is written, <paramref name="Example"/> a whole rule that uses it.
/// </summary>
internal sealed record ReferenceEntry(ReferenceKind Kind, string Name, string Form, string English, string Japanese, string Example);

internal static class ExpressionReference
{
    public static readonly IReadOnlyList<ReferenceEntry> Entries =
    [
        Logic("and", "a and b", "Both conditions hold.", "両方の条件が成り立つとき真になります。",
            "order.amount >= 30000 and signals.new_device"),
        Logic("or", "a or b", "At least one of the conditions holds.", "少なくとも一方の条件が成り立つとき真になります。",
            "signals.new_device or signals.proxy_ip"),
        Logic("not", "not a", "The condition does not hold; unknown stays unknown. Also before in, between, contains, starts with and ends with.",
            "条件が成り立たないとき真になります。不明は不明のままです。in・between・contains・starts with・ends with の前にも書けます。", "not signals.known_good_buyer"),
        Logic("is known", "x is known", "The value is there.", "値が分かっているとき真になります。", "buyer.age is known and buyer.age < 20"),
        Logic("is unknown", "x is unknown", "The value is missing.", "値が分からないとき真になります。", "buyer.age is unknown"),
        Logic("( )", "(a)", "What stands in parentheses comes first.", "かっこの中を先に評価します。", "(order.amount + 500) * 2 > 60000"),

        Comparison("==", "a == b", "Equal: two numbers, two texts (letter by letter) or two conditions.", "等しいとき真になります。文字列は一字一句比べます。", "order.country == \"JP\""),
        Comparison("!=", "a != b", "Not equal; not true when a side is unknown.", "等しくないとき真になります。どちらかが不明なら真になりません。", "order.country != \"JP\""),
        Comparison("<", "a < b", "Smaller; texts by character code.", "左が小さいとき真になります。文字列は文字コード順です。", "buyer.age < 20"),
        Comparison("<=", "a <= b", "Smaller or equal.", "左が右以下のとき真になります。", "order.items <= 2"),
        Comparison(">", "a > b", "Greater; texts by character code.", "左が大きいとき真になります。文字列は文字コード順です。", "order.amount > 3 * history.amount_max"),
        Comparison(">=", "a >= b", "Greater or equal.", "左が右以上のとき真になります。", "velocity.phone.d1 >= 10"),
        Comparison("between", "x between a and b", "From a to b, both included.", "a 以上 b 以下のとき真になります（両端を含みます）。", "order.amount between 10000 and 50000"),
        Comparison("in", "x in [a, b]", "Is one of the list.", "一覧のどれかと等しいとき真になります。", "order.country in [\"JP\", \"US\"]"),
        Comparison("contains", "x contains y", "The list has the item, or the text has the other text in it.", "一覧にその値があるとき、または文字列がその文字列を含むとき真になります。",
            "order.categories contains \"gift_card\""),
        Comparison("starts with", "x starts with y", "The text begins with the other text.", "文字列がその文字列で始まるとき真になります。", "buyer.phone starts with \"+8150\""),
        Comparison("ends with", "x ends with y", "The text ends with the other text.", "文字列がその文字列で終わるとき真になります。", "buyer.email ends with \"@example.com\""),

        Arithmetic("+", "a + b", "Adds two numbers.", "二つの数を足します。", "order.amount + order.shipping > 30000"),
        Arithmetic("-", "a - b, -a", "Takes b from a, or turns the sign.", "a から b を引きます。数の前に置くと符号を反転します。", "order.amount - order.shipping < -1 + 500"),
        Arithmetic("*", "a * b", "Multiplies two numbers.", "二つの数を掛けます。", "order.amount > 1.5 * history.amount_max"),
        Arithmetic("/", "a / b", "Divides a by b; by zero the rule fails and is skipped.", "a を b で割ります。0 で割ると、そのルールは失敗として記録され、飛ばされます。",
            "order.items > 0 and order.amount / order.items > 20000"),

        Function("min", "min(a, b, …)", "The smallest of the numbers; unknown if one is.", "最も小さい数です。不明な値が一つでもあれば不明です。", "min(velocity.phone.d1, 5) == 5"),
        Function("max", "max(a, b, …)", "The greatest of the numbers; unknown if one is.", "最も大きい数です。不明な値が一つでもあれば不明です。", "max(velocity.phone.d1, velocity.device.d1) >= 5"),
        Function("abs", "abs(a)", "The number without its sign.", "絶対値です。", "abs(order.amount - history.amount_max) < 100"),
        Function("round", "round(a)", "The nearest whole number; halves go away from zero.", "四捨五入した整数です（0.5 は 0 から遠い方へ丸めます）。", "round(order.amount / 1000) == 30"),
        Function("floor", "floor(a)", "The whole number at or below.", "その数以下で最も大きい整数です。", "floor(order.amount / 10000) >= 3"),
        Function("coalesce", "coalesce(a, b, …)", "The first value that is known.", "最初に見つかった、不明でない値です。", "order.amount > coalesce(history.amount_max, 10000)"),
        Function("length", "length(x)", "How many characters a text or items a list has.", "文字列の文字数、または一覧の件数です。", "length(order.categories) > 3"),
        Function("lower", "lower(x)", "The text in small letters.", "文字列を小文字にします。", "lower(order.country) == \"jp\""),

        Literal("number", "30000, 30_000, 0.5", "A number: digits, with a decimal point and _ between digits if wanted.", "数です。小数点と、桁区切りの _ を使えます。", "order.amount >= 30_000"),
        Literal("text", "\"…\"", "A text in double quotes; \\\" \\\\ \\n \\r \\t stand for a quote, a backslash, a new line, a return, a tab.",
            "二重引用符で囲んだ文字列です。\\\" \\\\ \\n \\r \\t はそれぞれ引用符、円記号（バックスラッシュ）、改行、復帰、タブを表します。", "order.country == \"JP\""),
        Literal("true", "true", "Always holds.", "常に真です。", "signals.proxy_ip == true"),
        Literal("false", "false", "Never holds.", "常に偽です。", "coalesce(signals.proxy_ip, false)"),
        Literal("[ ]", "[a, b]", "A list of numbers or of texts, written out.", "数または文字列の一覧です。", "order.items in [1, 2, 3]"),
        Literal("#", "# …", "A remark up to the end of the line.", "行末までの注釈です。", "order.amount > 0 # every order"),
    ];

    private static ReferenceEntry Logic(string name, string form, string english, string japanese, string example) =>
        new(ReferenceKind.Logic, name, form, english, japanese, example);

    private static ReferenceEntry Comparison(string name, string form, string english, string japanese, string example) =>
        new(ReferenceKind.Comparison, name, form, english, japanese, example);

    private static ReferenceEntry Arithmetic(string name, string form, string english, string japanese, string example) =>
        new(ReferenceKind.Arithmetic, name, form, english, japanese, example);

    private static ReferenceEntry Function(string name, string form, string english, string japanese, string example) =>
        new(ReferenceKind.Function, name, form, english, japanese, example);

    private static ReferenceEntry Literal(string name, string form, string english, string japanese, string example) =>
        new(ReferenceKind.Literal, name, form, english, japanese, example);
}
