namespace CodingAhead.Claims.Edits;

/// <summary>
/// The form of a Medicare beneficiary identifier: eleven characters, each place a digit or a letter without S, L, O, I, B, Z (CMS, "Understanding the
/// new Medicare beneficiary identifier format"). The number itself is never repeated.
/// </summary>
internal static class Mbi
{
    // C 1 to 9; N 0 to 9; A a letter; X either.
    private const string Form = "CAXNAXNAANN";
    private const string Letters = "ACDEFGHJKMNPQRTUVWXY";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Patient.Mbi is not { Length: > 0 } mbi) return;
        if (!IsValid(mbi))
            claim.Add(Rules.Mbi, Outcome.Fail, "The Medicare number has not the form of an MBI: eleven characters such as 1EG4-TE5-MK73, without S, L, O, I, B and Z.", [], [], default, "Copy the number from the Medicare card.", null, "CMS, MBI format");
        else if (claim.WantsPasses) claim.Add(Rules.Mbi, Outcome.Pass, "The Medicare number has the form of an MBI.", [], []);
    }

    /// <summary>With or without dashes.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var n = 0;
        foreach (var raw in text)
        {
            if (raw == '-' && n is 4 or 7) continue;
            if (n == Form.Length) return false;
            var c = char.ToUpperInvariant(raw);
            var letter = Letters.Contains(c, StringComparison.Ordinal);
            var fits = Form[n] switch { 'C' => c is >= '1' and <= '9', 'N' => char.IsAsciiDigit(c), 'A' => letter, _ => letter || char.IsAsciiDigit(c) };
            if (!fits) return false;
            n++;
        }

        return n == Form.Length;
    }
}
