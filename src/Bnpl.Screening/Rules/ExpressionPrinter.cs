using System.Globalization;
using System.Text;

namespace Bnpl.Screening.Rules;

/// <summary>
/// Writes a tree as the one text everyone would agree on: single blanks, no needless parentheses, numbers without separators.
/// Where that text would pass the length limit of a source, blanks that need not be are left out; the tree came from a source
/// within the limit, so it then fits.
/// </summary>
internal sealed class ExpressionPrinter
{
    private readonly StringBuilder text = new();
    private readonly bool tight;
    private bool blankPending;

    private ExpressionPrinter(bool tight) => this.tight = tight;

    private enum Rank
    {
        Or,
        And,
        Not,
        Comparison,
        Sum,
        Product,
        Negation,
        Value,
    }

    public static string Print(ExpressionNode tree)
    {
        var roomy = Print(tree, tight: false);
        return roomy.Length <= ExpressionLimits.SourceLength ? roomy : Print(tree, tight: true);
    }

    private static string Print(ExpressionNode tree, bool tight)
    {
        var printer = new ExpressionPrinter(tight);
        printer.Write(tree);
        return printer.text.ToString();
    }

    private void Write(ExpressionNode node, Rank least)
    {
        if (RankOf(node) >= least)
        {
            Write(node);
            return;
        }

        Put("(");
        Write(node);
        Put(")");
    }

    private void Write(ExpressionNode node)
    {
        switch (node)
        {
            case NumberNode number:
                Put(Digits(number.Value));
                break;
            case TextNode literal:
                Put(Quoted(literal.Value));
                break;
            case BooleanNode boolean:
                Put(boolean.Value ? "true" : "false");
                break;
            case VariableNode variable:
                Put(variable.Name);
                break;
            case NumberListNode list:
                Enclosed("[", "]", list.Items, item => Put(Digits(item)));
                break;
            case TextListNode list:
                Enclosed("[", "]", list.Items, item => Put(Quoted(item)));
                break;
            case CallNode call:
                Put(ExpressionSyntax.NameOf(call.Function));
                Enclosed("(", ")", call.Arguments, Write);
                break;
            case UnaryNode { Operator: UnaryOperator.Not, Operand: var operand } when IsWordComparison(operand):
                WriteComparison(operand, "not ");
                break;
            case UnaryNode { Operator: UnaryOperator.Not } unary:
                Put("not");
                Blank();
                Write(unary.Operand, Rank.Not);
                break;
            case UnaryNode unary:
                Put("-");
                Write(unary.Operand, Rank.Negation);
                break;
            case KnownNode known:
                Write(known.Operand, Rank.Sum);
                Blank();
                Put(known.Known ? "is known" : "is unknown");
                break;
            case BinaryNode binary when RankOf(binary) != Rank.Comparison:
                // Of one rank, the left comes first: what stands on the right keeps its parentheses.
                Write(binary.Left, RankOf(binary));
                Word(ExpressionSyntax.SignOf(binary.Operator));
                Write(binary.Right, RankOf(binary) + 1);
                break;
            default:
                WriteComparison(node, "");
                break;
        }
    }

    private void WriteComparison(ExpressionNode node, string negation)
    {
        if (node is BetweenNode between)
        {
            Write(between.Value, Rank.Sum);
            Word(negation + "between");
            Write(between.Low, Rank.Sum);
            Word("and");
            Write(between.High, Rank.Sum);
            return;
        }

        var binary = (BinaryNode)node;
        Write(binary.Left, Rank.Sum);
        Word(negation + ExpressionSyntax.SignOf(binary.Operator));
        Write(binary.Right, Rank.Sum);
    }

    private void Enclosed<T>(string open, string close, IReadOnlyList<T> items, Action<T> write)
    {
        Put(open);
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
            {
                Put(",");
                Blank();
            }

            write(items[index]);
        }

        Put(close);
    }

    private void Word(string word)
    {
        Blank();
        Put(word);
        Blank();
    }

    private void Blank() => blankPending = true;

    private void Put(string piece)
    {
        if (blankPending && text.Length > 0 && (!tight || (ExpressionSyntax.ContinuesName(text[^1]) && ExpressionSyntax.ContinuesName(piece[0]))))
        {
            text.Append(' ');
        }

        blankPending = false;
        text.Append(piece);
    }

    /// <summary>Through decimal, which knows no exponents; fifteen digits pass unchanged.</summary>
    private static string Digits(double value) => ((decimal)value).ToString("0.###############", CultureInfo.InvariantCulture);

    private static string Quoted(string value) => '"' + value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal) + '"';

    private static bool IsWordComparison(ExpressionNode node) =>
        node is BetweenNode || (node is BinaryNode binary && ExpressionSyntax.IsWordComparison(binary.Operator));

    private static Rank RankOf(ExpressionNode node) => node switch
    {
        UnaryNode { Operator: UnaryOperator.Not, Operand: var operand } => IsWordComparison(operand) ? Rank.Comparison : Rank.Not,
        UnaryNode => Rank.Negation,
        BinaryNode { Operator: BinaryOperator.Or } => Rank.Or,
        BinaryNode { Operator: BinaryOperator.And } => Rank.And,
        BinaryNode { Operator: BinaryOperator.Add or BinaryOperator.Subtract } => Rank.Sum,
        BinaryNode { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } => Rank.Product,
        BinaryNode or BetweenNode or KnownNode => Rank.Comparison,
        _ => Rank.Value,
    };
}
