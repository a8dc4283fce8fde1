using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Site.News;

/// <summary>How an edition and its changes are told.</summary>
internal static class NewsWords
{
    /// <summary>"FY2026", or "FY2022, update of 2022-04-01".</summary>
    public static string Name(EditionStep step) => step.Within ? $"{step.Edition}, update of {Date(step.Date)}" : step.Edition;

    /// <summary>What the comparison rests on.</summary>
    public static string Basis(Book book, EditionStep step)
    {
        var files = book.Sources.Where(s => s.From == step.Date && step.Edition.Split(", ").Contains(s.Edition)).Select(s => s.Dataset).Distinct().ToList();
        var list = step.Set switch
        {
            CodeSet.Cpt or CodeSet.Hcpcs when files.Contains("opps") || files.Contains("pfs") =>
                "the quarter's payment files (OPPS Addendum B, fee schedule, HCPCS file), not from a complete list of the set: a code that none of them lists on both dates is not among the changes",
            _ => "complete lists of the set",
        };
        var text = step.Within ? $"Dates that the releases state within {step.Edition}." : $"{step.Edition} against {step.Earlier}, from {list}.";
        return step.Gap ? $"{text} Editions between {Date(step.Before)} and {Date(step.Date)} are not loaded: what changed may have changed in one of them." : text;
    }

    /// <summary>"487 added, 28 deleted, 38 revised".</summary>
    public static string Counts(NewsCountsJson c) => string.Create(CultureInfo.InvariantCulture, $"{c.Added:N0} added, {c.Deleted:N0} deleted, {c.Revised:N0} revised");

    /// <summary>A field of a change as a coder reads it.</summary>
    public static string Field(string field) => field switch
    {
        "title" => "Title", "billable" => "Billable", "pfs-rvu.status" => "Fee schedule status", "pfs-rvu.global" => "Global days", "pfs-rvu.pctc" => "PC/TC", "pfs-rvu.multiple" => "Multiple procedures",
        "pfs-rvu.bilateral" => "Bilateral", "pfs-rvu.assistant" => "Assistant surgeon", "pfs-rvu.coSurgeon" => "Co-surgeons", "pfs-rvu.team" => "Team surgery", "opps.status" => "OPPS status",
        "hcpcs.coverage" => "HCPCS coverage", "hcpcs.pricing" => "HCPCS pricing", _ => field,
    };

    /// <summary>A value as a coder reads it.</summary>
    public static string Value(FieldChange change, string? value) => change.Field == "billable" ? value == "true" ? "yes" : "no" : value ?? "–";

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
