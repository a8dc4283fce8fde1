using System.Globalization;
using System.Text.RegularExpressions;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes;

/// <summary>A paragraph of the ICD-10-CM Official Guidelines for Coding and Reporting.</summary>
/// <param name="Number">As cited: <c>I.C.9.a.1</c>.</param>
/// <param name="Title">Its heading; for a chapter with the codes it is about.</param>
/// <param name="Text">Its own text, without that of the paragraphs below it; a line end between parts; empty where it only heads others.</param>
/// <param name="Source">Where it stands.</param>
public sealed record GuidelineParagraph(string Number, string Title, string Text, SourceLine Source);

/// <summary>Reads the Official Guidelines of a book by paragraph number.</summary>
public static partial class Guidelines
{
    /// <summary>Where the ranges that paragraphs name are kept.</summary>
    public static readonly CodeKey RangesKey = CodeKey.Of(CodeSet.Guideline, "RANGES");

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>
    /// The paragraph of that number in the edition in force on a date; null when the text is no number, the edition has no such paragraph, or
    /// no edition of the guidelines in the book is in force.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="number"><c>I.C.9.a.1</c>; also <c>Section I.C.4.a.6.(b)</c> or <c>I.C.9.a.1)</c>.</param>
    /// <param name="on">The date of service.</param>
    public static GuidelineParagraph? Find(Book book, string number, DateOnly on) =>
        Key(number) is { } key && book.RowOn(key, Icd10CmGuidelines.Paragraph, on) is { } row ? Read(row, on) : null;

    /// <summary>Every paragraph in force on a date, in the order of the document.</summary>
    public static IEnumerable<GuidelineParagraph> All(Book book, DateOnly on)
    {
        foreach (var key in book.Keys(CodeSet.Guideline))
        {
            if (book.RowOn(key, Icd10CmGuidelines.Paragraph, on) is { } row) yield return Read(row, on);
        }
    }

    /// <summary>
    /// The key of a paragraph number, in which each level has a fixed place so that keys sort as the document does: section, letter, two digits,
    /// letter, two digits, letter, two digits. Null when the text is no paragraph number.
    /// </summary>
    public static CodeKey? Key(string number)
    {
        var match = Written().Match(number);
        var section = match.Success ? Roman(match.Groups[1].Value) : 0;
        if (section is 0 or > 9) return null;
        var code = section.ToString(CultureInfo.InvariantCulture);
        for (var level = 2; level <= 7 && match.Groups[level].Success; level++)
        {
            var part = match.Groups[level].Value;
            code += level switch { 3 or 5 => part.PadLeft(2, '0'), 7 => Roman(part).ToString("00", CultureInfo.InvariantCulture), _ => part.ToUpperInvariant() };
        }

        return CodeKey.Of(CodeSet.Guideline, code);
    }

    /// <summary>A row of the paragraphs' table as a paragraph.</summary>
    internal static GuidelineParagraph Read(Row row, DateOnly on) => new(row["paragraph"], row["title"], row["text"].Replace('\u2029', '\n'), row.SourceOn(on));

    /// <summary>The value of a Roman numeral up to XII in any case; 0 when it is none.</summary>
    internal static int Roman(string numeral) => Array.FindIndex(Romans, r => r.Equals(numeral, StringComparison.OrdinalIgnoreCase)) + 1;

    /// <summary>A number up to twelve as a Roman numeral.</summary>
    internal static string Roman(int number) => Romans[number - 1];

    [GeneratedRegex(
        @"\A\s*(?:Section )?([IVX]{1,4})(?:\.? ?([A-Z])(?:\. ?([0-9]{1,2})(?:\. ?([a-z])(?:\. ?\(?([0-9]{1,2})(?:\)?\.? ?\(?([a-z])(?:\)?\.? ?\(?([ivx]{1,4}))?)?)?)?)?)?[.)]?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
