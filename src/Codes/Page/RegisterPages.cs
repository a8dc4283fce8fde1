namespace CodingAhead.Codes.Page;

/// <summary>What the tabular list says at a chapter or block, and above it.</summary>
/// <param name="Notes">Its own notes, then inherited ones.</param>
/// <param name="Sources">The lines cited.</param>
public sealed record BlockNotes(IReadOnlyList<Note> Notes, IReadOnlyList<CitedSource> Sources)
{
    /// <summary>The notes of a chapter or block on a date.</summary>
    public static BlockNotes Of(Book book, CodeKey block, DateOnly on)
    {
        var page = new PageReader(book, block, on, on);
        var notes = new List<Note>();
        var at = block;
        for (var depth = 0; depth < 4 && page.Table("icd10cm-note") is not null; depth++)
        {
            foreach (var row in page.Rows("icd10cm-note", at)) notes.Add(new Note(row["kind"], row["text"], at == block ? null : at.Code, page.Cite(row)));
            var parent = page.Rows("icd10cm-tabular", at).Select(r => r.Text("parent")).FirstOrDefault(p => p is not null);
            if (parent is null || !CodeKey.TryParse(CodeSet.Icd10CmBlock, parent, out at)) break;
        }

        return new BlockNotes(notes, page.Cited);
    }
}

/// <summary>A category of AHRQ's clinical classification with the diagnoses in it.</summary>
/// <param name="Code">The category.</param>
/// <param name="Title">Its title; null when no release up to the date has one.</param>
/// <param name="Edition">The edition the members are taken from.</param>
/// <param name="Stale">That edition is over on the date.</param>
/// <param name="Members">The diagnoses in it, in order.</param>
public sealed record CcsrCategory(string Code, string? Title, string? Edition, bool Stale, IReadOnlyList<CcsrMember> Members)
{
    /// <summary>A category on a date; null when no diagnosis is in it.</summary>
    public static CcsrCategory? Of(Book book, CodeKey category, DateOnly on)
    {
        var members = new List<CcsrMember>();
        string? edition = null;
        var stale = false;
        foreach (var key in ReverseMaps.Of(book).In(category))
        {
            var page = new PageReader(book, key, on, on);
            foreach (var row in page.Rows("ccsr"))
            {
                if (row["category"] != category.Code) continue;
                edition ??= row.Row.SourceOn(on).File.Edition;
                stale |= row.Stale;
                members.Add(new CcsrMember(key, row.Text("inpatientDefault"), row.Text("outpatientDefault")));
            }
        }

        return members.Count == 0 ? null : new CcsrCategory(category.Code, CrosswalkSection.CcsrTitle(new PageReader(book, category, on, on), category), edition, stale, members);
    }
}

/// <summary>A diagnosis in a category.</summary>
/// <param name="Key">The diagnosis.</param>
/// <param name="Inpatient">Whether it is the diagnosis's default category for inpatients: Y, N or X; null when the edition does not say.</param>
/// <param name="Outpatient">The same for outpatients.</param>
public readonly record struct CcsrMember(CodeKey Key, string? Inpatient, string? Outpatient);
