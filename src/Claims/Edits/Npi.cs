namespace CodingAhead.Claims.Edits;

/// <summary>The check digit of a national provider identifier: Luhn over 80840 and the number (45 CFR 162.406; CMS, "NPI check digit").</summary>
internal static class Npi
{
    private const string Manual = "45 CFR 162.406; the check digit by ISO/IEC 7812 with the prefix 80840";

    public static void Check(CheckContext claim)
    {
        if (claim.Claim.Provider.Npi is not { Length: > 0 } npi) return;
        if (!IsValid(npi)) claim.Add(Rules.Npi, Outcome.Fail, "The provider's NPI is not ten digits with a right check digit.", [], [], default, "Correct the NPI; NPPES lists it.", null, Manual);
        else if (claim.WantsPasses) claim.Add(Rules.Npi, Outcome.Pass, "The NPI's check digit is right.", [], []);
    }

    /// <summary>Ten digits, beginning with 1 or 2, whose last one is the Luhn digit of 80840 and the nine before.</summary>
    public static bool IsValid(ReadOnlySpan<char> npi)
    {
        if (npi.Length != 10 || npi[0] is not ('1' or '2')) return false;
        var sum = 24; // what the prefix 80840 adds
        for (var i = 0; i < 10; i++)
        {
            if (!char.IsAsciiDigit(npi[i])) return false;
            var digit = npi[i] - '0';
            if (i % 2 == 0) digit = digit * 2 is var d && d > 9 ? d - 9 : d;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
