using System.Net;
using System.Net.Sockets;

namespace Bnpl.Screening.Normalization;

/// <summary>One key text of a buyer; hashed by the caller together with the tenant, the kind and the version.</summary>
internal readonly record struct MatchKey(string Kind, string Text);

internal sealed record NormalizedBuyer(
    NormalizedName Name, NormalizedAddress? Address, NormalizedPhone? Phone, NormalizedEmail? Email, string? DeviceId = null, string? Ip = null);

/// <summary>
/// The texts under which buyers are found again. A name stands once with its kana and once with its kanji, so that an order
/// that brings only one of the two still meets.
/// </summary>
internal static class MatchKeys
{
    /// <summary>2: 本町三丁目36 and 本町3-36, 四ツ谷 and 四谷 and addresses in former cities got the key of the place.</summary>
    public const int Version = 2;

    /// <summary>Keys that say "the same buyer": no single field is enough, families share phones and flats.</summary>
    public static List<MatchKey> Identity(NormalizedBuyer buyer)
    {
        var keys = new List<MatchKey>();
        foreach (var name in Names(buyer.Name))
        {
            if (buyer.Phone is { Valid: true, E164: { } phone } && IsPersonal(buyer.Phone)) keys.Add(new MatchKey("name_phone", name + "|" + phone));
            if (buyer.Address?.Keys.K2 is { } block) keys.Add(new MatchKey("name_address", name + "|" + block));
            if (buyer.Email?.Canonical is { } mail) keys.Add(new MatchKey("name_mail", name + "|" + mail));
        }
        return keys;
    }

    /// <summary>Keys for velocity counts and negative lists.</summary>
    public static List<MatchKey> Signals(NormalizedBuyer buyer)
    {
        var keys = new List<MatchKey>();
        if (buyer.Phone?.E164 is { } phone) keys.Add(new MatchKey("phone", phone));
        if (buyer.Email?.Canonical is { } mail) keys.Add(new MatchKey("email", mail));
        if (buyer.Address?.Keys.K2 is { } block)
        {
            keys.Add(new MatchKey("address_k2", block));
            foreach (var name in Names(buyer.Name)) keys.Add(new MatchKey("name_address", name + "|" + block));
        }
        if (buyer.Address?.Keys.K3 is { } room) keys.Add(new MatchKey("address_k3", room));
        if (Device(buyer.DeviceId) is { } device) keys.Add(new MatchKey("device", device));
        if (Network(buyer.Ip) is { } network) keys.Add(new MatchKey("ip", network));
        return keys;
    }

    /// <summary>IPv4 as it is, IPv6 by its /64: a home has one, and hands out the rest at will.</summary>
    public static string? Network(string? ip)
    {
        if (ip is null || ip.Length > 64 || !IPAddress.TryParse(ip, out var address)) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }

    private static bool IsPersonal(NormalizedPhone phone) => phone.Kind is "mobile" or "fixed" or "ip" or "foreign";

    public static string? Device(string? id)
    {
        var clean = TextFolding.Clean(id, 200);
        return clean.Length == 0 ? null : clean;
    }

    private static IEnumerable<string> Names(NormalizedName name)
    {
        if (name.Key.Length > 0) yield return name.Key;
        if (name.KanjiKey.Length > 0 && name.KanjiKey != name.Key) yield return name.KanjiKey;
    }
}
