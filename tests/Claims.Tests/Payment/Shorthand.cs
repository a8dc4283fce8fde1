using System.Globalization;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>
/// Claims and prices in a line, so that tests read as tables: <c>64635-50 x1 $1200 @11; 64636</c> is code and modifiers, units, charge and place of service
/// (office unless said), lines apart by semicolons; a price is its amounts, <c>-</c> for a line without one.
/// </summary>
internal static class Shorthand
{
    public static readonly DateOnly October = new(2025, 10, 15);

    public static Claim Claim(string text, DateOnly? on = null, Provider? provider = null, Setting setting = Setting.Practitioner) => new()
    {
        Id = "c1", Setting = setting, Provider = provider ?? new Provider { Zip = "60601" }, Lines = [.. text.Split(';', StringSplitOptions.TrimEntries).Select(l => Line(l, on ?? October))],
    };

    public static string Amounts(PriceResult result) => string.Join("; ", result.Lines.Select(l => l.Amount is { } a ? a.ToString("0.00", CultureInfo.InvariantCulture) : "-"));

    private static ClaimLine Line(string text, DateOnly on)
    {
        var parts = text.Split(' ');
        var code = parts[0].Split('-');
        return new ClaimLine
        {
            Code = code[0], Modifiers = code[1..], Date = on, Pos = Part('@') ?? "11", Ndc = Part('#'),
            Units = Part('x') is { } units ? decimal.Parse(units, CultureInfo.InvariantCulture) : 1,
            Charge = Part('$') is { } charge ? decimal.Parse(charge, CultureInfo.InvariantCulture) : null,
            Minutes = Part('m') is { } minutes ? int.Parse(minutes, CultureInfo.InvariantCulture) : null,
        };

        string? Part(char sign) => parts.Skip(1).FirstOrDefault(p => p[0] == sign)?[1..];
    }
}
