namespace Bnpl.Bench.Simulation;

/// <summary>What makes an honest buyer look unusual to a machine: false alarms are counted for each.</summary>
internal enum Living
{
    Single,
    Flat,
    Family,
    Mover,
    Dormitory,
    SharedHouse,
    Office,
}

/// <summary>A browser: what its cookie says, unless it is thrown away, and where it connects from when not at home.</summary>
internal sealed record Browser(string Agent, string? Cookie, bool Forgetful, bool Mobile, string MobileNetwork);

internal sealed class Person
{
    public required string Household { get; init; }
    public required Living Living { get; init; }
    public required NamePart Family { get; init; }
    public required NamePart Given { get; init; }
    public required int BornDaysBefore { get; init; }
    public required string Phone { get; set; }
    public required string Mailbox { get; set; }
    public required Browser Browser { get; set; }
    public required string HomeIp { get; init; }
    public required Home Home { get; set; }
    public required Habit Habit { get; init; }

    /// <summary>Money troubles. Nobody sees them; they show in how purchases end.</summary>
    public required double Stress { get; init; }

    /// <summary>What earlier bills that were left open add to it.</summary>
    public double Arrears { get; set; }

    /// <summary>Spending level against others.</summary>
    public required double Level { get; init; }
    public required double NightOwl { get; init; }

    /// <summary>The desk at work to which parcels go, for those who have them sent there.</summary>
    public Home? Office { get; init; }
    public string? OfficeIp { get; init; }

    /// <summary>The day of a move, and where to; telephone and mailbox stay.</summary>
    public double MovesOn { get; init; } = double.PositiveInfinity;
    public Home? NextHome { get; init; }

    /// <summary>By shop: orders before the world begins, and days of membership.</summary>
    public Dictionary<Shop, (int Orders, int MemberDays)> Known { get; } = [];

    public int Age => BornDaysBefore / 365;
}
