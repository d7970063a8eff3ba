namespace Bnpl.Screening.Models;

/// <summary>
/// The hand-set weights of the baseline, in log-odds: 0.7 doubles the odds of a bad end, 2.3 makes them ten times as large.
/// Set from what the trade publishes about which facts weigh how much, not from data: a trained model replaces them.
/// </summary>
internal static class BaselineWeights
{
    private const float Fires = 1;

    public static readonly IReadOnlyDictionary<string, BaselineWeight> All = new Dictionary<string, BaselineWeight>(StringComparer.Ordinal)
    {
        // Known ends and lists speak loudest.
        ["signals.negative_name_address"] = Flag(3.5),
        ["signals.negative_phone"] = Flag(3.5),
        ["signals.negative_email"] = Flag(3.0),
        ["signals.negative_device"] = Flag(3.0),
        ["signals.negative_ip"] = Flag(1.5),
        ["signals.positive_name_address"] = Flag(-1.5),
        ["signals.positive_phone"] = Flag(-1.5),
        ["signals.positive_email"] = Flag(-1.5),
        ["history.bad_debt"] = new(0, 1, 3.0),
        ["history.fraud"] = new(0, 1, 3.5),
        ["history.overdue"] = new(0, 2, 1.6),
        ["history.paid"] = new(0, 5, -1.2),
        ["history.returned"] = new(1, 5, 0.6),
        ["cluster.bad"] = new(0, 3, 2.0),
        ["cluster.size"] = new(10, 40, 0.7),

        // One person with many names, or one name at many shops.
        ["names.phone"] = new(1, 4, 1.6),
        ["names.email"] = new(1, 4, 1.6),
        ["names.device"] = new(2, 6, 1.4),
        ["names.address_k3"] = new(2, 6, 1.0),
        ["names.delivery"] = new(2, 6, 1.2),
        ["signals.many_merchants"] = Flag(1.2),
        ["signals.near_phone"] = Flag(1.2),
        ["signals.near_email"] = Flag(1.2),
        ["signals.near_address"] = Flag(0.9),

        // Speed.
        ["velocity.phone.d1"] = new(2, 20, 1.8),
        ["velocity.email.d1"] = new(2, 20, 1.8),
        ["velocity.name_address.d1"] = new(2, 20, 1.8),
        ["velocity.device.d1"] = new(3, 20, 1.6),
        ["velocity.card.d1"] = new(2, 20, 1.6),
        ["velocity.delivery.d1"] = new(3, 20, 1.4),
        ["velocity.ip_agent.d1"] = new(4, 30, 0.9),

        // Identity that cannot be confirmed.
        ["signals.address_missing"] = Flag(1.0),
        ["signals.address_unknown"] = Flag(1.2),
        ["signals.address_incomplete"] = Flag(0.7),
        ["signals.postal_code_mismatch"] = Flag(0.6),
        ["signals.prefecture_mismatch"] = Flag(0.6),
        ["signals.name_incomplete"] = Flag(0.8),
        ["signals.name_nonsense"] = Flag(1.6),
        ["signals.kana_implausible_family"] = Flag(0.5),
        ["signals.kana_implausible_given"] = Flag(0.2),
        ["signals.phone_invalid"] = Flag(1.4),
        ["signals.phone_ip_line"] = Flag(0.6),
        ["signals.phone_foreign"] = Flag(0.9),
        ["signals.disposable_email"] = Flag(1.8),
        ["signals.email_random"] = Flag(0.8),

        // What is bought and where it goes.
        ["signals.delivery_differs"] = Flag(0.3),
        ["signals.delivery_other_prefecture"] = Flag(0.4),
        ["signals.delivery_many"] = Flag(0.7),
        ["order.amount_to_median"] = new(2, 10, 1.0),
        ["order.quantity"] = new(5, 30, 0.5),
        ["buyer.member_days"] = new(0, 365, -0.5),
    };

    private static BaselineWeight Flag(double logOdds) => new(0, Fires, logOdds);
}
