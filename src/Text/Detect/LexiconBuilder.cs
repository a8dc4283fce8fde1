using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Import;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Makes the lexicon of a date from the rows of the book. Codes of seven characters are represented by the entry above them, as notes name the encounter
/// elsewhere than the injury; "unspecified" and NOS are dropped, as silence means them; titles of "other" conditions name none and are left out.
/// </summary>
internal sealed partial class LexiconBuilder
{
    private const int LongestPhrase = 9;

    // More than there are cores, as some chapters have more to read than others.
    private const int Parts = 8;

    private readonly Book book;
    private readonly CodeTable codes;
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly PhraseSet phrases = new();
    private readonly List<TextTerm> terms = [];
    private readonly List<NoteWord> read = [];
    private readonly List<int> optional = [];
    // Why somebody comes is found by a rule; in a note these words are said of everything.
    private static readonly string[] ByRuleOnly = ["Z00", "Z01", "Z02", "Z03", "Z04", "Z08", "Z09", "Z11", "Z12", "Z13", "Z23", "Z53", "Z71", "Z76", "Z78", "Z43", "Z44", "Z45", "Z46", "Z47", "Z48", "Z49", "Z51", "Z52", "Z87898", "Z9189", "Z7989", "Z728", "Z733", "Z3A"];

    private static readonly string[] PutTogether = ["I11", "I12", "I13"];

    private static readonly string[] Volumes = ["disease", "external", "neoplasm"];

    private readonly SeeReferences see = new();
    // Sorted stems by the beginning of the code.
    private static readonly List<(string Under, string[] Words)> NotNames = [.. WordLists.Read("not-names.txt").Select(c => (c[0], Stems(c[1])))];

    private readonly HashSet<string> notAlone;
    private readonly HashSet<string> alone = new(StringComparer.Ordinal);

    private LexiconBuilder(Book book, CodeTable codes, HashSet<string> notAlone) => (this.book, this.codes, this.notAlone) = (book, codes, notAlone);

    /// <summary>Builds it.</summary>
    public static Lexicon Build(Book book, DateOnly on, CancellationToken cancel)
    {
        var codes = new CodeTable(book, on);
        var notAlone = WordLists.Read("not-alone.txt").SelectMany(c => c).ToHashSet(StringComparer.Ordinal);
        var days = IndexDays(book, on);
        // Independent of the phrases, and each takes its time.
        var spelling = Task.Run(() => Spelling.Of(Surfaces(codes)), cancel);
        var drugs = Task.Run(() => DrugTable.Of(book, codes), cancel);
        // The codes in parts, each read by a builder of its own; put together in their order they give what one builder would.
        var keys = book.Keys(CodeSet.Icd10Cm).ToArray();
        var parts = keys.Chunk(keys.Length / Parts + 1)
            .Select(part => Task.Run(() => { var builder = new LexiconBuilder(book, codes, notAlone); builder.AddRows(part, days, cancel); return builder; }, cancel)).ToArray();
        var builder = new LexiconBuilder(book, codes, notAlone);
        foreach (var part in parts) builder.Absorb(part.GetAwaiter().GetResult());
        builder.AddReferences(days);
        foreach (var (code, stem) in DirectTerms.All)
        {
            if (codes.Find(code) is { } entry) builder.phrases.Add(entry.Index, -1, TermKind.IndexDefault, builder.Id(stem));
        }

        builder.DropAmbiguousEponyms();
        cancel.ThrowIfCancellationRequested();
        return builder.Finish(spelling, drugs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Absorb(LexiconBuilder part)
    {
        var ids = new int[part.words.Count];
        foreach (var (stem, id) in part.words.OrderBy(w => w.Value)) ids[id] = Id(stem);
        phrases.Absorb(part.phrases, ids);
        see.Absorb(part.see);
        alone.UnionWith(part.alone);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(CodeKey[] keys, Dictionary<string, ushort> indexDays, CancellationToken cancel)
    {
        var tables = book.Tables.Select(t => t.Name).ToArray();
        var (order, note, index, name) = (Array.IndexOf(tables, "icd10cm-order"), Array.IndexOf(tables, "icd10cm-note"), Array.IndexOf(tables, "icd10cm-index"), Array.IndexOf(tables, DiseaseNames.Table.Name));
        var day = Day.Of(codes.On);
        var noteDay = NewestStart(book, codes.On, "icd10cm-tabular");
        foreach (var key in keys)
        {
            cancel.ThrowIfCancellationRequested();
            var entry = codes.Find(key.Code);
            var (from, to) = book.FactRange(book.IndexOf(key));
            for (var f = from; f < to; f++)
            {
                ref readonly var fact = ref book.FactAt(f);
                if (fact.Table == order && entry is not null)
                {
                    if (day < fact.From || day > fact.To || key.Code.Length == 7 && HasEncounter(entry)) continue;
                    // What the index does not know yet is named by its title alone.
                    var fresh = indexDays.TryGetValue("disease", out var indexDay) && Day.Date(indexDay) is { } known && book.Find(key, known).Status != CodeStatus.Active;
                    Add(entry, f, fresh ? TermKind.IndexDefault : entry.Billable && !entry.Title.Contains("nspecified", StringComparison.Ordinal) ? TermKind.Title : TermKind.Heading, entry.Title);
                    if (entry.Code[0] == 'R' && entry.Title.StartsWith("Other ", StringComparison.Ordinal) && entry.Billable) Add(entry, f, TermKind.Neoplasm, entry.Title["Other ".Length..].Replace("specified ", "", StringComparison.Ordinal));
                    foreach (var part in EitherPart(entry.Title)) Add(entry, f, TermKind.Inclusion, part);
                }
                else if (fact.Table == note && entry is not null)
                {
                    var row = new Row(book, f);
                    if (noteDay >= fact.From && noteDay <= fact.To && (row[0] == "inclusionTerm" || row[0] == "includes" && SearchIndexer.Named(key, row[2]))) Add(entry, f, TermKind.Inclusion, row[2]);
                }
                else if (fact.Table == name && entry is not null)
                {
                    foreach (var (called, searchOnly) in DiseaseNames.Of(new Row(book, f)[0]))
                    {
                        // The words of a phrase may stand in any order, and "without" belongs to its neighbour.
                        if (!searchOnly && !called.Contains(" without ", StringComparison.Ordinal)) Add(entry, f, TermKind.Inclusion, called);
                    }
                }
                else if (fact.Table == index)
                {
                    AddIndex(key.Code, entry, f, indexDays);
                }
            }
        }
    }

    private void AddReferences(Dictionary<string, ushort> days)
    {
        var table = Array.FindIndex([.. book.Tables], t => t.Name == "icd10cm-index-see");
        if (table < 0 || !days.TryGetValue("disease", out var day)) return;
        foreach (var key in book.Keys(CodeSet.IndexTerm))
        {
            var (from, to) = book.FactRange(book.IndexOf(key));
            for (var f = from; f < to; f++)
            {
                ref readonly var fact = ref book.FactAt(f);
                if (fact.Table != table || day < fact.From || day > fact.To) continue;
                var cells = new Row(book, f).Columns;
                if (cells[0] != "disease") continue;
                if (cells[3] == "see") see.Reference(cells[1], cells[4], f);
                // "Lymphedema (see also Elephantiasis)" without a code of its own has that of what it refers to.
                else if (cells[3] == "seeAlso" && !see.HasCode(cells[1])) see.Reference(cells[1], cells[4], f, also: true);
            }
        }

        see.Resolve((entry, fact, path, also) =>
        {
            // What "see also" leads to is broader or another thing where the two are no names of each other: a raised value and an acidosis, a cavity and a tuberculosis.
            if (also && (Array.Exists(Broader, entry.Under) || Array.Exists(General, path.StartsWith))) return;
            // "Dissection, traumatic, see Wound", "Body, foreign, see Foreign body": of the body somewhere, and of the first place of a long list.
            if (entry.Under("T14") || entry.Under("T15")) return;
            // "Stasis ulcer, see Varix": where no varix is told, a rule reads the ulcer and the insufficiency.
            if (entry.Under("I830")) return;
            AddEponym(entry, fact, path);
            // A reference for two conditions names one of them; both are in the note.
            if (!Array.Exists(PutTogether, entry.Under) && !path.Contains("> due to", StringComparison.Ordinal) && !path.Contains("> with", StringComparison.Ordinal)) Add(entry, fact, TermKind.See, IndexPath.VariantsInBrackets(path));
        });
    }

    private static readonly string[] Broader = ["A15", "A239", "A499", "A539", "B5", "D3A", "E849", "E872", "F419", "H540", "I10", "I519", "I749", "I829", "K409", "K660", "L988", "M023", "M799", "M938", "N948", "P", "Q899", "R252", "R4701", "R52", "R58", "T149", "T17", "T71", "T784", "Z"];

    private static readonly string[] General = ["Abnormal", "Change", "Complication", "Findings", "Short"];

    // In titles "and" means and/or (Official Guidelines I.A.14): "ulcer of heel and midfoot" is an ulcer of the heel.
    private static IEnumerable<string> EitherPart(string title)
    {
        if (!title.Contains(" and ", StringComparison.Ordinal)) yield break;
        if (title.IndexOf(" and joints of", StringComparison.Ordinal) is var joints and > 0) yield return title[..joints];
        var match = EitherOf().Match(title);
        if (!match.Success) yield break;
        yield return title.Remove(match.Groups[1].Index, match.Groups[1].Length + match.Groups[2].Length).Insert(match.Groups[1].Index, match.Groups[1].Value);
        yield return title.Remove(match.Groups[1].Index, match.Groups[1].Length + 5);
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\bof (?:right |left |unspecified )?([a-z]+)( and [a-z]+)", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex EitherOf();

    [System.Text.RegularExpressions.GeneratedRegex("injur|torn|pull|scrap|skinned|scratch|knock|wound|fractur|lacerat|contus|sprain|strain|tear|rupture|disloc|sublux|bite|burn|avuls|amputat|crush|bruise|hemat|hemorrh|trauma|separat|break|broken|abras|blister|punct|lesion|concuss|edema|palsy|transect|section|cut|foreign|diastasis|ecchym|black eye|extravas|hemo|pneumo|displac|syndrome|paralysis|compress", System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.IgnoreCase)]
    private static partial System.Text.RegularExpressions.Regex Injury();

    private static bool HasEncounter(CodeEntry entry) => entry.Title.EndsWith("encounter", StringComparison.Ordinal) || entry.Title.Contains("encounter for", StringComparison.Ordinal) || entry.Title.EndsWith("sequela", StringComparison.Ordinal);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(CodeEntry entry, int fact, TermKind kind, string text, bool external = false)
    {
        AddParts(entry, fact, kind, text);
        if (entry.Code[0] is 'V' or 'W' or 'X' or 'Y' && !external) { if (kind is TermKind.Title or TermKind.Heading) return; external = true; }
        if (entry.Code[0] == 'Z' && Array.Exists(ByRuleOnly, entry.Under)) return;
        // Names that say nothing of a patient: an illness, a complication, a stay in hospital.
        if (entry.Code is "R69" or "Z809" or "Z859" or "T819" or "T819XXA" or "T889" or "T889XXA" || text.Contains("ospitalism", StringComparison.Ordinal)) return;
        // A manifestation of a disease that another code names is not what the bare words mean.
        if (kind is TermKind.Title or TermKind.Heading && entry.Code[0] != 'F' && text.Contains("in diseases classified elsewhere", StringComparison.OrdinalIgnoreCase)) return;
        // "Hyoid bone" under its fractures: the place alone is none.
        if (kind is TermKind.Inclusion && entry.Code[0] == 'S' && !Injury().IsMatch(text)) return;
        // "Melanoma of upper limb, including shoulder".
        if (text.IndexOf(", including", StringComparison.Ordinal) is var including and > 0) text = text[..including];
        TermReader.Phrase(text, terms, read);
        Span<int> essential = stackalloc int[LongestPhrase];
        var n = 0;
        optional.Clear();
        foreach (var term in terms)
        {
            if (term.Stem is "nos" or "unsp" or "unspecifi" or "unspecified" or "specified" or "specifi" or "nec" or "site" or "classified" or "classifi" or "elsewher" or "elsewhere" or "so" || term.Stem == "not" && text.Contains("not elsewhere", StringComparison.Ordinal)) continue;
            if (term.Stem == "other" && !term.Optional) return;
            var id = Id(term.Stem);
            if (term.Optional || term.Stem is "with" or "side" or "region" or "area" or "due" or "from" or "see" or "type" or "associat" or "associated" or "cause" || term.Stem == "traumat" && text.StartsWith("Fracture", StringComparison.Ordinal) || term.Stem == "skin" && (text.Contains("cell carcinoma", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Melanoma", StringComparison.Ordinal)) || term.Stem == "personal" && text.Contains("istory", StringComparison.Ordinal)) { if (!optional.Contains(id)) optional.Add(id); continue; }
            if (essential[..n].Contains(id)) continue;
            if (n == LongestPhrase) return;
            essential[n++] = id;
        }

        if (n == 0) return;
        if (n == 1)
        {
            // Of a name of one word, the word as it is written, where it names anything alone.
            foreach (var term in terms)
            {
                if (term.To - term.From != 1 || term.Optional || Id(term.Stem) != essential[0]) continue;
                if (NotAlone(read[term.From].Text)) return;
                break;
            }

            if (kind is TermKind.External || kind is TermKind.Inclusion && entry.Code[0] is 'S' or 'T') return;
            foreach (var term in terms)
            {
                if (notAlone.Contains(read[term.From].Text)) continue;
                if (term.Surface is not null && term.Whole == 0) alone.Add(term.Surface);
                if (term.To - term.From == 1) alone.Add(Codes.Search.Analyzer.American(read[term.From].Text));
            }
        }

        foreach (var (under, left) in NotNames)
        {
            if (left.Length != n || !entry.Under(under)) continue;
            var same = 0;
            foreach (var word in left) same += words.TryGetValue(word, out var id) && essential[..n].Contains(id) ? 1 : 0;
            if (same == n) return;
        }

        var sorted = essential[..n];
        sorted.Sort();
        phrases.Keep(entry.Index, fact, kind, sorted, CollectionsMarshal.AsSpan(optional), external);
    }

    private static string[] Stems(string phrase)
    {
        var read = new List<TextTerm>();
        TermReader.Phrase(phrase, read);
        return [.. read.Select(t => t.Stem).Distinct(StringComparer.Ordinal)];
    }

    private bool NotAlone(string word) => notAlone.Contains(word) || word.EndsWith('s') && notAlone.Contains(word[..^1]);

    private int Id(string stem)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(words, stem, out var known);
        if (!known) id = words.Count - 1;
        return id;
    }

    private Lexicon Finish(Task<Spelling> spelling, Task<DrugTable> drugs)
    {
        var count = new int[words.Count];
        foreach (ref readonly var p in phrases.Entries)
        {
            foreach (var w in phrases.Words(p)) count[w]++;
        }

        var byRarity = Enumerable.Range(0, count.Length).ToArray();
        Array.Sort(byRarity, (a, b) => count[a] != count[b] ? count[a].CompareTo(count[b]) : a.CompareTo(b));
        var rank = new int[count.Length];
        for (var r = 0; r < byRarity.Length; r++) rank[byRarity[r]] = r;
        var frequency = byRarity.Select(w => count[w]).ToArray();
        var stems = new string[words.Count];
        foreach (var (stem, word) in words) stems[rank[word]] = stem;
        PhraseTree? diagnoses = null, external = null;
        Parallel.Invoke(() => diagnoses = PhraseTree.Of(phrases, rank, external: false), () => external = PhraseTree.Of(phrases, rank, external: true));
        return new Lexicon(book, codes, stems, frequency, diagnoses!, external!, spelling.GetAwaiter().GetResult(), drugs.GetAwaiter().GetResult(), alone);
    }

    // The words of titles and inclusion terms as they are written: what a misspelt word is compared with.
    private static HashSet<string> Surfaces(CodeTable codes)
    {
        var surfaces = new HashSet<string>(StringComparer.Ordinal);
        // Words repeat: each is looked at once.
        var met = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<NoteWord>();
        for (var i = 0; i < codes.Count; i++)
        {
            var entry = codes[i];
            if (entry.Code[0] is >= 'S' and <= 'Y') continue;
            Add(entry.Title);
            // The names of people stand in inclusion terms: "Addison's disease".
            foreach (var text in codes.OwnNotes(entry, "inclusionTerm")) Add(text);
            // "Dyslipidemia" is a main term of the index, and no title. Those that are most often misspelt: each takes a hundred bytes of the book.
            foreach (var term in codes.MainTerms(entry)) if (Array.Exists(Endings, e => term.EndsWith(e, StringComparison.Ordinal))) Add(term);
        }

        return surfaces;

        void Add(string text)
        {
            read.Clear();
            NoteReader.Read(text, read);
            foreach (var word in read) if (word.Text.Length >= Spelling.ShortestName && met.Add(word.Text)) surfaces.Add(Codes.Search.Analyzer.American(word.Text));
        }
    }

    private static readonly string[] Endings = ["emia", "pathy", "uria", "penia", "megaly", "rrhea"];

    // Each book of the index speaks with its newest edition that had begun on the date, or else its first.
    private static Dictionary<string, ushort> IndexDays(Book book, DateOnly on) =>
        Volumes.ToDictionary(v => v, v => NewestStart(book, on, "icd10cm-index-" + v));

    private static ushort NewestStart(Book book, DateOnly on, string dataset)
    {
        var starts = book.Sources.Where(s => s.Dataset == dataset).Select(s => s.From).Distinct().Order().ToList();
        // An edition that begins within the fiscal year of the date is nearer to it than one of years ago.
        var end = new DateOnly(on.Month >= 10 ? on.Year + 1 : on.Year, 9, 30);
        return starts.Count == 0 ? Day.Of(on) : Day.Of(starts.LastOrDefault(s => s <= end, starts[0]));
    }
}
