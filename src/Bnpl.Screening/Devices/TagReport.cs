using Bnpl.Infrastructure.Web;

namespace Bnpl.Screening.Devices;

/// <summary>What the device tag posts. Everything may be missing: browsers differ in what they tell, and buyers in what they allow.</summary>
internal sealed record TagReport
{
    public int? V { get; init; }

    /// <summary>The buyer's browser asks not to be tracked: only <see cref="Webdriver"/> was collected.</summary>
    public bool Restricted { get; init; }
    public bool? Webdriver { get; init; }
    public string? CookieId { get; init; }

    /// <summary>When the cookie id was made, in seconds of the browser's clock.</summary>
    public long? CookieCreated { get; init; }

    /// <summary><c>cookie</c>, <c>local</c> or <c>memory</c>: where the id could be kept.</summary>
    public string? Storage { get; init; }

    /// <summary>User agent client hints, low entropy.</summary>
    public TagAgentData? UaData { get; init; }
    public string? Platform { get; init; }
    public IReadOnlyList<string?>? Languages { get; init; }
    public string? Timezone { get; init; }

    /// <summary>Minutes that UTC is ahead: −540 in Japan.</summary>
    public int? Offset { get; init; }
    public TagScreen? Screen { get; init; }
    public int? Touch { get; init; }
    public int? Cores { get; init; }
    public string? Referrer { get; init; }

    public void Check(FieldErrors errors)
    {
        errors.Range(V, "v", 1, 1);
        errors.Text(CookieId, "cookie_id", 64);
        errors.Range(CookieCreated, "cookie_created", 0, 99_999_999_999);
        errors.OneOf(Storage, "storage", "cookie", "local", "memory");
        errors.Text(UaData?.Platform, "ua_data.platform", 40);
        Each(errors, UaData?.Brands, "ua_data.brands", 8, 60);
        errors.Text(Platform, "platform", 60);
        Each(errors, Languages, "languages", 8, 35);
        errors.Text(Timezone, "timezone", 64);
        errors.Range(Offset, "offset", -1440, 1440);
        Finite(errors, Screen?.Width, "screen.width");
        Finite(errors, Screen?.Height, "screen.height");
        Finite(errors, Screen?.Ratio, "screen.ratio");
        Finite(errors, Screen?.Depth, "screen.depth");
        errors.Range(Touch, "touch", 0, 1000);
        errors.Range(Cores, "cores", 0, 4096);
        errors.Text(Referrer, "referrer", 253);
    }

    /// <summary>Without what the buyer's browser asked not to be collected, whatever was sent.</summary>
    public TagReport Honouring(bool restricted) => Restricted || restricted ? new TagReport { V = V, Restricted = true, Webdriver = Webdriver } : this;

    // 1e999 is a number in JSON and infinite here: it could be judged, but not be written down.
    private static void Finite(FieldErrors errors, double? value, string field)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            errors.Add(field, "out_of_range", "Must be a finite number.");
        }
    }

    private static void Each(FieldErrors errors, IReadOnlyList<string?>? values, string field, int most, int longest)
    {
        if (values?.Count > most)
        {
            errors.Add(field, "too_many", $"At most {most} values.");
            return;
        }

        for (int i = 0; i < values?.Count; i++)
        {
            errors.Text(values[i], $"{field}[{i}]", longest);
        }
    }
}

internal sealed record TagAgentData
{
    public string? Platform { get; init; }
    public bool? Mobile { get; init; }

    /// <summary>Name and major version: <c>Chromium 156</c>.</summary>
    public IReadOnlyList<string?>? Brands { get; init; }
}

/// <summary>As the browser says it, however odd: judging it is the signals' work.</summary>
internal sealed record TagScreen
{
    public double? Width { get; init; }
    public double? Height { get; init; }
    public double? Ratio { get; init; }
    public double? Depth { get; init; }
}
