using System.Diagnostics;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Screening.Facts;
using Bnpl.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Screening.Tests.Screenings;

public sealed class HotPathTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private static readonly string[] s_own = ["own.order_id", "s.order_id IS DISTINCT FROM", "SET cluster_id = NULL"];

    [Fact]
    public async Task A_screening_of_a_live_tenant_takes_two_round_trips()
    {
        TenantActor tenant = await host.OnboardAsync("live");
        string merchant = await Purchases.MerchantAsync(tenant);
        (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);

        List<string> trips = [];
        ActivityTraceId trace = default;
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace)
                {
                    lock (trips)
                    {
                        trips.Add(activity.GetTagItem("db.query.text") as string ?? activity.DisplayName);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using (Activity counted = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            trace = counted.TraceId;
            (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        }

        Assert.True(trips.Count == 2, string.Join("\n---\n", trips));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_application_role_finds_and_writes_by_index_whatever_a_screening_sends(bool again)
    {
        TenantActor tenant = await host.OnboardAsync();
        Recorder recorder = new();
        await using (AsyncServiceScope scope = await OpenAsync(tenant))
        {
            IScreeningRun run = scope.ServiceProvider.GetRequiredService<IScreeningCore>().Prepare(Full(), DateTimeOffset.UnixEpoch.AddYears(50), order: again ? EntityId.New() : null);
            run.AddReads(recorder);
            run.Decide(Verdict.Review);
            run.AddWrites(recorder, EntityId.New());

            // Keys of a hub leave their cluster by a statement of their own.
            KeySet keys = KeySet.Of(scope.ServiceProvider.GetRequiredService<TenantContext>().Keys, [new("phone", "+819012345678"), new("email", "a@example.jp")], [], "x", session: null);
            Clusters.AddWrites(recorder, tenant.TenantId, EntityId.New(), keys, [new KeyActivity("phone", 0, 0, 0, 0, 0, 0, NamesD90: Clusters.NamesOfAHub("phone"))]);
        }

        // By then all other rows are had: two purchases that disagree on what is a hub never wait for each other in a ring.
        Assert.StartsWith("DELETE FROM screening.cluster_keys", recorder.Statements[^1].Text);
        Assert.True(recorder.Statements.Count >= 11, $"{recorder.Statements.Count} statements");

        // A new purchase is not asked for screenings of its own: it has none.
        Assert.Equal(again, recorder.Statements.Any(sql => s_own.Any(words => sql.Text.Contains(words, StringComparison.Ordinal))));
        Assert.All(await Task.WhenAll(recorder.Statements.Select(sql => Plans.ExplainAsync(host, tenant.TenantId, sql))), plan => Assert.DoesNotContain("Seq Scan", plan));
    }

    private static ScreeningRequest Full() => new(
        EntityId.New(),
        "bnpl",
        5_500,
        DateTimeOffset.UnixEpoch.AddYears(50),
        new BuyerDetails
        {
            Name = "山田 太郎",
            NameKana = "ヤマダ タロウ",
            Phone = "090-1234-5678",
            Email = "taro12@example.jp",
            Address = new PostalAddress { PostalCode = "107-0051", Prefecture = "東京都", City = "港区", Line1 = "元赤坂一丁目5番31号 201号室" },
        },
        [new PurchaseLine { Name = "美容液", Quantity = 1, UnitPrice = 5_500, TaxRate = "0.10" }],
        [new Delivery { Name = "鈴木 花子", Address = new PostalAddress { Prefecture = "大阪府", City = "大阪市北区", Line1 = "梅田一丁目1番3号" } }],
        new Device { Ip = "203.0.113.5", UserAgent = "Mozilla/5.0", CookieId = "cookie-1" },
        TestMode: false,
        new PaymentCard { Fingerprint = "fp-1" });

    private async Task<AsyncServiceScope> OpenAsync(TenantActor tenant)
    {
        DirectorySnapshot directory = await host.Services.GetRequiredService<TenantDirectory>().RefreshAsync(CancellationToken.None);
        return await host.Services.GetRequiredService<TenantScopes>().OpenAsync(directory.ById[tenant.TenantId], CancellationToken.None);
    }

    /// <summary>Takes the statements that a screening would send, so that one added later is looked at without being named here.</summary>
    private sealed class Recorder : IReadBatch, IWriteBatch
    {
        public List<Sql> Statements { get; } = [];

        public void Add(Sql sql) => Statements.Add(sql);

        public void Add(Sql sql, Func<System.Data.Common.DbDataReader, CancellationToken, Task> read) => Statements.Add(sql);
    }
}
