using Bnpl.Contracts;
using Bnpl.Credit.Reviews;

namespace Bnpl.Credit.Tests.Reviews;

public sealed class ReviewLifecycleTests
{
    // Written out again on purpose: rows are states, columns are acts, a dash is a refusal.
    private const string Expected =
        """
        state     claim release notes     approve_first void_first_approval decide  withdraw  reopen
        open      open  open    open      open          open                decided withdrawn -
        decided   -     -       decided   -             -                   -       -         open
        withdrawn -     -       withdrawn -             -                   -       -         open
        """;

    private static readonly DateTimeOffset s_now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Guid s_first = EntityId.New();

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
            Assert.Equal(expected, ReviewLifecycle.Table.Next(state, action, []));
            return;
        }

        Refusal refusal = Assert.Throws<RefusalException>(() => ReviewLifecycle.Table.Next(state, action, ["notes"])).Refusal;
        Assert.Equal((409, "state_conflict", state), (refusal.Status, refusal.Code, refusal.Extra!["current_status"]));
    }

    [Fact]
    public void Knows_no_other_state_or_action() => Assert.Equal(
        Moves().Select(row => row.Data).Where(move => move.Item3 != "-").Order(),
        ReviewLifecycle.Table.Moves.Order());

    [Fact]
    public void A_claim_runs_out_after_thirty_minutes()
    {
        Review review = Open();
        review.Claim("a", s_first, s_now, s_now);

        Assert.Equal("a", review.HolderAt(s_now.AddMinutes(30).AddTicks(-1)));
        Assert.Null(review.HolderAt(s_now.AddMinutes(30)));
        review.EnsureFreeFor("b", s_now.AddMinutes(30));
        Assert.Equal("already_claimed", Assert.Throws<RefusalException>(() => review.EnsureFreeFor("b", s_now.AddMinutes(29))).Refusal.Code);
    }

    [Fact]
    public void Shows_each_reviewer_what_it_may_do()
    {
        Review review = Open();
        Assert.Equal(["claim", "decide", "notes"], ReviewLifecycle.Shown(review, "a", s_first, s_now));

        review.Claim("a", s_first, s_now, s_now);
        Assert.Equal(["claim", "release", "decide", "notes"], ReviewLifecycle.Shown(review, "a", s_first, s_now));
        Assert.Equal(["claim", "notes"], ReviewLifecycle.Shown(review, "b", s_first, s_now));

        review.Decide("a", "approved");
        Assert.Equal(["notes"], ReviewLifecycle.Shown(review, "a", s_first, s_now));
    }

    [Fact]
    public void Whoever_looked_at_something_else_claims_again_before_deciding()
    {
        Guid other = EntityId.New();
        Review review = Open();
        review.Claim("a", s_first, s_now, s_now);

        Assert.Equal(["claim", "release", "notes"], ReviewLifecycle.Shown(review, "a", other, s_now));
        Assert.Equal(["claim", "notes"], ReviewLifecycle.Shown(review, "b", other, s_now));
        Assert.Equal(["claim", "notes"], ReviewLifecycle.Shown(review, "a", other, s_now + Review.ClaimLasts));

        review.Claim("a", other, s_now, s_now);
        Assert.Equal(["claim", "release", "decide", "notes"], ReviewLifecycle.Shown(review, "a", other, s_now));
        review.Release();
        Assert.Equal(["claim", "decide", "notes"], ReviewLifecycle.Shown(review, "a", s_first, s_now));
    }

    private static Review Open() => new() { OrderId = EntityId.New(), MerchantId = EntityId.New(), DeadlineAt = s_now.AddDays(3), CreatedAt = s_now };
}
