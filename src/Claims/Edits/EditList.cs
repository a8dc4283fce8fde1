namespace CodingAhead.Claims.Edits;

/// <summary>Every rule a claim is judged by. A new one is a new file beside this and one line here.</summary>
internal static class EditList
{
    /// <summary>Reads the claim and adds its verdicts.</summary>
    public delegate void Edit(CheckContext claim);

    public static readonly Edit[] All =
    [
        Dates.Check,
        Npi.Check,
        Mbi.Check,
        CodeValid.Check,
        StatusCode.Check,
        OppsStatus.Check,
        Unlisted.Check,
        Pos.Check,
        DxValid.Check,
        DxExternalFirst.Check,
        DxSequence.Check,
        DxExcludes1.Check,
        DxAge.Check,
        DxSex.Check,
        DxLaterality.Check,
        Pointers.Check,
        DuplicateLine.Check,
        AddOn.Check,
        ModifierUnknown.Check,
        ModifierConflict.Check,
        ModifierNotAllowed.Check,
        ModifierBilateral.Check,
        ModifierComponent.Check,
        ModifierAssistant.Check,
        GlobalPeriod.Check,
        NcciPtp.Check,
        NcciMue.Check,
        Institutional.Check,
    ];
}
