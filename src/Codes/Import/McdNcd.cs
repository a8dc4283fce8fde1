using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// National coverage determinations (CMS, Medicare Coverage Database): <c>ncd_trkg.csv</c> of <c>ncd.zip</c>, whose names of columns are taken from CMS's data dictionary and were not
/// checked on a file, or a csv with the same columns renamed (<c>id, version, coverage, section, section_name, …</c>). Of the text only the beginning of
/// "indications and limitations of coverage" is kept.
/// </summary>
public sealed partial class McdNcd : IImporter
{
    /// <summary>One row a version, at <c>N</c> and the determination's number; <c>section</c> is its place in the NCD Manual (Pub. 100-03). A title may be blank.</summary>
    public static readonly Table Determination = new("ncd", "version", "section", "title", "coverage", "effective", "implemented", "ends", "statement") { Snapshot = false };

    private const int LongestStatement = 500;

    /// <inheritdoc/>
    public string Name => "mcd-ncd";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Determination];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Header() is var header
        && (header is ["ncd_id", "ncd_vrsn_num", ..] && header.Contains("ncd_mnl_sect_title") || header is ["id", "version", "coverage", "section", "section_name", ..]);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(file.McdEdition("mcd-ncd"));
        var seen = new HashSet<(CodeKey, string)>();
        var again = 0;
        foreach (var row in file.McdRows())
        {
            cancel.ThrowIfCancellationRequested();
            var key = CodeKey.Of(CodeSet.Coverage, "N" + row.Number(row["ncd_id"].Length > 0 ? "ncd_id" : "id"));
            var version = row.Number(row["ncd_vrsn_num"].Length > 0 ? "ncd_vrsn_num" : "version");
            var section = row["ncd_mnl_sect", "section"];
            if (!Section().IsMatch(section)) throw file.Error(row.Line, $"section '{Icd.Shown(section)}'", "a section of the NCD Manual such as 310.1");
            var title = McdCsv.Plain(row["ncd_mnl_sect_title", "section_name"], LongestStatement);
            var effective = row.Date("ncd_efctv_dt", "date_eff");
            var ends = row.Date("ncd_trmntn_dt", "date_end");
            // A retired determination's last version begins on the day that says so, after the end it states: when it began is not in the row.
            var from = ends < effective ? null : effective;
            if (!seen.Add((key, version))) { again++; continue; }
            sink.Row().Column(version).Column(section).Column(title).Column(row["cvrg_lvl_cd", "coverage"])
                .Column(Text(effective)).Column(Text(row.Date("ncd_impltn_dt", "date_impl"))).Column(Text(ends))
                .Column(McdCsv.Plain(row["indctn_lmtn", "indications", "itm_srvc_desc", "description"], LongestStatement))
                .End(Determination, key, row.Line, from: from is { } f ? Day.Of(f) : Day.Unknown, to: ends is { } e ? Day.Of(e) : Day.Open);
        }

        if (again > 0) sink.Notes.Add($"{again} rows repeat a version: the first is kept");
    }

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"\A[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Section();
}
