using System.Globalization;
using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// The global period of a procedure includes the visits and procedures around it by the same physician, or by a colleague of the group in the same specialty: of
/// the day (000), to ten days after (010), from the day before to ninety days after (090). A visit in it needs 24 after it, 25 on the day of a minor procedure, 57 on the day of a major
/// one or the day before; a procedure in it needs 58, 78 or 79. Pub. 100-04, chapter 12, sections 40.1 to 40.4; NCCI Policy Manual, chapter I, section D.
/// </summary>
internal static class GlobalPeriod
{
    private const string Manual = "Pub. 100-04, chapter 12, sections 40.1 and 40.2; NCCI Policy Manual, chapter I, section D";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting != Setting.Practitioner) return;
        var lines = claim.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Profile is not { GlobalDays: { } days } profile || !Starts(lines[i].Modifiers)) continue;
            // The same procedure of the day on several lines has one period.
            var again = false;
            for (var j = 0; j < i; j++) again |= lines[j].Key == lines[i].Key && lines[j].Line.Date == lines[i].Line.Date && Starts(lines[j].Modifiers);
            if (again) continue;
            foreach (var other in lines) Judge(claim, new Surgery(profile, days, lines[i].Line.Date, Returns(lines[i].Modifiers), lines[i].Number), other);
        }

        foreach (var prior in claim.Claim.History) Prior(claim, prior);
    }

    private static void Prior(CheckContext claim, PriorService prior)
    {
        if (prior.Provider == "other" || !CodeKey.TryParse(prior.Code.Length > 0 && char.IsAsciiLetter(prior.Code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, prior.Code, out var key) || !Starts(prior.Modifiers)) return;
        var profile = claim.Profiles.Of(key, prior.Date);
        foreach (var line in claim.Lines)
        {
            if (profile.GlobalDays is { } days)
            {
                Judge(claim, new Surgery(profile, days, prior.Date, Returns(prior.Modifiers), 0), line);
            }
            else if (profile.Global.Length == 0 && IsOperation(key) && line.Profile is { } later && (later.IsVisit || later.GlobalDays is not null) && line.Line.Date.DayNumber - prior.Date.DayNumber is >= -1 and <= 90)
            {
                claim.Add(
                    Rules.GlobalPeriod, Outcome.NotChecked, string.Create(CultureInfo.InvariantCulture, $"Whether {line.Code} lies in the global period of {key.Display} of {prior.Date:yyyy-MM-dd} is not known: no release loaded has its global days on that date."),
                    [line.Number], [line.Code, key.Display], default, null, null, Manual);
            }
        }
    }

    private static void Judge(CheckContext claim, Surgery surgery, CheckedLine line)
    {
        if (line.Number == surgery.Line || line.Profile is not { } profile) return;
        var after = line.Line.Date.DayNumber - surgery.Date.DayNumber;
        var first = surgery.Days == 90 ? -1 : 0;
        // A return to the operating room opens no period of its own beyond its day.
        if (after < first || after > (surgery.Returns ? 0 : surgery.Days)) return;
        if (profile.IsVisit) Visit(claim, surgery, line, after);
        else if (after > 0 && profile.GlobalDays is not null && profile.Global is not "ZZZ") Procedure(claim, surgery, line, after);
    }

    private static void Visit(CheckContext claim, Surgery surgery, CheckedLine line, int after)
    {
        var (needed, when) = after > 0 ? ("24", Day(after)) : surgery.Days == 90 ? ("57", after < 0 ? "the day before" : "the day of") : ("25", "the day of");
        var code = surgery.Profile.Key.Display;
        var lifts = line.Has(needed) || line.Has("FT") && line.Code is ("99291" or "99292");
        int[] lines = Numbers(surgery, line);
        if (lifts)
        {
            claim.Add(Rules.GlobalPeriod, Outcome.Bypassed, $"{line.Code} lies on {when} {code}; modifier {(line.Has(needed) ? needed : "FT")} says that it is paid apart.", lines, [line.Code, code], [surgery.Profile.RvuProof!.Value], null, Condition(needed), Manual);
            return;
        }

        claim.Add(
            Rules.GlobalPeriod, Outcome.Fail, $"{line.Code} lies on {when} {code}, whose global period ({surgery.Profile.Global}) includes visits.", lines, [line.Code, code], [surgery.Profile.RvuProof!.Value],
            $"Take {line.Code} off, or add {needed} if it is true.", Condition(needed), Manual);
    }

    private static void Procedure(CheckContext claim, Surgery surgery, CheckedLine line, int after)
    {
        // The follow-up share itself, and the other shares of the surgery, belong to its period.
        if (line.HasAny(["54", "55", "56"]) && line.Key == surgery.Profile.Key) return;
        var code = surgery.Profile.Key.Display;
        var lines = Numbers(surgery, line);
        foreach (var modifier in (ReadOnlySpan<string>)["58", "78", "79"])
        {
            if (!line.Has(modifier)) continue;
            claim.Add(Rules.GlobalPeriod, Outcome.Bypassed, $"{line.Code} lies on {Day(after)} {code}; modifier {modifier} says that it is paid.", lines, [line.Code, code], [surgery.Profile.RvuProof!.Value], null, Condition(modifier), Manual);
            return;
        }

        claim.Add(
            Rules.GlobalPeriod, Outcome.Fail, $"{line.Code} lies on {Day(after)} {code}, in its global period ({surgery.Profile.Global}).", lines, [line.Code, code], [surgery.Profile.RvuProof!.Value],
            "Add 58 (planned, larger or following step), 78 (unplanned return to the operating room for a related reason) or 79 (unrelated), whichever is true.",
            "The record shows which of the three it was.", Manual);
    }

    private static string Day(int after) => string.Create(CultureInfo.InvariantCulture, $"day {after} after");

    private static int[] Numbers(Surgery surgery, CheckedLine line) => surgery.Line == 0 ? [line.Number] : surgery.Line < line.Number ? [surgery.Line, line.Number] : [line.Number, surgery.Line];

    private static string Condition(string modifier) => modifier switch
    {
        "24" => "The record shows a visit unrelated to the surgery.",
        "25" => "The record shows a significant, separately identifiable visit beyond the usual work around the procedure.",
        "57" => "The record shows that this visit decided on the major surgery.",
        "58" => "The record shows a step planned beforehand, more extensive than the first, or therapy after a diagnostic operation.",
        "78" => "The record shows an unplanned return to the operating room for a complication.",
        _ => "The record shows that the procedure is unrelated to the first.",
    };

    // Aftercare, preoperative care, assistants, a technical part and a surgeon who left the aftercare to another open no period for this claim's visits.
    private static bool Starts(IReadOnlyList<string> modifiers)
    {
        foreach (var m in modifiers)
        {
            if (m is "54" or "55" or "56" or "80" or "81" or "82" or "AS" or "TC" or "as" or "tc") return false;
        }

        return true;
    }

    private static bool Returns(IReadOnlyList<string> modifiers) => modifiers.Contains("78");

    private static bool IsOperation(CodeKey key) => key.Set == CodeSet.Cpt && key.Code is { Length: 5 } code && char.IsAsciiDigit(code[4]) && string.CompareOrdinal(code, "10004") >= 0 && string.CompareOrdinal(code, "69990") <= 0;

    private readonly record struct Surgery(CodeProfile Profile, int Days, DateOnly Date, bool Returns, int Line);
}
