namespace Bnpl.Screening.Rules;

/// <summary>
/// A condition ready to be asked, as often and by as many threads as there are.
/// <para>
/// What is not known is told from what is not so. A comparison with an unknown value is itself unknown, as is arithmetic
/// with one; `and`, `or` and `not` follow three-valued logic (`unknown and false` is false, `unknown or true` is true,
/// anything else with an unknown stays unknown); a rule whose answer is unknown does not hold. So neither `x &gt; 5` nor
/// `not (x &gt; 5)` nor `x != 5` holds for an unknown x: a rule never fires for want of data, unless it says
/// `is unknown` or gives a stand-in with `coalesce`.
/// </para>
/// </summary>
internal sealed class CompiledCondition
{
    private readonly ExpressionNode tree;
    private readonly TruthEvaluation evaluation;

    internal CompiledCondition(string source, ExpressionNode tree, VariableSet set, IReadOnlyList<Variable> variables, TruthEvaluation evaluation)
    {
        Source = source;
        Set = set;
        Variables = variables;
        this.tree = tree;
        this.evaluation = evaluation;
    }

    public string Source { get; }

    /// <summary>The catalogue it was compiled against.</summary>
    public VariableSet Set { get; }

    /// <summary>The variables it reads, each once, in the order they first appear.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    internal ExpressionNode Tree => tree;

    /// <summary>Never throws for any values; an input made for other variables is a mistake of the caller's and throws.</summary>
    public RuleOutcome Evaluate(RuleInput input)
    {
        RefuseForeign(input, Set);
        return EvaluateOwn(input);
    }

    internal RuleOutcome EvaluateOwn(RuleInput input)
    {
        var failure = RuleFailure.None;
        var truth = evaluation(input, ref failure);
        return failure != RuleFailure.None ? RuleOutcome.Failed(failure)
            : truth == Truth.True ? RuleOutcome.True
            : RuleOutcome.False;
    }

    internal static void RefuseForeign(RuleInput input, VariableSet set)
    {
        if (!ReferenceEquals(input.Variables, set))
        {
            throw new ArgumentException("The input was made for other variables.", nameof(input));
        }
    }

    /// <summary>The condition written canonically, without comments; it parses to the same tree.</summary>
    public override string ToString() => ExpressionPrinter.Print(tree);
}
