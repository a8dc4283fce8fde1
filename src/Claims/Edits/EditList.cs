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
        DxValid.Check,
        Pointers.Check,
        DuplicateLine.Check,
        AddOn.Check,
        NcciPtp.Check,
        NcciMue.Check,
    ];
}
