using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Bnpl.Contracts.Calendar;

/// <summary>
/// National holidays by the law of 2007 onwards (国民の祝日に関する法律), exact from 2007. Equinoxes are announced only a year
/// before; later ones are computed by the usual formula, which holds to 2099. Earlier and later years are a best effort.
/// </summary>
public static class JapaneseHolidays
{
    private static readonly ConcurrentDictionary<int, FrozenSet<DateOnly>> Years = new();

    public static bool Contains(DateOnly date) => OfYear(date.Year).Contains(date);

    public static IReadOnlySet<DateOnly> OfYear(int year) => Years.GetOrAdd(year, Compute);

    private static FrozenSet<DateOnly> Compute(int year)
    {
        var named = Named(year).ToHashSet();
        var substitutes = named.Where(day => day.DayOfWeek == DayOfWeek.Sunday).Select(day => FirstFreeAfter(day, named)).ToHashSet();
        var sandwiched = named.Select(day => day.AddDays(1)).Where(day =>
            !named.Contains(day) && !substitutes.Contains(day) && day.DayOfWeek != DayOfWeek.Sunday && named.Contains(day.AddDays(1)));
        return [.. named, .. substitutes, .. sandwiched];
    }

    private static DateOnly FirstFreeAfter(DateOnly day, HashSet<DateOnly> named)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (named.Contains(day));

        return day;
    }

    private static IEnumerable<DateOnly> Named(int year)
    {
        yield return new(year, 1, 1);
        yield return Monday(year, 1, 2);
        yield return new(year, 2, 11);
        yield return new(year, 3, Equinox(year, 20.8431m, 20));
        yield return new(year, 4, 29);
        yield return new(year, 5, 3);
        yield return new(year, 5, 4);
        yield return new(year, 5, 5);
        yield return Monday(year, 9, 3);
        yield return new(year, 9, Equinox(year, 23.2488m, 23));
        yield return new(year, 11, 3);
        yield return new(year, 11, 23);

        if (year != 2019)
        {
            yield return year < 2019 ? new(year, 12, 23) : new(year, 2, 23);
        }
        else
        {
            // Accession and enthronement of the present emperor.
            yield return new(2019, 5, 1);
            yield return new(2019, 10, 22);
        }

        // Marine, Mountain and Sports Day moved for the Olympic Games.
        yield return year switch { 2020 => new(2020, 7, 23), 2021 => new(2021, 7, 22), _ => Monday(year, 7, 3) };
        yield return year switch { 2020 => new(2020, 7, 24), 2021 => new(2021, 7, 23), _ => Monday(year, 10, 2) };
        if (year >= 2016)
        {
            yield return new(year, 8, year switch { 2020 => 10, 2021 => 8, _ => 11 });
        }
    }

    private static DateOnly Monday(int year, int month, int ordinal)
    {
        var first = new DateOnly(year, month, 1);
        var toMonday = ((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(toMonday + (7 * (ordinal - 1)));
    }

    private static int Equinox(int year, decimal offset, int otherwise) => year is >= 1980 and <= 2099
        ? (int)decimal.Floor(offset + (0.242194m * (year - 1980)) - ((year - 1980) / 4))
        : otherwise;
}
