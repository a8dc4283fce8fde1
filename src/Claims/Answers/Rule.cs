namespace CodingAhead.Claims.Answers;

/// <summary>A rule by which claims are judged.</summary>
/// <param name="Id">As findings name it.</param>
/// <param name="Words">What it looks at.</param>
public sealed record Rule(string Id, string Words)
{
    /// <summary>All rules that a finding may name.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        new(Rules.CodeValid, "The procedure code is valid on the date of service."),
        new(Rules.CodeSuccessor, "A code that is no longer valid, and the codes that took its place."),
        new(Rules.DxValid, "The diagnosis code is valid on the first date of service."),
        new(Rules.DxBillable, "The diagnosis is a full code, not a heading that lacks characters."),
        new(Rules.DxExcludes1, "No two diagnoses exclude each other (Excludes1, inherited from headings)."),
        new(Rules.DxSequence, "Manifestations are not first and follow their cause (code first)."),
        new(Rules.DxAge, "The diagnosis fits the patient's age."),
        new(Rules.DxSex, "The diagnosis fits the patient's sex, where the editions say so."),
        new(Rules.DxExternalFirst, "An external cause is not the first diagnosis."),
        new(Rules.DxLaterality, "The side of the diagnosis and that of the modifier agree."),
        new(Rules.NcciPtp, "No NCCI pair of procedures denies one of the two, or a true modifier lifts it."),
        new(Rules.NcciMue, "Units do not exceed the medically unlikely edit of the code."),
        new(Rules.AddOn, "An add-on code stands beside one of its primary codes."),
        new(Rules.ModifierUnknown, "The modifier is known and valid on the date of service."),
        new(Rules.ModifierNotAllowed, "The code's indicators allow the modifier."),
        new(Rules.ModifierBilateral, "Modifier 50, LT and RT against the bilateral indicator."),
        new(Rules.ModifierComponent, "Modifiers 26 and TC against the indicator of professional and technical components."),
        new(Rules.ModifierAssistant, "Assistants, co-surgeons and teams against their indicators."),
        new(Rules.ModifierConflict, "Modifiers of one line do not contradict each other."),
        new(Rules.DuplicateLine, "No line repeats another one."),
        new(Rules.GlobalPeriod, "A service in the global period of another is paid by it, unless a modifier says otherwise."),
        new(Rules.Pos, "The place of service is valid and fits the code."),
        new(Rules.StatusCode, "What the status code of the fee schedule says about payment."),
        new(Rules.Npi, "The check digit of the national provider identifier."),
        new(Rules.Mbi, "The form of the Medicare number."),
        new(Rules.Dates, "Dates are in order and possible."),
        new(Rules.Pointers, "Lines point to diagnoses that are there."),
        new(Rules.Unlisted, "Unlisted codes need a description and have no fee."),
        new(Rules.OppsStatus, "The status indicator of the outpatient prospective payment system."),
        new(Rules.Institutional, "Edits of institutional claims, which are not checked."),
    ];
}
