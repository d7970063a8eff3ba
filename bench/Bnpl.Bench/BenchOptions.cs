using System.Globalization;

namespace Bnpl.Bench;

/// <param name="Api">The built API.</param>
/// <param name="Orders">Past orders to load.</param>
/// <param name="Seconds">How long each measurement lasts.</param>
internal sealed record BenchOptions(string Api, int Orders, int Seconds)
{
    public static BenchOptions? Read(string api, string[] arguments)
    {
        BenchOptions options = new(api, Orders: 1_000_000, Seconds: 15);
        for (int i = 0; i < arguments.Length; i++)
        {
            int? number = i + 1 < arguments.Length && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : null;
            switch (arguments[i])
            {
                case "credit" when i == 0:
                    break;
                case "--orders" when number is >= 1_000:
                    options = options with { Orders = number.Value };
                    i++;
                    break;
                case "--seconds" when number is >= 1:
                    options = options with { Seconds = number.Value };
                    i++;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
