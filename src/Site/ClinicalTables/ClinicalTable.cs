using CodingAhead.Codes;
using CodingAhead.Site.Books;

namespace CodingAhead.Site.ClinicalTables;

/// <summary>A table as the Clinical Tables service of the National Library of Medicine has it, and the set of the book behind it.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="Set">The code set.</param>
/// <param name="Fields">Its fields; the first is the code.</param>
/// <param name="Display">The fields shown when none are named.</param>
/// <param name="Current">Only codes valid on the date: the service's ICD tables have no others, its HCPCS table marks those that ended.</param>
public sealed record ClinicalTable(string Id, CodeSet Set, IReadOnlyList<string> Fields, IReadOnlyList<string> Display, bool Current)
{
    /// <summary>The last day on which ICD-9-CM was valid (45 CFR 162.1002).</summary>
    private static readonly DateOnly LastDayOfIcd9 = new(2015, 9, 30);

    /// <summary>All tables.</summary>
    public static readonly IReadOnlyList<ClinicalTable> All =
    [
        new("icd10cm", CodeSet.Icd10Cm, ["code", "name"], ["code", "name"], true),
        new("icd9cm_dx", CodeSet.Icd9Cm, ["code_dotted", "code", "short_name", "long_name"], ["code_dotted", "long_name"], true),
        new("icd9cm_sg", CodeSet.Icd9Proc, ["code_dotted", "code", "short_name", "long_name"], ["code_dotted", "long_name"], true),
        new("hcpcs", CodeSet.Hcpcs, ["code", "display", "short_desc", "long_desc", "add_dt", "term_dt", "act_eff_dt", "obsolete", "is_noc"], ["code", "display"], false),
    ];

    /// <summary>Whether a field is the code itself.</summary>
    public static bool IsCode(string field) => field is "code" or "code_dotted";

    /// <summary>
    /// The day a search without a date asks about: today, or the last day that an edition covers when all are over, as the service's users expect the newest
    /// list; the note then says so.
    /// </summary>
    public (DateOnly On, string? Note) Newest(OpenBook open, DateOnly today)
    {
        if (Set is CodeSet.Icd9Cm or CodeSet.Icd9Proc) return (LastDayOfIcd9, null);
        foreach (var over in open.OverOn(today))
        {
            if (over.Set == Set) return (over.Last, FormattableString.Invariant($"No edition of {Set.Name()} for {today:yyyy-MM-dd} is loaded; answered as of {over.Last:yyyy-MM-dd}."));
        }

        return (today, null);
    }

    /// <summary>A field of a code; empty where the book does not have it.</summary>
    public string Field(Book book, CodeKey key, DateOnly on, string title, string field)
    {
        switch (field)
        {
            case "code": return Set is CodeSet.Icd9Cm or CodeSet.Icd9Proc ? key.Code : key.Display;
            case "code_dotted": return key.Display;
            case "name" or "display" or "long_name": return title;
            case "is_noc": return book.Rows(key).Any(r => r.Table.Name == "hcpcs-noc") ? "true" : "false";
            case "obsolete": return book.Find(key, on).Status == CodeStatus.Deleted ? "true" : "false";
        }

        var column = field switch { "short_desc" or "short_name" => "short", "long_desc" => "long", "add_dt" => "addDate", "term_dt" => "termDate", "act_eff_dt" => "actionDate", _ => "" };
        var value = "";
        foreach (var row in book.Rows(key))
        {
            if (row.Table.Name != "hcpcs" || Array.IndexOf(row.Table.Columns, column) is not (var at and >= 0)) continue;
            value = row[at];
            if (row.Holds(on)) break;
        }

        // The service writes the days as CMS's file does.
        return field.EndsWith("_dt", StringComparison.Ordinal) ? value.Replace("-", "", StringComparison.Ordinal) : value;
    }

    /// <summary>The title, or nothing where the book has only a remark that it has none.</summary>
    public static string Title(string title) =>
        title.StartsWith("No descriptor in", StringComparison.Ordinal) || title.StartsWith("ICD-9-CM code (the loaded", StringComparison.Ordinal) ? "" : title;
}
