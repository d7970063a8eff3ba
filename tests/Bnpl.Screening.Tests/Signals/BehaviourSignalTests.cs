using Bnpl.Screening.Facts;
using Bnpl.Screening.Signals;

namespace Bnpl.Screening.Tests.Signals;

public sealed class BehaviourSignalTests
{
    [Theory]
    [InlineData("many_names_on_phone", "phone")]
    [InlineData("many_names_on_email", "email")]
    [InlineData("many_names_on_device", "device")]
    public void A_line_a_mailbox_or_a_device_under_ever_more_names_stays_suspicious(string signal, string kind)
    {
        Assert.False(Under(kind, names: 1).Signal(signal));
        Assert.True(Under(kind, names: 4).Signal(signal));
        Assert.True(Under(kind, names: 50).Signal(signal));
        Assert.True(Under(kind, names: 200).Signal(signal));
    }

    [Fact]
    public void A_door_with_very_many_names_is_a_dormitory()
    {
        Assert.True(Under("address_k3", names: 4).Signal("many_names_at_address"));
        Assert.False(Under("address_k3", Clusters.NamesOfAHub("address_k3")).Signal("many_names_at_address"));
    }

    private static Evidence Under(string kind, int names) =>
        Evidences.Of(Evidences.Request, ScreeningFacts.None with { Activity = [new KeyActivity(kind, 0, 0, 0, 0, 0, D90: names, NamesD90: names)] });
}
