namespace Bnpl.Screening.Rules;

/// <summary>
/// What is wrong and where: <paramref name="Position"/> counts UTF-16 units from 0 and may be the source's length
/// (something is missing at its end); <paramref name="Line"/> and <paramref name="Column"/> count from 1.
/// </summary>
internal sealed record ExpressionError(int Position, int Line, int Column, string Code, string Message);
