namespace Bnpl.Screening.Models;

/// <summary>
/// A risk of 0–1000 and the log-odds of a bad end that it stands for. The scale is that of halved log-odds: 500 is an even
/// chance, 100 about 1.2 %, 900 about 98.8 %. It spreads the small chances that everyday purchases differ by, keeps its
/// meaning from one model to the next, and leaves a tenant's thresholds alone when a new model takes over.
/// </summary>
internal readonly record struct RiskScore(int Risk, double LogOdds)
{
    public const int Highest = 1000;

    // Beyond this the risk is 0 or 1000 after rounding.
    private const double Extreme = 30;

    public double Probability => 1 / (1 + Exp(-LogOdds));

    public static RiskScore Of(double logOdds) => new(RiskOf(logOdds), logOdds);

    public static int RiskOf(double logOdds) => (int)Math.Round(Highest / (1 + Exp(-logOdds / 2)), MidpointRounding.AwayFromZero);

    /// <summary>
    /// e^x from additions and multiplications alone, whose results IEEE 754 fixes to the last bit: the exponential of the C
    /// library differs between versions and processors, and a replayed verdict must not.
    /// </summary>
    private static double Exp(double x)
    {
        const double LogOfTwoHigh = 0.69314718036912381649, LogOfTwoLow = 1.9082149292705877e-10;
        const int Terms = 14;
        x = Math.Clamp(x, -2 * Extreme, 2 * Extreme);
        double power = Math.Round(x / (LogOfTwoHigh + LogOfTwoLow));
        double rest = x - (power * LogOfTwoHigh) - (power * LogOfTwoLow);
        double sum = 1;
        for (int n = Terms; n > 0; n--)
        {
            sum = 1 + (sum * rest / n);
        }

        return sum * BitConverter.Int64BitsToDouble((1023 + (long)power) << 52);
    }
}
