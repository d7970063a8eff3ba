using Bnpl.Contracts;
using Bnpl.Credit.Reviews;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Reviews;

public sealed class ReviewPlanTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly QueueFilter s_open = new(ReviewLifecycle.Open, null, null, false, DateTimeOffset.UnixEpoch, null, null, null, null);

    public static TheoryData<string> Statements() =>
        ["queue", "next page", "one merchant", "mine", "free", "large", "by reason", "log", "opened", "ended", "reviewers"];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task The_application_role_finds_by_index(string statement)
    {
        Guid id = EntityId.New();
        DateTimeOffset at = DateTimeOffset.UnixEpoch;
        Sql sql = statement switch
        {
            "queue" => ReadReviews.Select(id, s_open, 51),
            "next page" => ReadReviews.Select(id, s_open with { AfterDeadline = at, After = id }, 51),
            "one merchant" => ReadReviews.Select(id, s_open with { Merchant = id }, 51),
            "mine" => ReadReviews.Select(id, s_open with { ClaimedBy = "cli_x" }, 51),
            "free" => ReadReviews.Select(id, s_open with { Unclaimed = true }, 51),
            "large" => ReadReviews.Select(id, s_open with { AmountFrom = 1_000 }, 51),
            "by reason" => ReadReviews.Select(id, s_open with { Reason = "manual_review" }, 51),
            "log" => ReviewLog.SelectSteps(id, id),
            "opened" => ReviewStats.SelectOpened(id, at, at),
            "ended" => ReviewStats.SelectEnded(id, at, at),
            _ => ReviewStats.SelectReviewers(id, at, at),
        };

        string plan = await QueryPlans.ExplainAsync(host, id, sql);

        Assert.DoesNotContain("Seq Scan", plan);
        Assert.Matches("Index (Only )?Scan|Bitmap", plan);
    }
}
