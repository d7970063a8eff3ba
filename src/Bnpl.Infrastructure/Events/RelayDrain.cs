using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Infrastructure.Events;

/// <param name="Handled">How many deliveries were made, those of events that handlers published on the way included.</param>
public sealed record DrainResult(int Handled, IReadOnlyList<HandlerFailure> Failures);

/// <summary>
/// Brings every event of a tenant to its handlers now, waiting ones included, until nothing is left: between the steps of
/// a business date, and in tests. Safe beside the relay, whose deliveries in progress it waits for.
/// </summary>
public sealed class RelayDrain(EventFanOut fanOut, HandlerDeliveries deliveries)
{
    public async Task<DrainResult> DrainAsync(TenantEntry tenant, CancellationToken cancellation)
    {
        int handled = 0;
        List<HandlerFailure> failures = [];
        HashSet<Guid> failed = [];
        while (true)
        {
            await fanOut.RunAsync(tenant, cancellation);
            List<HandlerDeliveries.Head> heads = await deliveries.HeadsAsync(tenant, null, failed, cancellation);
            if (heads.Count == 0)
            {
                return new DrainResult(handled, failures);
            }

            foreach (HandlerDeliveries.Head head in heads)
            {
                if (await deliveries.DeliverAsync(tenant, head, cancellation) is { } failure)
                {
                    failed.Add(head.Id);
                    failures.Add(failure);
                }
                else
                {
                    handled++;
                }
            }
        }
    }
}
