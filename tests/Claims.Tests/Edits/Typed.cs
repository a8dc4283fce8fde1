using System.Globalization;

namespace CodingAhead.Claims.Tests.Edits;

/// <summary>
/// Claims as a coder jots them down: lines separated by semicolons, each <c>64635-50-RT x2 @11 #1,2 $1200 m60 on 2025-10-20</c> (modifiers, units, place, diagnosis pointers, charge, minutes
/// of anesthesia, date; all but the code may be left out: no modifiers, one unit, the office, the first diagnosis, no charge, the claim's date). <c>@--</c> is no place.
/// </summary>
public static class Typed
{
    public static Claim Claim(string lines, string on = "2025-10-15", string dx = "M47.816", string history = "") => new()
    {
        Diagnoses = [.. dx.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)],
        Lines = [.. lines.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => Line(l, Date(on)))],
        History = [.. history.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Prior)],
    };

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Outcomes(CheckResult result, string rule) => string.Join(' ', result.Findings.Where(f => f.Rule == rule).Select(f => Id(f.Outcome)).Order(StringComparer.Ordinal));

    public static string Id(Outcome outcome) => outcome switch { Outcome.Fail => "fail", Outcome.Bypassed => "bypassed", Outcome.NotChecked => "not-checked", _ => "pass" };

    /// <summary>What a finding says without the line numbers, so that claims with their lines in another order can be compared.</summary>
    public static IEnumerable<string> Said(CheckResult result) => result.Findings
        .Select(f => $"{f.Rule} {Id(f.Outcome)} {string.Join('+', f.Codes.Order(StringComparer.Ordinal))} {f.Message}").Order(StringComparer.Ordinal);

    private static ClaimLine Line(string text, DateOnly on)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = words[0].Split('-');
        var line = new ClaimLine { Code = code[0], Modifiers = code[1..], Date = on, Pos = "11", Dx = [1] };
        for (var i = 1; i < words.Length; i++)
        {
            line = words[i][0] switch
            {
                'x' => line with { Units = decimal.Parse(words[i].AsSpan(1), CultureInfo.InvariantCulture) },
                '@' => line with { Pos = words[i] == "@--" ? null : words[i][1..] },
                '$' => line with { Charge = decimal.Parse(words[i].AsSpan(1), CultureInfo.InvariantCulture) },
                'm' => line with { Minutes = int.Parse(words[i].AsSpan(1), CultureInfo.InvariantCulture) },
                '#' => line with { Dx = [.. words[i][1..].Split(',').Select(d => int.Parse(d, CultureInfo.InvariantCulture))] },
                _ => line with { Date = Date(words[++i]) },
            };
        }

        return line;
    }

    private static PriorService Prior(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = words[0].Split('-');
        return new PriorService(code[0], code[1..], Date(words[1]), words.Length > 2 ? words[2] : "same");
    }
}
