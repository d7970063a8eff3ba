using System.Text;
using Bnpl.Api.Batches;
using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using CsCheck;

namespace Bnpl.Api.Tests.Batches;

public sealed class BatchRulesTests
{
    private static readonly Guid s_merchant = Guid.Parse("0199a5a0-0000-7000-8000-000000000001");
    private static readonly Guid s_order = Guid.Parse("0199a5a0-0000-7000-8000-000000000002");

    [Fact]
    public void Every_status_and_action_is_in_the_table_or_refused()
    {
        string[] told =
        [
            .. from status in BatchLifecycle.Statuses
               from action in (string[])[BatchLifecycle.Finish, BatchLifecycle.Cancel, BatchLifecycle.Fail]
               select $"{status} {action} {Next(status, action)}",
        ];

        Assert.Equal(
            [
                "processing finish finished", "processing cancel canceled", "processing fail failed",
                "finished finish state_conflict", "finished cancel state_conflict", "finished fail state_conflict",
                "canceled finish state_conflict", "canceled cancel state_conflict", "canceled fail state_conflict",
                "failed finish state_conflict", "failed cancel state_conflict", "failed fail state_conflict",
            ],
            told);
        Assert.Equal(["cancel"], BatchLifecycle.Shown(BatchLifecycle.Processing));
    }

    [Fact]
    public void Lines_are_cut_alike_however_the_bytes_arrive() =>
        Gen.Select(Gen.OneOf(Gen.Byte, Gen.Const((byte)'\n'), Gen.Const((byte)' ')).Array[0, 300], Gen.Int[1, 9]).Sample((bytes, step) =>
        {
            using TrickleStream stream = new(bytes, step);
            List<(int, string)> cut = [.. TextLines.ReadAsync(stream, CancellationToken.None).ToBlockingEnumerable().Select(line => (line.Number, Convert.ToHexString(line.Line)))];
            string whole = Encoding.Latin1.GetString(bytes);
            whole = whole.StartsWith("ï»¿", StringComparison.Ordinal) ? whole[3..] : whole;
            Assert.Equal(
                whole.Split('\n').Select((line, i) => (i + 1, Convert.ToHexString(Encoding.Latin1.GetBytes(line.Trim(' ', '\t', '\r'))))).Where(line => line.Item2.Length > 0),
                cut);
        });

    [Fact]
    public void Nothing_overtakes_a_line_of_its_own_order_or_a_void()
    {
        Dictionary<OrderNumber, Guid> known = new() { [new OrderNumber(s_merchant, "n0")] = s_order };
        Gen.Int[0, 4].Array[0, 40].Sample(kinds =>
        {
            DueLine[] window = [.. kinds.Select((kind, i) => new DueLine(i, ContentOf(kind)))];
            List<IReadOnlyList<IReadOnlyList<DueLine>>> stretches = [.. LineGroups.Of(window, known)];

            Assert.Equal(window.Select(due => due.Line), stretches.SelectMany(s => s.SelectMany(g => g)).Select(due => due.Line).Order());
            foreach (IReadOnlyList<IReadOnlyList<DueLine>> stretch in stretches)
            {
                Assert.All(stretch, group => Assert.Equal(group.Select(due => due.Line).Order(), group.Select(due => due.Line)));
                Assert.Distinct(stretch.Select(group => OrderOf(kinds[group[0].Line])));
                Assert.All(stretch, group => Assert.Single(group.Select(due => OrderOf(kinds[due.Line])).Distinct()));
                Assert.True(stretch.Count == 1 || !stretch.SelectMany(g => g).Any(due => kinds[due.Line] == 4));
            }

            int[] first = [.. stretches.Select(s => s.SelectMany(g => g).Min(due => due.Line))];
            int[] last = [.. stretches.Select(s => s.SelectMany(g => g).Max(due => due.Line))];
            Assert.All(first.Skip(1).Zip(last), pair => Assert.True(pair.First > pair.Second));
        });
    }

    // One order by its id, its number and a create of that number; another number; a void.
    private static LineContent ContentOf(int kind) => kind switch
    {
        0 => new("r", "orders.cancel", EntityId.Format(IdPrefix.Order, s_order), null, null, null, null),
        1 => new("r", "orders.cancel", null, EntityId.Format(IdPrefix.Merchant, s_merchant), "n0", null, null),
        2 => new("r", "orders.create", null, null, null, null, $$"""{"merchant":"{{EntityId.Format(IdPrefix.Merchant, s_merchant)}}","merchant_order_no":"n0"}"""),
        3 => new("r", "shipments.create", null, EntityId.Format(IdPrefix.Merchant, s_merchant), "n1", null, null),
        _ => new("r", "shipments.void", null, null, null, EntityId.Format(IdPrefix.Shipment, s_order), null),
    };

    private static int OrderOf(int kind) => kind <= 2 ? 0 : kind;

    private static string Next(string status, string action)
    {
        try
        {
            return BatchLifecycle.Next(status, action);
        }
        catch (RefusalException refused)
        {
            return refused.Refusal.Code;
        }
    }

    /// <summary>Gives a few bytes a time, as a network does.</summary>
    private sealed class TrickleStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
