using CodingAhead.Codes;

namespace CodingAhead.Claims.Edits;

/// <summary>
/// What the status indicator of Addendum B means for a line of a hospital outpatient claim. A says that another schedule pays, not that nothing does. Pub. 100-04, chapter 4,
/// section 10.1.1; Integrated Outpatient Code Editor, edits 18, 27, 28 and 62.
/// </summary>
internal static class OppsStatus
{
    private const string Manual = "Pub. 100-04, chapter 4, section 10.1.1; Integrated Outpatient Code Editor specifications";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Setting != Setting.OutpatientHospital) return;
        foreach (var line in claim.Lines)
        {
            if (line.Profile is not { } profile || !claim.Answers(claim.EditionOf("opps", line.Line.Date), line.Line.Date, Rules.OppsStatus, "OPPS Addendum B")) continue;
            if (profile is not { Opps: { } row, OppsProof: { } proof })
            {
                if (profile.Found.Status == CodeStatus.Active) claim.Add(Rules.OppsStatus, Outcome.NotChecked, $"Addendum B does not list {line.Code}.", [line.Number], [line.Code], default, null, null, Manual);
                continue;
            }

            var status = row["status"];
            if (status == "C" && line.Has("CA"))
            {
                claim.Add(
                    Rules.OppsStatus, Outcome.Bypassed, $"{line.Code} is paid to inpatients only, but CA says that the patient died before admission.", [line.Number], [line.Code], [proof], null,
                    "The record shows an emergency operation and the death before admission.", "Pub. 100-04, chapter 4, section 20.6.7");
                continue;
            }

            var (outcome, message, fix) = Means(claim, line, status);
            if (outcome == Outcome.Pass && !claim.WantsPasses) continue;
            claim.Add(Rules.OppsStatus, outcome, message, [line.Number], [line.Code], [proof], fix, null, Manual);
        }
    }

    private static (Outcome Outcome, string Message, string? Fix) Means(CheckContext claim, CheckedLine line, string status) => status switch
    {
        "A" => (Outcome.Pass, $"{line.Code} has status A: paid, but by another schedule than the outpatient system.", null),
        "B" => (Outcome.Fail, $"{line.Code} has status B: not recognized on a hospital outpatient bill.", "Bill the code that hospitals use for the service, or the bill type on which this one is recognized."),
        "C" => (Outcome.Fail, $"{line.Code} has status C: an inpatient-only procedure, not paid in the outpatient department.", "Bill it as an inpatient stay, if the patient was admitted by order; CA applies only when the patient died before admission."),
        "D" => (Outcome.Fail, $"{line.Code} has status D: discontinued, paid by no Medicare system.", "Find the code that was valid on the date."),
        "E" or "E1" => (Outcome.Fail, $"{line.Code} has status {status}: not paid by Medicare on an outpatient claim.", "Take it off, or bill the patient as the law allows."),
        "E2" => (Outcome.Fail, $"{line.Code} has status E2: not paid, as neither a price nor claims data exist.", "Take it off."),
        "M" => (Outcome.Fail, $"{line.Code} has status M: not billable to the hospital's contractor.", "Take it off the hospital's claim; the practitioner bills it."),
        "Y" => (Outcome.Fail, $"{line.Code} has status Y: home equipment, billed to the equipment contractor only.", "Bill the equipment contractor."),
        "N" when !PaidBeside(claim, line) => (Outcome.Fail, $"{line.Code} has status N: packaged into other services of the day, of which the claim has none.", "Bill it with the service that it belongs to."),
        "N" => (Outcome.Pass, $"{line.Code} has status N: its payment is part of the day's other services.", null),
        "" => (Outcome.NotChecked, $"Addendum B gives {line.Code} no status.", null),
        _ => (Outcome.Pass, $"{line.Code} has status {status}: paid by the outpatient system under that status's rule.", null),
    };

    private static bool PaidBeside(CheckContext claim, CheckedLine line)
    {
        foreach (var other in claim.Lines)
        {
            if (other.Number != line.Number && other.Line.Date == line.Line.Date && other.Profile?.Opps is { } row && row["status"] is not ("N" or "B" or "C" or "D" or "E" or "E1" or "E2" or "M" or "Y" or "")) return true;
        }

        return false;
    }
}
