using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The Restructured BETOS Classification System (<c>RBCS_RY_2025.csv</c>, 17 columns): a taxonomy of CPT and HCPCS codes for spending analyses. A code that was
/// reassigned has several rows, one of them marked latest. The file also states from when to when each code itself exists, back to 1982.
/// </summary>
public sealed partial class Rbcs : IImporter
{
    /// <summary>An assignment of a code; <c>latest</c> 1 is the one in use.</summary>
    public static readonly Table Assignment = new(
        "rbcs", "id", "category", "categoryText", "subcategory", "subcategoryText", "family", "familyText", "major", "addDate", "endDate", "latest",
        "firstReleaseYear", "analysisStart", "analysisEnd", "alternativeMethod", "everReassigned");

    /// <summary>When a code exists, one row a code.</summary>
    public static readonly Table CodeDates = new("rbcs-code-dates", "addDate", "endDate") { Snapshot = false, Defines = true };

    private static readonly string[] Header =
    [
        "hcpcs_cd", "rbcs_id", "rbcs_cat", "rbcs_cat_desc", "rbcs_cat_subcat", "rbcs_subcat_desc", "rbcs_famnumb", "rbcs_family_desc", "rbcs_major_ind",
        "hcpcs_cd_add_dt", "hcpcs_cd_end_dt", "rbcs_latest_assignment", "first_rbcs_release_year", "rbcs_analysis_start_dt", "rbcs_analysis_end_dt",
        "alt_assignment_method", "rbcs_id_ever_reassigned",
    ];

    /// <inheritdoc/>
    public string Name => "rbcs";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Assignment, CodeDates];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var year = file.Year();
        sink.Edition(PaymentEditions.CalendarYear("rbcs", year, string.Create(CultureInfo.InvariantCulture, $"RY {year}")));
        var dates = new Dictionary<CodeKey, (string Added, string Ended)>();
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var key = file.Procedure(c[0], line);
            var id = c[1].Trim();
            if (!Id().IsMatch(id)) throw file.Error(line, "an RBCS id of another form", "two letters, three digits and M, O or N, as in TM014N");
            var added = file.DateText(c[9], line, "add date");
            var ended = file.DateText(c[10], line, "end date");
            var analysed = file.DateText(c[13], line, "analysis start");
            var releaseYear = c[12].Trim();
            if (releaseYear.Length != 4 || !releaseYear.All(char.IsAsciiDigit)) throw file.Error(line, "a first release year that is none", "four digits");
            var analysedTo = file.DateText(c[14], line, "analysis end");
            sink.Unique(key, line, $"{id} of {releaseYear} from {analysed} to {analysedTo}");
            sink.Row().Column(id)
                .Column(file.Flag(c[2], line, "category", "PDTRIEAO")).Column(c[3])
                .Column(c[4]).Column(c[5]).Column(c[6]).Column(c[7])
                .Column(file.Flag(c[8], line, "major procedure indicator", "MON"))
                .Column(added).Column(ended)
                .Column(file.Flag(c[11], line, "latest assignment", "01"))
                .Column(releaseYear)
                .Column(analysed).Column(analysedTo)
                .Column(file.Flag(c[15], line, "alternative method", "01"))
                .Column(file.Flag(c[16], line, "ever reassigned", "01"))
                .End(Assignment, key, line);
            if (dates.TryGetValue(key, out var earlier))
            {
                if (earlier != (added, ended)) throw file.Error(line, $"{key.Code} with other dates than above", "one pair of dates a code");
                continue;
            }

            dates.Add(key, (added, ended));
            var (from, to) = file.Dates(file.Day(c[9], line, "add date", Day.Unknown), file.Day(c[10], line, "end date", Day.Open), line);
            sink.Row().Column(added).Column(ended).End(CodeDates, key, line, Licence.Public, from, to);
        }
    }

    [GeneratedRegex("^[A-Z]{2}[0-9]{3}[MON]$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
