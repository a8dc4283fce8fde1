using System.Globalization;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>Medicare coverage: documents that name a procedure and the diagnoses they accept, or the procedures that a diagnosis supports.</summary>
/// <param name="Documents">Those that name the code, in force first; for a diagnosis at most the first <see cref="CoverageSection.MostDocuments"/>.</param>
/// <param name="DocumentCount">How many there are.</param>
/// <param name="Diagnoses">For a procedure: each article's groups of diagnoses. Null when no article's diagnoses are loaded, and for a diagnosis.</param>
/// <param name="Procedures">For a diagnosis: codes of the articles that accept it, at most the first <see cref="CoverageSection.MostCodes"/>; null for a procedure.</param>
/// <param name="ProcedureCount">How many there are.</param>
public sealed record MedicareCoverage(
    IReadOnlyList<CoverageDocument> Documents, int DocumentCount, IReadOnlyList<SupportingDiagnoses>? Diagnoses, IReadOnlyList<CodeRef>? Procedures, int ProcedureCount);

/// <summary>A document of the Medicare Coverage Database.</summary>
/// <param name="Kind"><c>article lcd ncd</c>: local article, local coverage determination, national coverage determination.</param>
/// <param name="Id"><c>A52345</c>, <c>L33312</c>; of a national one its section of the NCD Manual, <c>240.4</c>.</param>
/// <param name="Title">Null when only its lists of codes are loaded, or the release leaves it blank.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Groups">The groups of procedures that the code is in.</param>
/// <param name="Verdict">For a diagnosis: <c>covered noncovered</c>; else null.</param>
/// <param name="Contractors">Who issued it.</param>
/// <param name="States">Where it applies; empty when not loaded, which does not mean nowhere.</param>
/// <param name="From">First day of this version; null when unknown.</param>
/// <param name="To">Last day; null when open or unknown.</param>
/// <param name="InForce">Whether it holds on the date; null when its dates are not loaded.</param>
/// <param name="Statement">The beginning of a national determination's coverage statement.</param>
/// <param name="Via">The documents through which a national one applies to the code.</param>
/// <param name="Stale">Taken from an edition that is over on the date.</param>
/// <param name="Source">Where it stands.</param>
public sealed record CoverageDocument(
    string Kind, string Id, string? Title, string? Version, IReadOnlyList<string> Groups, string? Verdict, IReadOnlyList<string> Contractors, IReadOnlyList<string> States,
    DateOnly? From, DateOnly? To, bool? InForce, string? Statement, IReadOnlyList<string> Via, bool Stale, int? Source);

/// <summary>A group of diagnoses of an article that names the procedure. All of them: <see cref="CoverageLists.Diagnoses"/>.</summary>
/// <param name="Document">The article.</param>
/// <param name="Verdict"><c>covered noncovered</c>.</param>
/// <param name="Group">The group's number. That a group of procedures has the same number does not tie them: the texts do.</param>
/// <param name="Text">What the group is for, in the article's words; null when not loaded.</param>
/// <param name="Count">How many codes it has.</param>
/// <param name="First">The first of them.</param>
/// <param name="Source">Where it begins.</param>
public sealed record SupportingDiagnoses(string Document, string Verdict, string Group, string? Text, int Count, IReadOnlyList<CodeRef> First, int? Source);

/// <summary>Gathers the coverage of a code.</summary>
public static class CoverageSection
{
    /// <summary>Documents listed for a diagnosis.</summary>
    public const int MostDocuments = 50;

    /// <summary>Codes listed of a group, and procedures of a diagnosis.</summary>
    public const int MostCodes = 20;

    internal static MedicareCoverage? Of(PageReader page) => page.Key.Set switch
    {
        CodeSet.Cpt or CodeSet.Hcpcs when page.Table(McdProcedures.Procedure.Name) is not null => Procedure(page),
        CodeSet.Icd10Cm when page.Table(McdDiagnoses.Diagnosis.Name) is not null => Diagnosis(page),
        _ => null,
    };

    private static MedicareCoverage Procedure(PageReader page)
    {
        var documents = new List<CoverageDocument>();
        var keys = new List<(CodeKey Key, string Version)>();
        foreach (var (key, version, rows) in Named(page, McdProcedures.Procedure.Name))
        {
            keys.Add((key, version));
            documents.Add(Document(page, key, version, [.. rows.Select(r => r["group"]).Distinct()], null, rows[0]));
        }

        documents.AddRange(National(page, keys));
        return new MedicareCoverage(Ordered(documents), documents.Count, page.Table(McdDiagnoses.Diagnoses.Name) is null ? null : [.. keys.SelectMany(k => Groups(page, k.Key, k.Version))], null, 0);
    }

    private static MedicareCoverage Diagnosis(PageReader page)
    {
        var documents = new List<CoverageDocument>();
        var procedures = new SortedSet<CodeKey>();
        foreach (var (key, version, rows) in Named(page, McdDiagnoses.Diagnosis.Name))
        {
            foreach (var verdict in rows.GroupBy(r => r["list"]))
            {
                documents.Add(Document(page, key, version, [.. verdict.Select(r => r["group"]).Distinct()], verdict.Key, verdict.First()));
                if (verdict.Key == "covered") procedures.UnionWith(CoverageLists.Procedures(page.Book, key, version));
            }
        }

        return new MedicareCoverage([.. Ordered(documents).Take(MostDocuments)], documents.Count, null, [.. procedures.Take(MostCodes).Select(page.Ref)], procedures.Count);
    }

    // The documents whose version in force (or else newest) has the code.
    private static IEnumerable<(CodeKey Key, string Version, List<Shown> Rows)> Named(PageReader page, string table)
    {
        foreach (var document in page.Rows(table).GroupBy(r => r["document"]))
        {
            if (!CodeKey.TryParse(CodeSet.Coverage, document.Key, out var key)) continue;
            var version = CoverageLists.Version(page.Book, key, page.Judged) ?? document.Select(r => r["version"]).MaxBy(Number)!;
            var rows = document.Where(r => r["version"] == version).ToList();
            if (rows.Count > 0) yield return (key, version, rows);
        }
    }

    private static CoverageDocument Document(PageReader page, CodeKey key, string version, List<string> groups, string? verdict, Shown named)
    {
        var about = page.All(McdDocuments.Document.Name, key).FirstOrDefault(r => r["version"] == version);
        var known = about.IsKnown;
        return new CoverageDocument(
            key.Code[0] == 'A' ? "article" : "lcd", key.Code, known ? about["title"] : null, version, groups, verdict,
            Names(page, key, version, 'C'), Names(page, key, version, 'S'), known ? about.From : null, known ? about.To : null, known ? about.Holds(page.Judged) : null,
            null, [], named.Stale, page.Cite(named));
    }

    private static IEnumerable<CoverageDocument> National(PageReader page, List<(CodeKey Key, string Version)> local)
    {
        var via = local.SelectMany(d => Links(page, d.Key, d.Version, 'N').Select(to => (To: to, From: d.Key.Code)));
        foreach (var national in via.GroupBy(v => v.To))
        {
            var versions = page.All(McdNcd.Determination.Name, CodeKey.Of(CodeSet.Coverage, national.Key)).OrderBy(r => Number(r["version"])).ToList();
            if (versions.Count == 0) continue;
            var row = versions.LastOrDefault(r => r.Holds(page.Judged)) is { IsKnown: true } held ? held : versions[^1];
            yield return new CoverageDocument(
                "ncd", row["section"], row["title"] is { Length: > 0 } title ? title : null, row["version"], [], null, [], [], row.From, row.To, row.Holds(page.Judged),
                row["statement"] is { Length: > 0 } text ? text : null, [.. national.Select(n => n.From)], false, page.Cite(row.SourceOn(page.Judged)));
        }
    }

    private static IEnumerable<SupportingDiagnoses> Groups(PageReader page, CodeKey document, string version)
    {
        foreach (var row in page.Rows(McdDiagnoses.Diagnoses.Name, document).Where(r => r["version"] == version).OrderBy(r => r["list"]).ThenBy(r => Number(r["group"])))
        {
            var text = page.Rows(McdGroups.Group.Name, document).FirstOrDefault(g => g["version"] == version && g["list"] == row["list"] && g["group"] == row["group"]);
            var codes = row["codes"].Split(' ');
            yield return new SupportingDiagnoses(
                document.Code, row["list"], row["group"], text.Row.IsKnown ? text["text"] : null, codes.Length,
                [.. codes.Take(MostCodes).Select(c => page.Ref(CodeKey.Of(CodeSet.Icd10Cm, c)))], page.Cite(row));
        }
    }

    private static List<string> Names(PageReader page, CodeKey document, string version, char kind) =>
        [.. Links(page, document, version, kind)
            .Select(to => page.All(McdNames.Named.Name, CodeKey.Of(CodeSet.Coverage, to)).OrderBy(r => Number(r["version"])).Select(r => r["name"]).LastOrDefault())
            .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Links(PageReader page, CodeKey document, string version, char kind) =>
        page.All(McdLinks.Link.Name, document).Where(r => r["version"] == version && r["to"][0] == kind).Select(r => r["to"]).Distinct();

    private static List<CoverageDocument> Ordered(List<CoverageDocument> documents) =>
        [.. documents.OrderBy(d => d.InForce == false).ThenBy(d => d.Kind switch { "ncd" => 0, "lcd" => 1, _ => 2 }).ThenBy(d => d.Id, StringComparer.Ordinal)];

    private static int Number(string version) => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
