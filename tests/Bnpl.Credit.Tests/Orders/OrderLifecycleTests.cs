using Bnpl.Contracts;
using Bnpl.Credit.Orders;

namespace Bnpl.Credit.Tests.Orders;

public sealed class OrderLifecycleTests
{
    // Written out again on purpose: rows are states, columns are acts, a dash is a refusal.
    private const string Expected =
        """
        state             approve    hold    decline  cancel   expire  corrections amend      close   ship_part         ship_rest void_part         void_all   credit            settle    unsettle
        screening         authorized on_hold declined canceled -       -           -          -       -                 -         -                 -          -                 -         -
        authorized        -          -       -        canceled expired -           authorized -       partially_shipped shipped   -                 -          -                 -         -
        on_hold           authorized on_hold declined canceled expired on_hold     -          -       -                 -         -                 -          -                 -         -
        declined          -          -       -        -        -       -           -          -       -                 -         -                 -          -                 -         -
        canceled          -          -       -        -        -       -           -          -       -                 -         -                 -          -                 -         -
        expired           -          -       -        -        -       -           -          -       -                 -         -                 -          -                 -         -
        partially_shipped -          -       -        -        shipped -           -          shipped partially_shipped shipped   partially_shipped authorized partially_shipped -         -
        shipped           -          -       -        -        -       -           -          -       -                 -         partially_shipped authorized shipped           completed -
        completed         -          -       -        -        -       -           -          -       -                 -         -                 -          completed         -         shipped
        """;

    public static TheoryData<string, string, string> Moves()
    {
        TheoryData<string, string, string> data = [];
        string[][] rows = [.. Expected.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        foreach (string[] row in rows.Skip(1))
        {
            for (int column = 1; column < row.Length; column++)
            {
                data.Add(row[0], rows[0][column], row[column]);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Moves_as_the_table_says_or_refuses(string state, string action, string expected)
    {
        if (expected != "-")
        {
            Assert.Equal(expected, OrderLifecycle.Table.Next(state, action, []));
            return;
        }

        Refusal refusal = Assert.Throws<RefusalException>(() => OrderLifecycle.Table.Next(state, action, ["cancel"])).Refusal;
        Assert.Equal((409, "state_conflict"), (refusal.Status, refusal.Code));
        Assert.Equal(state, refusal.Extra!["current_status"]);
        Assert.Equal(["cancel"], (IReadOnlyList<string>)refusal.Extra["allowed_actions"]!);
    }

    [Fact]
    public void Knows_no_other_state_or_action() => Assert.Equal(
        Moves().Select(row => row.Data).Where(move => move.Item3 != "-").Order(),
        OrderLifecycle.Table.Moves.Order());

    [Theory]
    [InlineData("screening", "cancel")]
    [InlineData("authorized", "shipments,amend,cancel")]
    [InlineData("on_hold", "corrections,cancel")]
    [InlineData("declined", "")]
    [InlineData("canceled", "")]
    [InlineData("expired", "")]
    [InlineData("partially_shipped", "shipments,close,credit_notes")]
    [InlineData("shipped", "credit_notes")]
    [InlineData("completed", "credit_notes")]
    public void Shows_the_last_word_of_the_paths_that_are_open(string state, string expected) =>
        Assert.Equal(expected, string.Join(',', OrderLifecycle.Shown(state)));
}
