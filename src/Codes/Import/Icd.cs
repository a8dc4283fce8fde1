using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>What the ICD importers share: the shapes of codes, and the dates of an edition named by fiscal year.</summary>
internal static partial class Icd
{
    /// <summary>
    /// The edition of a release named by its fiscal year: 1 October of the year before to 30 September. A name with a month is an
    /// update within the fiscal year (<c>icd10cm-order-April-2025</c>: 1 April to 30 September 2025). A path that says errata is a later
    /// revision of the same dates.
    /// </summary>
    public static EditionDates Edition(ReleaseFile file, string dataset, int year)
    {
        var (from, to) = EditionNames.FiscalYear(year);
        var label = string.Create(CultureInfo.InvariantCulture, $"FY{year}");
        if (file.Month() is { } month and not 10)
        {
            if (month > 9) throw file.Error(0, $"a release of month {month}", "a fiscal-year release (October) or an update from January to September");
            from = new DateOnly(year, month, 1);
            label += " " + CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        }

        var revision = file.Path.Contains("errata", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return new EditionDates(dataset, label, from, to, revision);
    }

    /// <summary>The same, with the year taken from the file's names.</summary>
    public static EditionDates Edition(ReleaseFile file, string dataset) => Edition(file, dataset, file.Year());

    /// <summary>The same, with the year that the content states, which the file's names must not contradict.</summary>
    public static EditionDates EditionStated(ReleaseFile file, string dataset, string stated, int line)
    {
        if (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2010 or > 2078)
            throw file.Error(line, $"version '{stated}'", "the fiscal year in four digits");
        return Edition(file, dataset, file.CheckYear(year, line));
    }

    /// <summary>
    /// An ICD-10-CM category, subcategory or code without its dot: a letter, then two to six letters or digits. The second character is a
    /// letter too since FY2026 (QA0).
    /// </summary>
    public static bool IsCm(ReadOnlySpan<byte> code)
    {
        if (code.Length is < 3 or > 7 || code[0] is < (byte)'A' or > (byte)'Z') return false;
        foreach (var c in code[1..])
        {
            if (!IsAlphanumeric(c)) return false;
        }

        return true;
    }

    /// <summary>ICD-10-PCS characters: digits and letters without I and O.</summary>
    public static bool IsPcs(ReadOnlySpan<byte> code)
    {
        foreach (var c in code)
        {
            if (!IsAlphanumeric(c) || c is (byte)'I' or (byte)'O') return false;
        }

        return !code.IsEmpty;
    }

    /// <summary>An ICD-9-CM diagnosis without its dot: three to five digits, the first may be V or E.</summary>
    public static bool IsIcd9(ReadOnlySpan<byte> code)
    {
        if (code.Length is < 3 or > 5 || code[0] is not ((byte)'V' or (byte)'E' or (>= (byte)'0' and <= (byte)'9'))) return false;
        return code[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>An ICD-9-CM procedure without its dot: two to four digits.</summary>
    public static bool IsIcd9Proc(ReadOnlySpan<byte> code) => code.Length is >= 2 and <= 4 && code.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>The key of an ICD-10-CM code as a cell or element gives it: upper case, with or without its dot, nothing else.</summary>
    public static CodeKey Cm(ReleaseFile file, int line, string text)
    {
        if (!CmWritten().IsMatch(text)) throw file.Error(line, $"'{Shown(text)}'", "an ICD-10-CM code");
        return CodeKey.Of(CodeSet.Icd10Cm, text);
    }

    /// <summary>The key of an ICD-10-PCS code of seven characters, or of a shorter beginning where <paramref name="least"/> allows it.</summary>
    public static CodeKey Pcs(ReleaseFile file, int line, string text, int least = 7)
    {
        if (text.Length < least || !PcsWritten().IsMatch(text))
            throw file.Error(line, $"'{Shown(text)}'", least == 7 ? "an ICD-10-PCS code of seven characters" : $"{least} to 7 characters of ICD-10-PCS");
        return CodeKey.Of(CodeSet.Icd10Pcs, text);
    }

    /// <summary>Foreign text cut to what a message can bear.</summary>
    public static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static bool IsAlphanumeric(byte c) => c is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'Z';

    [GeneratedRegex(@"\A[A-Z][0-9A-Z]{2}(\.?[0-9A-Z]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CmWritten();

    [GeneratedRegex(@"\A[0-9A-HJ-NP-Z]{1,7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PcsWritten();
}
