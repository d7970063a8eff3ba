using System.Globalization;

namespace Bnpl.Bench;

/// <param name="Api">The built API.</param>
/// <param name="Name"><c>credit</c>, <c>screening</c> or <c>simulation</c>.</param>
/// <param name="Orders">Past orders to load.</param>
/// <param name="Seconds">How long each measurement lasts.</param>
/// <param name="Seeds">Worlds of the simulation.</param>
/// <param name="Small">A quarter of the purchases in each world; credit: without the thousand tenants.</param>
/// <param name="Csv">A file to which every purchase of the simulation is written with what fired, for questions of one's own.</param>
internal sealed record BenchOptions(string Api, string Name, int Orders, int Seconds, int Seeds, bool Small, string? Csv)
{
    public const string Usage =
        """
        usage: ./bnpl bench [credit]   [--small] [--full | --orders 1000000] [--seconds 15]
               ./bnpl bench screening  [--full | --orders 1000000] [--seconds 15]
               ./bnpl bench simulation [--small] [--seeds 3] [--csv file]
        """;

    private static readonly string[] s_names = ["credit", "screening", "simulation"];

    public static BenchOptions? Read(string api, string[] arguments)
    {
        BenchOptions options = new(api, "credit", Orders: 1_000_000, Seconds: 15, Seeds: 3, Small: false, Csv: null);
        for (int i = 0; i < arguments.Length; i++)
        {
            int? number = i + 1 < arguments.Length && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : null;
            switch (arguments[i])
            {
                case string name when i == 0 && s_names.Contains(name):
                    options = options with { Name = name };
                    break;
                case "--orders" when number is >= 1_000:
                    options = options with { Orders = number.Value };
                    i++;
                    break;
                case "--seconds" when number is >= 1:
                    options = options with { Seconds = number.Value };
                    i++;
                    break;
                case "--seeds" when number is >= 1 and <= 20:
                    options = options with { Seeds = number.Value };
                    i++;
                    break;
                case "--csv" when i + 1 < arguments.Length:
                    options = options with { Csv = arguments[++i] };
                    break;
                case "--full":
                    options = options with { Orders = 5_000_000 };
                    break;
                case "--small":
                    options = options with { Small = true };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
