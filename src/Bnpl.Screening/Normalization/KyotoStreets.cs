namespace Bnpl.Screening.Normalization;

/// <summary>四条通烏丸東入, 河原町通三条上る: directions to a town, written before it.</summary>
internal static class KyotoStreets
{
    /// <summary>Where the town begins after the last direction; the given start when there is none.</summary>
    public static int End(ReadOnlySpan<char> chars, int start)
    {
        var end = start;
        for (var i = start + 1; i < chars.Length; i++)
        {
            var after = i + 1 < chars.Length ? chars[i + 1] : '\0';
            if (chars[i] is '上' or '下')
            {
                if (after is 'ル') end = i + 2;
                else if (after == 'ガ' && i + 2 < chars.Length && chars[i + 2] == 'ル') end = i + 3;
            }
            else if (chars[i] == '入' && chars[i - 1] is ('東' or '西' or '南' or '北')) end = after is 'ル' or 'リ' ? i + 2 : i + 1;
        }
        return end;
    }
}
