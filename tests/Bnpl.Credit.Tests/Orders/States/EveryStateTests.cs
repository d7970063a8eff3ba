using Bnpl.Credit.Tests.Verification;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Orders.States;

/// <summary>A platform whose carts wait long enough for any verdict that nobody holds up.</summary>
public sealed class TwoSecondHost : PlatformHost
{
    protected override IReadOnlyList<string> Arguments => ["--Orders:DecisionBudget=00:00:02"];
}

/// <summary>Walks every state of an order and every act that can be asked of it, over HTTP.</summary>
public sealed class EveryStateTests(TwoSecondHost host) : IClassFixture<TwoSecondHost>
{
    // Rows are states, columns acts. A state: what the order is after the act; "=": it is as before; "-": 409 state_conflict; other words: the
    // code of the refusal; "none": the order has no shipment, review or payment that could be asked for.
    private const string Expected =
        """
        state              corrections amend_down amend_up cancel   close   verification resend shipments part              void       credit_lines credit_amount claim release     decide     notes pay       reverse 92_days
        on_hold            authorized  -          -        canceled -       -            -      -         -                 none       -            -             =     not_claimed authorized =     none      none    expired
        on_hold:claimed    authorized  -          -        canceled -       -            -      -         -                 none       -            -             =     =           authorized =     none      none    expired
        on_hold:code       authorized  -          -        canceled -       authorized   =      -         -                 none       -            -             =     not_claimed authorized =     none      none    expired
        authorized         -           =          =        canceled -       -            -      shipped   partially_shipped none       -            -             none  none        none       none  none      none    expired
        authorized:pending -           =          =        canceled -       -            -      shipped   partially_shipped none       -            -             =     not_claimed =          =     none      none    expired
        partially_shipped  -           -          -        -        shipped -            -      shipped   =                 authorized =            =             none  none        none       none  =         none    shipped
        shipped            -           -          -        -        -       -            -      -         -                 authorized =            =             none  none        none       none  completed none    =
        completed          -           -          -        -        -       -            -      -         -                 -          =            =             none  none        none       none  none      shipped =
        declined           -           -          -        -        -       -            -      -         -                 none       -            -             none  none        none       none  none      none    =
        canceled           -           -          -        -        -       -            -      -         -                 none       -            -             none  none        none       none  none      none    =
        expired            -           -          -        -        -       -            -      -         -                 none       -            -             -     -           -          =     none      none    =
        screening          -           -          -        canceled -       -            -      -         -                 none       -            -             none  none        none       none  none      none
        """;

    // Screening comes last: what it keeps locked stays so.
    private static readonly string[] s_states =
    [
        "on_hold", "on_hold:claimed", "on_hold:code", "authorized", "authorized:pending", "partially_shipped", "shipped", "completed", "declined", "canceled", "expired", "screening",
    ];

    private static readonly (string Name, string? Shown, Func<PreparedOrder, Task<Answer?>> Ask)[] s_acts =
    [
        ("corrections", "corrections", Order("corrections", new { buyer = new { name_kana = "テスト オーケー" } })),
        ("amend_down", "amend", order => Asked(order.Shop.AmendAsync(order.Id, (1_000, 2)))),
        ("amend_up", "amend", order => Asked(order.Shop.AmendAsync(order.Id, (1_000, 5)))),
        ("cancel", "cancel", Order("cancel")),
        ("close", "close", Order("close")),
        ("verification", "verification", VerifyAsync),
        ("resend", "resend", ResendAsync),
        ("shipments", "shipments", order => Asked(order.Shop.ShipAsync(order.Id))),
        ("part", "shipments", order => Asked(order.Shop.ShipAsync(order.Id, new { amount = 500 }))),
        ("void", null, order => order.Shipment is null ? Nothing : Asked(order.Shop.Tenant.PostAsync($"/v1/shipments/{order.Shipment}/void"))),
        ("credit_lines", "credit_notes", Order("credit_notes", new { lines = new[] { new { line = 1, quantity = 1 } }, reason = "return" })),
        ("credit_amount", "credit_notes", Order("credit_notes", new { amount = 300, reason = "discount" })),
        ("claim", "review:claim", order => Asked(order.ReviewAsync("claim"))),
        ("release", "review:release", order => Asked(order.ReviewAsync("release"))),
        ("decide", "review:decide", order => Asked(order.ReviewAsync("decide", new { result = "approved" }))),
        ("notes", "review:notes", order => Asked(order.ReviewAsync("notes", new { text = "確認済み" }))),
        ("pay", null, order => order.PayAsync()),
        ("reverse", null, order => order.Payment is null ? Nothing : Asked(order.Shop.Tenant.PostAsync($"/v1/payments/{order.Payment}/reverse", new { reason = "不渡り" }))),
    ];

    private static readonly string[] s_byEvent = ["pay", "reverse", "credit_lines", "credit_amount"];

    private static Task<Answer?> Nothing => Task.FromResult<Answer?>(null);

    [Fact]
    public async Task Every_state_takes_what_the_table_says_and_shows_just_that()
    {
        await using OrderStates states = await OrderStates.OpenAsync(host);
        PreparedOrder expired = await states.InAsync("expired");
        Dictionary<string, PreparedOrder> aging = new() { ["expired"] = expired };
        foreach (string state in s_states.Except(["expired", "screening"]))
        {
            aging[state] = await states.InAsync(state);
        }

        Dictionary<string, string> aged = await AgeAsync(states, aging);
        List<string> table = [$"state {string.Join(' ', s_acts.Select(act => act.Name))} 92_days"];
        foreach (string state in s_states)
        {
            table.Add($"{await WalkAsync(states, state, state == "expired" ? expired : await states.InAsync(state))} {aged.GetValueOrDefault(state, "")}");
        }

        string told = string.Join('\n', table.Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        string expected = string.Join('\n', Expected.Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.True(told == expected, $"The walk found:\n{told}");
    }

    private static async Task<Dictionary<string, string>> AgeAsync(OrderStates states, Dictionary<string, PreparedOrder> orders)
    {
        Dictionary<string, string> before = [];
        foreach ((string state, PreparedOrder order) in orders)
        {
            before[state] = (await order.ReadAsync()).Member("status");
        }

        await states.Shop.Tenant.AdvanceToAsync((await states.Shop.NowAsync()).AddDays(92));
        Dictionary<string, string> aged = [];
        foreach ((string state, PreparedOrder order) in orders)
        {
            string after = (await order.ReadAsync()).Member("status");
            aged[state] = after == before[state] ? "=" : after;
        }

        return aged;
    }

    private async Task<string> WalkAsync(OrderStates states, string state, PreparedOrder order)
    {
        List<string> cells = [];
        List<string> wrong = [];
        SortedSet<string> taken = [];
        Answer before = await order.ReadAsync();
        Answer review = await order.ReadReviewAsync();
        string[] shown = [.. before.AllowedActions(), .. review.Status == 200 ? review.AllowedActions().Select(action => $"review:{action}") : []];
        foreach ((string name, string? action, Func<PreparedOrder, Task<Answer?>> ask) in s_acts)
        {
            Answer? answer = await ask(order);
            if (answer is null || answer.Status == 404)
            {
                cells.Add("none");
                continue;
            }

            if (answer.Status < 300 && s_byEvent.Contains(name))
            {
                // Money moves an order by event.
                await host.DrainAsync(order.Shop.Tenant);
            }

            Answer after = await order.ReadAsync();
            string status = after.Member("status");
            if (answer.Status is 200 or 201)
            {
                taken.UnionWith(action is null ? [] : [action]);
                cells.Add(status == before.Member("status") ? "=" : status);
            }
            else
            {
                cells.Add(answer.Code == "state_conflict" ? "-" : answer.Code!);
                wrong.AddRange(after.Text != before.Text ? [$"{state}/{name} was refused and changed the order"] : []);
            }

            if (answer is { Status: 409, Code: "state_conflict" } && name is not ("void" or "reverse" or "pay"))
            {
                (string Status, string Actions) expected = action!.StartsWith("review:", StringComparison.Ordinal)
                    ? (review.Member("status"), string.Join(',', review.AllowedActions()))
                    : (status, string.Join(',', after.AllowedActions()));
                (string Status, string Actions) told = (answer.Member("current_status"), string.Join(',', answer.AllowedActions()));
                wrong.AddRange(told != expected ? [$"{state}/{name} tells {told} instead of {expected}"] : []);
            }

            if (after.Text != before.Text || (review.Status == 200 && (await order.ReadReviewAsync()).Text != review.Text && name != "notes"))
            {
                order = await states.InAsync(state);
                before = await order.ReadAsync();
                review = await order.ReadReviewAsync();
            }
        }

        wrong.AddRange(!taken.SetEquals(shown) ? [$"{state} shows {string.Join(',', shown.Order())} and takes {string.Join(',', taken)}"] : []);
        return string.Join(' ', [state, .. cells, .. wrong.Select(what => $"({what})")]);
    }

    private static Func<PreparedOrder, Task<Answer?>> Order(string path, object? body = null) => order => Asked(order.Shop.ActAsync(order.Id, path, body));

    private static async Task<Answer?> VerifyAsync(PreparedOrder order) => await order.Shop.VerifyAsync(
        order.Id, (await order.Shop.MessagesAsync(order.Id)).Length > 0 ? await order.Shop.CodeAsync(order.Id) : "123456");

    // A minute after the last one.
    private static async Task<Answer?> ResendAsync(PreparedOrder order)
    {
        if ((await order.ReadAsync()).AllowedActions().Contains("resend"))
        {
            await order.Shop.Tenant.AdvanceToAsync((await order.Shop.NowAsync()).AddMinutes(1));
        }

        return await order.Shop.ResendAsync(order.Id);
    }

    private static async Task<Answer?> Asked(Task<Answer> asked) => await asked;
}
