using System.Globalization;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Billing.Dunning;

/// <summary>
/// A tenant's ladder of notices. <see cref="QuietDays"/>: days of rest after any notice or payment on the receivable.
/// <see cref="LateChargeRate"/>: a year, at most 0.146 (消費者契約法9条1項2号). <see cref="GraceDays"/>: who pays within them pays none.
/// </summary>
internal sealed record DunningPolicy
{
    public IReadOnlyList<DunningStep>? Steps { get; init; }
    public int? QuietDays { get; init; }
    public ContactHours? ContactHours { get; init; }
    public string? LateChargeRate { get; init; }
    public int? GraceDays { get; init; }

    /// <summary>What a tenant begins with: fee and count as common in the trade (japan-payments section 7.2), the law's highest rate.</summary>
    public static readonly DunningPolicy Default = new()
    {
        Steps =
        [
            new DunningStep { OffsetDays = -3, Channel = "email", Template = "due_soon" },
            new DunningStep { OffsetDays = 3, Channel = "email", Template = "reminder" },
            new DunningStep { OffsetDays = 10, Channel = "email", Template = "second_notice", Fee = 297, ReissueSlip = true },
            new DunningStep { OffsetDays = 24, Channel = "email", Template = "second_notice", Fee = 297, ReissueSlip = true },
            new DunningStep { OffsetDays = 45, Channel = "post", Template = "second_notice", Fee = 297, ReissueSlip = true },
        ],
        QuietDays = 3,
        ContactHours = new ContactHours("08:00", "21:00"),
        LateChargeRate = "0.146",
        GraceDays = 0,
    };

    public decimal AnnualRate => decimal.Parse(LateChargeRate ?? "0", CultureInfo.InvariantCulture);

    /// <exception cref="RefusalException">422 with every wrong field.</exception>
    public void Check()
    {
        FieldErrors errors = new();
        errors.Range(QuietDays, "quiet_days", 0, 30);
        errors.Range(GraceDays, "grace_days", 0, 60);
        if (LateChargeRate is { } text
            && (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rate) || rate is < 0 or > 0.146m))
        {
            errors.Add("late_charge_rate", "out_of_range", "A decimal string from 0 to 0.146, the law's highest rate.");
        }

        if (errors.Required(Steps, "steps"))
        {
            CheckSteps(errors);
        }

        if (ContactHours is { } hours && !hours.IsWithinCustom)
        {
            errors.Add("contact_hours", "out_of_range", "From and to, HH:MM, between 08:00 and 21:00.");
        }

        errors.ThrowIfAny();
    }

    private void CheckSteps(FieldErrors errors)
    {
        if (Steps!.Count is 0 or > 20)
        {
            errors.Add("steps", "out_of_range", "Between 1 and 20 steps.");
            return;
        }

        for (int i = 0; i < Steps.Count; i++)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"steps[{i}]");
            DunningStep? step = Steps[i];
            if (step is null)
            {
                errors.Add(at, "required", "A step must not be null.");
                continue;
            }

            if (!errors.Required(step.OffsetDays, $"{at}.offset_days"))
            {
                continue;
            }

            errors.Range(step.OffsetDays, $"{at}.offset_days", -30, 365);
            errors.Required(step.Channel, $"{at}.channel");
            errors.OneOf(step.Channel, $"{at}.channel", "email", "post", "sms", "task");
            errors.OneOf(step.Template, $"{at}.template", "due_soon", "reminder", "second_notice");
            errors.OneOf(step.Action, $"{at}.action", "assign_collector", "charge_off");
            errors.Range(step.Fee, $"{at}.fee", 0, 10_000);
            if (step.OffsetDays <= 0 && (step.Fee > 0 || step.Action is not null))
            {
                errors.Add($"{at}.offset_days", "not_allowed", "Fees and actions come after the due date.");
            }

            if (Steps.Take(i).Any(other => other?.OffsetDays >= step.OffsetDays))
            {
                errors.Add($"{at}.offset_days", "not_ascending", "Steps come in ascending order of their days, each day once.");
            }
        }
    }
}

/// <param name="From">HH:MM in the tenant's time zone; no notice leaves earlier.</param>
/// <param name="To">HH:MM; none leaves later.</param>
internal sealed record ContactHours(string From, string To)
{
    private static readonly TimeOnly s_earliest = new(8, 0), s_latest = new(21, 0);

    /// <summary>Within 08:00–21:00, the hours of 貸金業法施行規則19条 that the trade keeps to.</summary>
    public bool IsWithinCustom =>
        TimeOnly.TryParseExact(From, "HH:mm", out TimeOnly from) && TimeOnly.TryParseExact(To, "HH:mm", out TimeOnly to)
        && from >= s_earliest && to <= s_latest && from < to;

    /// <summary>The first instant from <paramref name="now"/> on at which a notice may leave.</summary>
    public DateTimeOffset NextFrom(DateTimeOffset now, TimeZoneInfo zone)
    {
        DateTime local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        TimeOnly time = TimeOnly.FromDateTime(local);
        TimeOnly from = TimeOnly.ParseExact(From, "HH:mm", CultureInfo.InvariantCulture), to = TimeOnly.ParseExact(To, "HH:mm", CultureInfo.InvariantCulture);
        if (time >= from && time <= to)
        {
            return now;
        }

        DateTime opens = local.Date.AddDays(time > to ? 1 : 0) + from.ToTimeSpan();
        return new DateTimeOffset(opens, zone.GetUtcOffset(opens)).ToUniversalTime();
    }
}

/// <summary>A notice <see cref="OffsetDays"/> after the due date (negative: before it).</summary>
internal sealed record DunningStep
{
    public int? OffsetDays { get; init; }

    /// <summary><c>email post sms task</c>.</summary>
    public string? Channel { get; init; }

    /// <summary><c>due_soon reminder second_notice</c>.</summary>
    public string? Template { get; init; }

    /// <summary>Yen, raised with the notice.</summary>
    public long Fee { get; init; }

    /// <summary>A new slip over all that is owed, payable for 14 days.</summary>
    public bool ReissueSlip { get; init; }

    /// <summary><c>assign_collector</c> or <c>charge_off</c>.</summary>
    public string? Action { get; init; }
}
