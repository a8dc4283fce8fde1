using System.Globalization;
using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// Medically unlikely edits: units of a code above CMS's limit. MAI 1 is judged line by line; 2 and 3 by day, over all lines of the code, and splitting
/// lines or modifiers do not lift 2; 3 may be exceeded with evidence. NCCI Policy Manual, chapter I, section V.
/// </summary>
internal static class NcciMue
{
    private const string Manual = "NCCI Policy Manual, chapter I, section V";

    public static void Check(CheckContext claim)
    {
        var dataset = claim.Claim.Setting switch { Setting.Practitioner => "ncci-mue-practitioner", Setting.OutpatientHospital => "ncci-mue-outpatient-hospital", _ => "ncci-mue-dme" };
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile || !claim.Answers(claim.EditionOf(dataset, line.Line.Date), line.Line.Date, Rules.NcciMue, "the medically unlikely edits")) continue;
            if (profile.Mue(claim.Claim.Setting) is not { } limit)
            {
                // Some limits are confidential: that none is published does not allow any number.
                if (line.Line.Units > 1 && profile.Found.Status == CodeStatus.Active)
                    claim.Add(Rules.NcciMue, Outcome.NotChecked, $"No limit is published for {line.Code}; CMS keeps some to itself.", [line.Number], [line.Code], default, null, null, Manual);
                continue;
            }

            if (limit.Mai == "1")
            {
                Judge(claim, limit, Daily(line.Line), [line.Number], line.Code);
                continue;
            }

            var (units, lines, first) = (0m, new List<int>(), true);
            foreach (var other in claim.Lines)
            {
                if (other.Key != line.Key || other.Line.Date != line.Line.Date) continue;
                first &= other.Number >= line.Number;
                units += Daily(other.Line);
                lines.Add(other.Number);
            }

            if (first) Judge(claim, limit, units, lines, line.Code);
        }
    }

    // Units of a line over several days are divided by the days, to the nearest whole.
    private static decimal Daily(ClaimLine line) => line.To is { } to && to > line.Date ? Math.Round(line.Units / (to.DayNumber - line.Date.DayNumber + 1), MidpointRounding.AwayFromZero) : line.Units;

    private static void Judge(CheckContext claim, MueLimit limit, decimal units, IReadOnlyList<int> lines, string code)
    {
        if (units <= limit.Units)
        {
            if (claim.WantsPasses) claim.Add(Rules.NcciMue, Outcome.Pass, Text($"{units} of at most {limit.Units} units of {code}."), lines, [code], [limit.Proof]);
            return;
        }

        var (message, fix, condition) = limit.Mai switch
        {
            "1" => (
                Text($"{units} units of {code} on one line; more than {limit.Units} on a line are denied."),
                Text($"Bill at most {limit.Units} on a line; further units that were necessary go on a line of their own with a modifier that says why (such as 76, 77, 59 or an anatomical one)."),
                "Each unit was done and is documented, and the modifier is true of it."),
            "3" => (
                Text($"{units} units of {code} on the day; more than {limit.Units} are denied unless the record supports them."),
                Text($"Bill {limit.Units}, or appeal the rest with the record."),
                "The record shows that every unit was done, correctly coded and medically necessary (MAI 3: clinical benchmark)."),
            _ => (
                Text($"{units} units of {code} on the day; more than {limit.Units} can never be paid, whatever lines or modifiers they are on."),
                Text($"Bill at most {limit.Units} for the day."), (string?)null),
        };
        claim.Add(Rules.NcciMue, Outcome.Fail, message, lines, [code], [limit.Proof], fix, condition, Manual);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
