using System.Text.Json;
using Bnpl.Contracts;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Credit.Limits;

/// <summary>
/// What no person can overrule of a plan that needs the registration (割賦販売法35条の3の3, の4): the registration as it is today, the
/// bureau's answer, and what the buyer can pay beside all that is open by now. The buyer's row is under lock.
/// </summary>
internal sealed class MeansGuard(TenantSession session, TenantContext tenant, TenantClock clock, ITenantSettings settings)
{
    /// <param name="held">The verdict that a person is about to end.</param>
    /// <exception cref="RefusalException">409 naming what is missing.</exception>
    public async Task EnsureAsync(LockedOrder locked, Decision held, CancellationToken cancellation)
    {
        PlanFacts plan = JsonSerializer.Deserialize<CreditFacts>(held.Facts, JsonConventions.Options)!.Plan;
        if (!plan.NeedsRegistration)
        {
            return;
        }

        if (!((await settings.GetAsync(cancellation)).CreditRegistration?.ValidTo >= clock.Today))
        {
            throw Refusal.Conflict("registration_required", "The plan needs a registration, and yours is not valid today. Decline, or renew it in the settings.").AsException();
        }

        if (plan.Means is not { Bureau: MeansOf.Answered } means)
        {
            throw Refusal.Conflict("credit_bureau_unanswered", "The credit bureau has not answered about this buyer. Decline, or have the order corrected, which asks again.").AsException();
        }

        List<OwnContract> own = await session.ReadListAsync(
            OwnContracts.Select(tenant.TenantId, locked.Buyer!.Id, locked.Order.Id), row => OwnContracts.From(row, clock), cancellation);
        if (!MeansOf.StillSuffices(means, own, plan.ContractOn))
        {
            throw Refusal.Conflict("buyer_means_exceeded", "With what this buyer owes by now, the plan asks more than it can pay in a year. Decline, or wait until it has paid.").AsException();
        }
    }
}
