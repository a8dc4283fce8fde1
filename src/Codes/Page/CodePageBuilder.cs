using System.Globalization;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Page;

/// <summary>
/// Gathers a code's page from the book. Pure: the same book, code and date give the same page. Tables are looked up by name, so a book
/// built from fewer releases gives a page with fewer sections, never an error. Official facts win over the starter's.
/// </summary>
public static class CodePageBuilder
{
    private const int MaxEcho = 40;

    /// <summary>The page of a code on a date of service.</summary>
    /// <param name="book">The book.</param>
    /// <param name="key">The code.</param>
    /// <param name="on">The date of service.</param>
    /// <param name="place">Where the service is furnished, for amounts of its locality; null: national amounts only.</param>
    public static CodePage Build(Book book, CodeKey key, DateOnly on, Place? place = null)
    {
        var found = book.Find(key, on);
        if (found.Status == CodeStatus.UnknownCode)
            return new CodePage { Set = key.Set.Id(), Code = key.Display, On = on, Status = found.StatusId, Because = PcsSection.WhyNot(book, key, on) ?? found.Because };

        var at = found.Nearest ?? on;
        // A deleted code is judged on its last valid day; a code without an edition on the day asked for, so that what is shown is marked.
        var reader = new PageReader(book, key, at, found.Status == CodeStatus.NoEdition ? on : at);
        var edition = Edition(reader);
        // A conversion table also names what a living code was split into: that is no successor.
        var successors = found.Status == CodeStatus.Deleted ? found.Successors : [];
        var descriptors = DescriptorSection.Of(reader);
        var (choices, missing) = ChoicesSection.Of(reader);
        var page = new CodePage
        {
            Set = key.Set.Id(),
            Code = key.Display,
            On = on,
            Status = found.StatusId,
            ValidFrom = found.ValidFrom,
            ValidTo = found.ValidTo,
            Nearest = found.Status == CodeStatus.Active ? null : found.Nearest,
            Because = found.Because,
            Successors = [.. successors.Select(s => s.Display)],
            SuccessorKeys = successors,
            Title = descriptors.Long ?? Titles.Of(book, key, at),
            Edition = edition,
            ShownOn = at,
            Stale = found.Status == CodeStatus.NoEdition,
            Descriptors = descriptors,
            Article = ArticleSection.Of(reader),
            Billable = Titles.Billable(book, key, at),
            Indicators = IndicatorSection.Of(reader),
            AddOns = AddOnSection.AddOns(reader),
            Primaries = AddOnSection.Primaries(reader),
            Modifiers = ModifierSection.Verdicts(reader),
            Effect = ModifierSection.Effect(reader),
            Ptp = NcciSection.Pairs(reader),
            Mue = NcciSection.Mue(reader),
            Payment = PaymentSection.Of(reader, place),
            Notes = TabularSection.Notes(reader),
            SeventhCharacters = TabularSection.SeventhCharacters(reader),
            Characters = PcsSection.Characters(reader),
            PcsRows = PcsSection.Rows(reader),
            Choices = choices,
            Missing = missing,
            Siblings = HierarchySection.Siblings(reader),
            Edits = EditsSection.Of(reader),
            Hcc = HccSection.Of(reader),
            IcdMaps = MapsSection.Of(reader),
            Hierarchy = HierarchySection.Of(reader),
            Index = TabularSection.Index(reader),
            Crosswalks = CrosswalkSection.Of(reader),
            Guidelines = GuidelineSection.Of(reader),
            Coverage = CoverageSection.Of(reader),
            History = HistorySection.Of(reader),
            Previous = HierarchySection.Previous(reader),
            Next = HierarchySection.Next(reader),
        };
        return page with { StaleEditions = reader.StaleEditions, Sources = reader.Cited };
    }

    /// <summary>The page of a text that is no code at all, and why; of a long text the first forty characters are repeated.</summary>
    public static CodePage NotACode(CodeSet set, string text, DateOnly on, string? because = null)
    {
        if (text.Length > MaxEcho) text = text[..MaxEcho] + "…";
        return new()
        {
            Set = set.Id(),
            Code = text,
            On = on,
            Status = CodeStatus.UnknownCode.Id(),
            Because = because ?? string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a code of {(set == CodeSet.None ? "any code set" : set.Name())}."),
        };
    }

    // The newest edition that has the code and is in force; failing that, the newest that is over.
    private static string? Edition(PageReader reader)
    {
        (bool Official, bool InForce, DateOnly From) best = default;
        string? edition = null;
        foreach (var row in DefiningTables.SelectMany(t => reader.Rows(t)))
        {
            var source = row.Row.SourceOn(reader.At).File;
            var rank = (source.Dataset != Import.StarterImporter.Dataset, !row.Stale, source.From);
            if (edition is not null && rank.CompareTo(best) <= 0) continue;
            (best, edition) = (rank, source.Edition);
        }

        return edition;
    }

    private static readonly string[] DefiningTables =
        ["icd10cm-order", "icd10pcs-order", "hcpcs", "pfs-rvu", "opps", "clfs", "mce-validity", "gem-icd9", "pos", "starter-code"];
}
