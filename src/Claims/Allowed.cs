using System.Globalization;

namespace CodingAhead.Claims;

/// <summary>
/// What may stand in a claim, whatever form it comes in: sizes, forms and, beside each, the words by which a reader says what it expected. Whether a code or
/// number of the right form is also right is for the edits to say.
/// </summary>
public static class Allowed
{
    /// <summary>Most service lines of a claim.</summary>
    public const int MostLines = 999;

    /// <summary>Most diagnoses of a claim: those of an institutional 837.</summary>
    public const int MostDiagnoses = 25;

    /// <summary>Most earlier services.</summary>
    public const int MostHistory = 999;

    /// <summary>Most modifiers of a line.</summary>
    public const int MostModifiers = 4;

    /// <summary>Most diagnosis pointers of a line.</summary>
    public const int MostPointers = 12;

    internal const string Id = "a claim number of 1 to 64 characters";
    internal const string Code = "a code of 1 to 12 letters, digits, dots or dashes";
    internal const string Modifier = "a modifier of two letters or digits";
    internal const string Date = "a date from 1900 to 2099 such as 2025-10-15";
    internal const string Units = "a number above zero and below 10,000,000 with at most three decimals";
    internal const string Charge = "dollars from 0 to 999,999,999.99 with at most two decimals";
    internal const string Minutes = "a whole number from 1 to 9999";
    internal const string Pos = "a place of service of two digits";
    internal const string Ndc = "a national drug code of eleven digits";
    internal const string Npi = "a national provider identifier: up to ten digits";
    internal const string Mbi = "a Medicare number of at most 13 letters, digits or dashes";
    internal const string Zip = "a ZIP code of five or nine digits";
    internal const string Mac = "a Medicare contractor of five digits";
    internal const string Locality = "a locality of two digits";
    internal const string Specialty = "a specialty of two letters or digits";
    internal const string State = "a state of two letters";
    internal const string Pointer = "the number of a diagnosis, from 1 to 99";

    internal static readonly string[] Settings = ["practitioner", "outpatient-hospital", "dme"];
    internal static readonly string[] Kinds = ["physician", "np-pa", "assistant-np-pa", "cnm", "csw", "crna"];
    internal static readonly string[] Sexes = ["F", "M"];
    internal static readonly string[] Relations = ["same", "group", "other"];

    internal static string OneOf(string[] values) => "one of " + string.Join(", ", values);

    internal static bool IsId(string text)
    {
        if (text.Length is 0 or > 64) return false;
        foreach (var c in text)
        {
            if (char.IsControl(c)) return false;
        }

        return true;
    }

    internal static bool IsCode(string text)
    {
        if (text.Length is 0 or > 12) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-')) return false;
        }

        return true;
    }

    internal static bool IsModifier(string text) => text.Length == 2 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[1]);

    internal static bool IsUnits(decimal units) => units is > 0 and < 10_000_000 && Fits(units, 3);

    internal static bool IsCharge(decimal charge) => charge is >= 0 and < 1_000_000_000 && Fits(charge, 2);

    internal static bool IsMinutes(int minutes) => minutes is > 0 and < 10_000;

    internal static bool IsPointer(int number) => number is > 0 and < 100;

    internal static bool IsDigits(string text, int least, int most)
    {
        if (text.Length < least || text.Length > most) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }

    internal static bool IsPos(string text) => IsDigits(text, 2, 2);

    internal static bool IsNdc(string text) => IsDigits(text, 11, 11);

    internal static bool IsNpi(string text) => IsDigits(text, 1, 10);

    internal static bool IsMac(string text) => IsDigits(text, 5, 5);

    internal static bool IsLocality(string text) => IsDigits(text, 2, 2);

    internal static bool IsZip(string text) => text.Length is 5 or 9 && IsDigits(text, 5, 9) || text.Length == 10 && text[5] == '-' && IsDigits(text[..5], 5, 5) && IsDigits(text[6..], 4, 4);

    internal static bool IsState(string text) => text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]);

    // Its form as an MBI is an edit, so that a wrong one is a finding and not an unread claim.
    internal static bool IsMbi(string text)
    {
        if (text.Length is 0 or > 13) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-') return false;
        }

        return true;
    }

    internal static bool TryDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and <= 2099;

    internal static Setting SettingOf(string name) => (Setting)Array.IndexOf(Settings, name);

    /// <summary>A setting as scripts name it.</summary>
    public static string Name(this Setting setting) => Settings[(int)setting];

    /// <summary>An outcome as scripts name it.</summary>
    public static string Name(this Outcome outcome) => outcome switch { Outcome.Pass => "pass", Outcome.Bypassed => "bypassed", Outcome.NotChecked => "not-checked", _ => "fail" };

    private static bool Fits(decimal value, int decimals) => value == decimal.Round(value, decimals);
}
