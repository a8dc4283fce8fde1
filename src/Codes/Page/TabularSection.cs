using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Page;

/// <summary>What the ICD-10-CM tabular list says at a code and at the headings above it, and the index entries that lead to it.</summary>
internal static class TabularSection
{
    /// <summary>Own notes, then those of each heading above, nearest first, as a note holds for everything below its entry.</summary>
    public static List<Note> Notes(PageReader page)
    {
        var notes = new List<Note>();
        if (page.Key.Set != CodeSet.Icd10Cm) return notes;
        foreach (var row in page.Rows(DiseaseNames.Table.Name))
        {
            // What people type is not always what a page should say.
            var names = string.Join("; ", DiseaseNames.Of(row["names"]).Where(static n => !n.SearchOnly).Select(static n => n.Name));
            if (names.Length > 0) notes.Add(new Note("alsoCalled", names, null, page.Cite(row)));
        }

        if (page.Table("icd10cm-note") is null) return notes;
        foreach (var row in page.Rows("icd10cm-note")) notes.Add(new Note(row["kind"], row["text"], null, page.Cite(row)));
        foreach (var above in HierarchySection.Above(page).AsEnumerable().Reverse())
        {
            foreach (var row in page.Rows("icd10cm-note", above))
            {
                // An inclusion term names a condition coded at the heading itself; only instructions are inherited.
                if (row["kind"] != "inclusionTerm") notes.Add(new Note(row["kind"], row["text"], above.Display, page.Cite(row)));
            }
        }

        return notes;
    }

    /// <summary>The seventh characters that the nearest entry at or above the code defines.</summary>
    public static List<SeventhCharacter> SeventhCharacters(PageReader page)
    {
        var list = new List<SeventhCharacter>();
        if (page.Table("icd10cm-7th") is null || page.Key.Set != CodeSet.Icd10Cm) return list;
        foreach (var at in HierarchySection.Above(page).Append(page.Key).Reverse())
        {
            foreach (var row in page.Rows("icd10cm-7th", at)) list.Add(new SeventhCharacter(row["character"], row["label"], at == page.Key ? null : at.Display, page.Cite(row)));
            if (list.Count > 0) break;
        }

        return list;
    }

    /// <summary>Index entries whose code is this one.</summary>
    public static List<IndexPath> Index(PageReader page)
    {
        var list = new List<IndexPath>();
        foreach (var row in page.Rows("icd10cm-index"))
        {
            var path = row["path"];
            if (row.Text("column") is { } column) path += $" > {column}";
            list.Add(new IndexPath(path, row.Text("book"), row.Text("nemod"), row.Text("printed"), page.Cite(row)));
        }

        // The index of ICD-10-PCS leads to a code, to its beginning or to its table: what leads nearest comes first, since a table is led to by the name of every organ it has.
        for (var n = page.Key.Code.Length; page.Key.Set == CodeSet.Icd10Pcs && n >= 3; n--)
        {
            foreach (var row in page.Rows("icd10pcs-index", CodeKey.Of(CodeSet.Icd10Pcs, page.Key.Code.AsSpan(0, n))))
                list.Add(new IndexPath(row["path"], "procedure", null, row.Text("codes"), page.Cite(row)));
        }

        return list;
    }
}
