using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// What the fee schedule's status code means for the line: bundled and invalid codes are not paid, contractor-priced and restricted ones are not decided
/// here. CMS, record layout of the relative value file, Attachment A.
/// </summary>
internal static class StatusCode
{
    private const string Manual = "Record layout of the relative value file, Attachment A";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting != Setting.Practitioner) return;
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile || profile.Found.Status != CodeStatus.Active) continue;
            if (!claim.Answers(claim.EditionOf("pfs", line.Line.Date), line.Line.Date, Rules.StatusCode, "the relative value file")) continue;
            // The row of the part billed, where it has one: the reading of a laboratory test is paid, the test itself is not by this schedule.
            var row = (line.Has("26") ? profile.Part("26") : line.Has("TC") ? profile.Part("TC") : null) ?? profile.Whole;
            if (row is null)
            {
                if (profile.PaidElsewhere is null) claim.Add(Rules.StatusCode, Outcome.NotChecked, $"The physician fee schedule does not list {line.Code}, nor does another schedule loaded for the date.", [line.Number], [line.Code], profile.Proof, null, null, Manual);
                continue;
            }

            if (row.Status is "X" or "E" && profile.PaidElsewhere is { } elsewhere)
            {
                if (claim.WantsPasses) claim.Add(Rules.StatusCode, Outcome.Pass, $"{line.Code} has status {row.Status} here; another schedule lists it.", [line.Number], [line.Code], [elsewhere], null, null, Manual);
                else if (elsewhere.Stale) claim.Rests(elsewhere.Source.File);
                continue;
            }

            var (outcome, message, fix) = row.Status switch
            {
                "B" => (Outcome.Fail, $"{line.Code} has status B: its payment is part of other services and it is never paid apart.", $"Take {line.Code} off; the service it belongs to pays for it."),
                "I" => (Outcome.Fail, $"{line.Code} has status I: Medicare takes another code for the service.", "Bill the code that Medicare uses for it."),
                "N" => (Outcome.Fail, $"{line.Code} has status N: Medicare does not cover it.", "Bill the patient, with GY on the claim when a denial is wanted for another payer."),
                "X" => (Outcome.NotChecked, $"{line.Code} has status X: by statute no physician's service; another schedule may pay it.", null),
                "E" => (Outcome.NotChecked, $"{line.Code} has status E: excluded from this schedule by regulation; if covered, it is paid on a reasonable-charge basis or by another schedule.", null),
                "P" => (Outcome.Fail, $"{line.Code} has status P: bundled, or excluded when not incident to a physician's service.", (string?)"Take it off, unless another schedule pays it."),
                "C" => (Outcome.NotChecked, $"{line.Code} has status C: the Medicare contractor decides and sets the price.", null),
                "R" => (Outcome.NotChecked, $"{line.Code} has status R: special coverage rules apply, which are not checked.", null),
                "M" => (Outcome.NotChecked, $"{line.Code} has status M: a measurement code, reported and not paid.", null),
                "T" when Others(claim, line) => (Outcome.Fail, $"{line.Code} has status T: paid only when nothing else of the day by this practitioner is.", $"Take {line.Code} off; it is part of the day's other services."),
                _ => (Outcome.Pass, claim.WantsPasses ? $"{line.Code} has status {row.Status}." : "", null),
            };
            if (outcome == Outcome.Pass && !claim.WantsPasses) continue;
            claim.Add(Rules.StatusCode, outcome, message, [line.Number], [line.Code], [new Proof(row.Row.Source, row.Row.Stale)], fix, null, Manual);
        }
    }

    // Another line of the day that the schedule pays.
    private static bool Others(CheckContext claim, CheckedLine line)
    {
        foreach (var other in claim.Lines)
        {
            if (other.Number != line.Number && other.Line.Date == line.Line.Date && other.Profile?.Status is "A" or "R" or "C") return true;
        }

        return false;
    }
}
