using CodingAhead.Codes;

namespace CodingAhead.Cli;

/// <summary>
/// How many rows an edition has, from elsewhere than the file that was imported: the publisher's own count, or a second count of the same release.
/// A book that holds the edition must agree.
/// </summary>
/// <param name="What">In words.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Edition">The edition's label.</param>
/// <param name="Set">Codes of this set are counted; <see cref="CodeSet.None"/>: every row of the edition's files.</param>
/// <param name="Table">The table counted; empty for NCCI pairs.</param>
/// <param name="Column">Only rows with this column …</param>
/// <param name="Value">… of this value; both empty: all.</param>
/// <param name="Expected">The count.</param>
/// <param name="Source">Who says so.</param>
internal sealed record ExpectedCount(string What, string Dataset, string Edition, CodeSet Set, string Table, string Column, string Value, int Expected, string Source)
{
    public static readonly IReadOnlyList<ExpectedCount> All =
    [
        new("billable ICD-10-CM codes", "icd10cm", "FY2026", CodeSet.Icd10Cm, "icd10cm-order", "billable", "1", 74_719, "CDC/NCHS, FY2026 release: order file and addenda counts"),
        new("billable ICD-10-CM codes", "icd10cm", "FY2025", CodeSet.Icd10Cm, "icd10cm-order", "billable", "1", 74_260, "CDC/NCHS, FY2025 release: order file and addenda counts"),
        new("ICD-10-PCS codes", "icd10pcs", "FY2025", CodeSet.Icd10Pcs, "icd10pcs-order", "billable", "1", 78_948, "CMS, FY2025 ICD-10-PCS: conversion and order file counts"),
        new("practitioner MUE rows", "ncci-mue-practitioner", "2026 Q2", CodeSet.None, "", "", "", 15_095, "CMS, MCR_MUE_PractitionerServices_Eff_04-01-2026: rows of the workbook"),
        new("practitioner PTP pairs", "ncci-ptp-practitioner", "2024 Q3", CodeSet.None, "", "", "", 2_546_017, "CMS, NCCI PTP practitioner edits 2024 Q3: rows of the four files"),
        new("hospital PTP pairs", "ncci-ptp-hospital", "2024 Q3", CodeSet.None, "", "", "", 1_775_818, "CMS, NCCI PTP hospital edits 2024 Q3: rows of the four files"),
    ];

    /// <summary>The count in a book; null when the book does not hold the edition.</summary>
    public int? In(Book book)
    {
        var files = book.Sources.Where(s => s.Dataset == Dataset && s.Edition == Edition).ToList();
        if (files.Count == 0) return null;
        if (Set == CodeSet.None) return files.Sum(f => f.Rows);
        var table = book.Tables.FirstOrDefault(t => t.Name == Table);
        if (table is null) return 0;
        var numbers = files.Select(f => f.Number).ToHashSet();
        var column = table[Column];
        return book.Keys(Set).Sum(key => book.Rows(key, table).Count(r => r[column] == Value && r.Sources.Any(s => numbers.Contains(s.File.Number))));
    }
}
