using System.Security.Cryptography;
using Bnpl.Infrastructure.Security;
using Bnpl.Screening.Devices;

namespace Bnpl.Screening.Tests.Devices;

public sealed class DeviceSessionsTests
{
    private static readonly TenantKey s_first = new(1, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
    private static readonly TenantKey s_second = new(2, RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Cookie_ids_are_compared_by_hash_and_also_after_the_keys_changed()
    {
        TenantKeys before = new(Guid.Empty, [s_first]), after = new(Guid.Empty, [s_second, s_first]), later = new(Guid.Empty, [s_second]);
        DeviceSession session = Of(DeviceSessions.CookieHash(before, "abc.1", 1), 1);
        Assert.True(DeviceSessions.SameCookie(before, session, "abc.1"));
        Assert.True(DeviceSessions.SameCookie(after, session, " abc.1 "));
        Assert.False(DeviceSessions.SameCookie(after, session, "abc.2"));
        Assert.Null(DeviceSessions.SameCookie(later, session, "abc.1"));
    }

    [Fact]
    public void Without_either_cookie_id_nothing_is_compared()
    {
        TenantKeys keys = new(Guid.Empty, [s_first]);
        Assert.Null(DeviceSessions.SameCookie(keys, Of(null, null), "abc"));
        Assert.Null(DeviceSessions.SameCookie(keys, Of(DeviceSessions.CookieHash(keys, "abc", 1), 1), null));
        Assert.Null(DeviceSessions.SameCookie(keys, null, "abc"));
    }

    private static DeviceSession Of(byte[]? hash, int? version) =>
        new(Guid.Empty, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, hash, version, null, new SessionPayload(new TagReport(), null, null, null));
}
