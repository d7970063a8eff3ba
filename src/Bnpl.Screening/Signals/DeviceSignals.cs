namespace Bnpl.Screening.Signals;

/// <summary>The browser and the line that a purchase came by.</summary>
internal static class DeviceSignals
{
    public static readonly IReadOnlyList<Signal> All =
    [
        new("device_missing", "device", "端末情報がありません。", "Nothing is known of the device.", e => e.Request.Device is null),
        new("user_agent_missing", "device.user_agent", "ブラウザ情報がありません。", "The browser does not say what it is.", e => e.Request.Device is { } device ? string.IsNullOrWhiteSpace(device.UserAgent) : null),
    ];

    public static readonly IReadOnlyList<Measure> Measures = [];
}
