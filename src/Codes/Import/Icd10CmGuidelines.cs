using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The <i>ICD-10-CM Official Guidelines for Coding and Reporting</i> (CDC/NCHS and CMS), published as a PDF, read from its text as
/// <c>pdftotext -layout</c> writes it. Each paragraph is a row with its number, title and own text; each ICD-10-CM code, category or range that it
/// names is a row that leads back to it. The dates come from the line below the title. Appendix I (present on admission) has no paragraph
/// numbers and is not read.
/// </summary>
public sealed partial class Icd10CmGuidelines : IImporter
{
    /// <summary>One row a paragraph, at its key (<see cref="Guidelines.Key"/>). The parts of the text are separated by U+2029.</summary>
    public static readonly Table Paragraph = new("icd10cm-guideline", "paragraph", "title", "text");

    /// <summary>One row a paragraph that names the code, at the code; ranges are at <see cref="Guidelines.RangesKey"/>.</summary>
    public static readonly Table Named = new("icd10cm-guideline-name", "named", "paragraph");

    /// <inheritdoc/>
    public string Name => "icd10cm-guidelines";

    /// <inheritdoc/>
    public string Publisher => "CDC/NCHS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Paragraph, Named];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && !probe.Text.StartsWith('<')
        && probe.FirstLines.Take(15).Any(l => Title().IsMatch(l)) && StatedDates().IsMatch(probe.Text);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(Edition(file));
        var paragraphs = GuidelineText.Parse(GuidelineLines.Read(file));
        cancel.ThrowIfCancellationRequested();
        if (paragraphs.Count == 0) throw file.Error(0, "no Section I", "a line 'Section I. Conventions …' below the table of contents");
        foreach (var section in (string[])["I", "I.A", "I.B", "I.C", "II", "III", "IV"])
        {
            if (!paragraphs.Exists(p => p.Number == section)) throw file.Error(0, $"no paragraph {section}", "the four sections in order, as 'pdftotext -layout' writes them");
        }

        foreach (var p in paragraphs)
        {
            var key = Guidelines.Key(p.Number) ?? throw file.Error(p.Line, $"paragraph '{Icd.Shown(p.Number)}'", "a paragraph number such as I.C.9.a.1");
            sink.Unique(key, p.Line);
            sink.Row().Column(p.Number).Column(p.Title).Column(p.Text.Replace('\n', '\u2029')).End(Paragraph, key, p.Line);
            foreach (var named in GuidelineCodes.In(p.Title + "\n" + p.Text))
            {
                var at = named.To is null ? CodeKey.Of(CodeSet.Icd10Cm, named.From) : Guidelines.RangesKey;
                sink.Row().Column(named.Display).Column(p.Number).End(Named, at, p.Line);
            }
        }
    }

    // "(October 1, 2025 - September 30, 2026)", or an update's "(April 1, 2025 - September 30, 2025)".
    private static EditionDates Edition(ReleaseFile file)
    {
        var match = StatedDates().Match(new FileProbe(file).Text);
        if (!match.Success
            || !DateOnly.TryParseExact(Cells.Squeeze(match.Groups[1].Value), "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(Cells.Squeeze(match.Groups[2].Value), "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to))
            throw file.Error(1, "no dates below the title", "a line such as (October 1, 2025 - September 30, 2026)");
        var year = from.Month >= 10 ? from.Year + 1 : from.Year;
        var label = string.Create(CultureInfo.InvariantCulture, $"FY{year}{(from.Month == 10 ? "" : " " + CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(from.Month))}");
        return new EditionDates("icd10cm-guidelines", label, from, to);
    }

    [GeneratedRegex("ICD-10-CM Official Guidelines for Coding and Reporting", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\(\s*([A-Z][a-z]+ [0-9]{1,2}, ?20[0-9]{2})\s*(?:-|\u2013|\u00e2\u0080\u0093|\u0096|to|through)+\s*([A-Z][a-z]+ [0-9]{1,2}, ?20[0-9]{2})\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex StatedDates();
}
