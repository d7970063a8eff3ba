using Bnpl.Contracts;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Outcomes;
using Bnpl.Screening.Stats;
using Bnpl.TestKit;

namespace Bnpl.Screening.Tests.Outcomes;

public sealed class OutcomePlanTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    public static TheoryData<string> Statements() =>
    [
        "locked screening", "history", "word", "newest of an order", "entries of a screening", "positives of a person", "ends of a person",
        "stored counts", "live counts", "counting", "recounting", "stale days", "last counted day",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task The_application_role_finds_by_index(string statement)
    {
        TenantActor tenant = await host.OnboardAsync();
        Guid id = tenant.TenantId;
        IdentityKey[] person = [new("name_address", new byte[32], 1, 1)];
        DateTimeOffset instant = DateTimeOffset.UnixEpoch;
        DateOnly day = new(2026, 4, 1);
        Sql sql = statement switch
        {
            "locked screening" => OutcomeBook.SelectLocked(id, id, id),
            "history" => OutcomeBook.SelectHistory(id, id),
            "word" => OutcomeBook.Write(
                id, new ScreenedPurchase(id, id, null, null, instant, []), new OutcomeWord("paid", "billing", instant, Dated: false, id), day, instant, replaces: true, ofMerchant: false),
            "newest of an order" => LearnFromBilling.SelectNewest(id, id),
            "entries of a screening" => OutcomeConsequences.SelectOwn(id, id),
            "positives of a person" => OutcomeConsequences.SelectPositives(id, person),
            "ends of a person" => OutcomeConsequences.SelectEnds(id, person),
            "stored counts" => DayCounts.SelectStored(id, DayCounts.All, day, day),
            "live counts" => DayCounts.SelectLive(id, null, instant, instant, "Asia/Tokyo"),
            "counting" => DayCounts.Insert(id, instant, instant, "Asia/Tokyo"),
            "recounting" => DayCounts.Delete(id, day),
            "stale days" => CountDaysStep.TakeStale(id, day),
            _ => CountDaysStep.SelectCounted(id),
        };
        Assert.DoesNotContain("Seq Scan", await Plans.ExplainAsync(host, id, sql));
    }
}
