using Bnpl.Screening.Normalization;

namespace Bnpl.Bench.Simulation;

internal sealed record Town(string PostalCode, string Prefecture, string City, string Name);

/// <summary>A door. Flats have a building and mostly a room; a house has neither.</summary>
internal sealed record Home(Town Town, int District, int Block, int House, string? Building = null, int? Room = null);

/// <summary>Real towns of some cities and country districts, from the bundled list, so that addresses read as real ones do.</summary>
internal static class Towns
{
    private static readonly string[] s_cities =
    [
        "13112", "13115", "13120", "13123", "13201", "13209", "14103", "14131", "14204", "11103", "11203", "12203", "12217", "23105", "23201", "27102", "27127", "27203", "28101",
        "28204", "26109", "40132", "40203", "01102", "04102", "34103", "22130", "15103", "33101", "46201", "20201", "16201", "07203", "41201", "39201",
    ];

    public static readonly IReadOnlyList<Town> All = Read();

    private static List<Town> Read()
    {
        List<Town> towns = [];
        string[]? city = null;
        foreach (string line in BundledData.Lines("towns.txt.br"))
        {
            if (line[0] == '=')
            {
                city = line[1..].Split('\t');
            }
            else if (s_cities.Contains(city![0]) && line.Split('\t') is [{ Length: >= 2 } name, { Length: 7 } code] && name.All(IsPlain))
            {
                towns.Add(new Town($"{code[..3]}-{code[3..]}", city[1], city[2], name));
            }
        }

        return towns;
    }

    private static bool IsPlain(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= 'ぁ' and <= 'ヺ') or 'ー' or '々' or 'ヶ' or 'ケ';
}
