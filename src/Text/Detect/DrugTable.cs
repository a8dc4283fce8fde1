using CodingAhead.Codes;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Drugs and chemicals by name, with the beginning of their codes in T36 to T65: from the Table of Drugs and Chemicals, and from our list of drugs that the table lacks
/// (<c>data/detect/drugs.txt</c>), as the Tabular List's own titles classify them (Official Guidelines I.C.19.e.1).
/// </summary>
internal sealed class DrugTable
{
    private readonly Dictionary<string, string> stems;
    private readonly Dictionary<string, string> uses = new(StringComparer.Ordinal);

    private DrugTable(Dictionary<string, string> stems)
    {
        this.stems = stems;
        foreach (var cells in WordLists.Read("drugs.txt"))
        {
            if (cells[1].Length == 0) continue;
            foreach (var name in cells[2].Split(' ')) uses.TryAdd(name, cells[1]);
        }
    }

    /// <summary>Of a book, with the codes of a date.</summary>
    public static DrugTable Of(Book book, CodeTable codes)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cells in WordLists.Read("drugs.txt"))
        {
            if (cells[0].Length == 0 || codes.Find(cells[0]) is null) continue;
            foreach (var name in cells[2].Split(' ')) stems.TryAdd(name, cells[0]);
        }

        // Blood, iron and water are in the table too; in a note they are seldom the drug.
        var common = WordLists.Read("not-alone.txt").SelectMany(c => c).ToHashSet(StringComparer.Ordinal);
        var table = Array.FindIndex([.. book.Tables], t => t.Name == "icd10cm-index");
        foreach (var key in book.Keys(CodeSet.Icd10Cm, CodeKey.Of(CodeSet.Icd10Cm, "T36")))
        {
            if (string.CompareOrdinal(key.Code, "T51") >= 0) break;
            if (key.Code.Length != 6 || key.Code[5] != '5' || codes.Find(key.Code) is null) continue;
            var (from, to) = book.FactRange(book.IndexOf(key));
            for (var f = from; f < to; f++)
            {
                if (book.FactAt(f).Table != table) continue;
                var row = new Row(book, f);
                if (row["book"] != "drug" || row["column"] != "Adverse effect") continue;
                var path = row["path"];
                if (path.Contains('>', StringComparison.Ordinal) || path.Contains(' ', StringComparison.Ordinal) || path.Length < 4) continue;
                var name = path.ToLowerInvariant();
                if (!common.Contains(name)) stems.TryAdd(name, key.Code[..5]);
            }
        }

        return new DrugTable(stems);
    }

    /// <summary>Writes the names and their codes.</summary>
    public void Write(LexiconWriter to)
    {
        to.Lines(stems.Keys);
        to.Lines(stems.Values);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static DrugTable Read(ref LexiconReader from)
    {
        var (names, codes) = (from.Lines(), from.Lines());
        var stems = new Dictionary<string, string>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++) stems.Add(names[i], codes[i]);
        return new DrugTable(stems);
    }

    /// <summary>The first five characters of a drug's codes, as in T36.0X; null when the word names none.</summary>
    public string? StemOf(string word) => stems.GetValueOrDefault(word) ?? (word.EndsWith('s') ? stems.GetValueOrDefault(word[..^1]) : null) ?? OfClass(word);

    // The endings of generic names tell the class of a drug that no list has (stems of the USAN council).
    private static string? OfClass(string word)
    {
        if (word.Length < 8 || !char.IsAsciiLetterLower(word[0])) return null;
        foreach (var (ending, stem) in Endings) if (word.EndsWith(ending, StringComparison.Ordinal)) return stem;
        return null;
    }

    private static readonly (string Ending, string Stem)[] Endings =
    [
        ("gliflozin", "T383X"), ("gliptin", "T383X"), ("glitazone", "T383X"), ("glutide", "T383X"), ("vastatin", "T466X"), ("sartan", "T465X"), ("dipine", "T461X"), ("floxacin", "T36AX"), ("cillin", "T360X"), ("triptan", "T398X"), ("zepam", "T424X"), ("zolam", "T424X"),
        ("dronate", "T458X"), ("setron", "T450X"), ("azosin", "T446X"), ("xaban", "T4551"), ("olol", "T447X"), ("opril", "T464X"), ("afil", "T467X"),
    ];

    /// <summary>The code of its long-term use, without dot; null when it has none.</summary>
    public string? UseOf(string word) => uses.GetValueOrDefault(word);
}
