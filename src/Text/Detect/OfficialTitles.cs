using System.Collections.Frozen;
using CodingAhead.Codes;
using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Official titles that a note prints word for word, as the problem lists of record systems do: "Other specified disorders of nose and nasal sinuses (J34.89)". Such an entry is its code,
/// also where its words ("other", "unspecified severity") say nothing that a reader of free text would go by. Looked for only in entries that hold the words of titles. Thread-safe.
/// </summary>
/// <param name="book">Holds the titles and the index they are found by.</param>
internal sealed class OfficialTitles(Book book)
{
    // The longest title has some forty words.
    private const int LongestEntry = 60;

    private const int Hits = 6;

    private readonly Lazy<Searcher> searcher = new(() => new Searcher(book));

    /// <summary>The title that an entry begins with: its code and the words <c>[From, To)</c>; null when there is none.</summary>
    public (CodeEntry Entry, int From, int To)? Find(NoteCase note, Sentence sentence)
    {
        if (sentence.To - sentence.From is < 2 or > LongestEntry || !IsLike(note, sentence)) return null;
        var from = sentence.From;
        // A number or a code before it: "3. Unspecified …", "J34.89 Other …".
        while (from < sentence.To && note.Word(from).Any(char.IsAsciiDigit)) from++;
        if (from >= sentence.To) return null;
        var words = note.Note.Words;
        var text = note.Note.Text[words[from].Start..words[sentence.To - 1].End];
        var found = searcher.Value.Find(new SearchQuery { Text = text, Sets = [CodeSet.Icd10Cm], On = note.Codes.On, Top = Hits });
        (CodeEntry Entry, int From, int To)? best = null;
        var title = new List<NoteWord>();
        foreach (var hit in found.Hits)
        {
            title.Clear();
            NoteReader.Read(hit.Title, title);
            if (title.Count < 3 && from + title.Count < sentence.To || from + title.Count > sentence.To || best is { } longer && longer.To - from >= title.Count) continue;
            var same = true;
            for (var i = 0; same && i < title.Count; i++) same = title[i].Text == note.Word(from + i);
            // What goes on without a mark is another phrase: "unspecified asthma attack".
            if (!same || from + title.Count < sentence.To && words[from + title.Count].Before == 0 && !note.Word(from + title.Count).Any(char.IsAsciiDigit) || note.Codes.Find(hit.Key.Code) is not { Billable: true } entry) continue;
            best = (entry, from, from + title.Count);
        }

        return best;
    }

    // Words that titles have and that reading by words goes wrong about.
    private static readonly FrozenSet<string> OfTitles = new[] { "unspecified", "specified", "elsewhere", "encounter", "overlapping", "other", "without", "intractable", "episode", "structure", "following", "both", "sites", "congenital", "acquired", "unilateral", "recurrent", "unqualified", "sequela", "current", "mood" }.ToFrozenSet(StringComparer.Ordinal);

    // Who tells something prints no title.
    private static readonly FrozenSet<string> OfSpeech = new[] { "he", "she", "his", "her", "i", "we", "you", "they", "patient", "pt", "was", "were", "is", "are", "has", "had", "have", "will", "denies", "reports", "this", "there", "no" }.ToFrozenSet(StringComparer.Ordinal);

    // An entry of a list with such words; a whole sentence only with those that are hardly used elsewhere.
    private static bool IsLike(NoteCase note, Sentence sentence)
    {
        var (like, sure, told) = (false, false, false);
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var word = note.Word(i);
            like |= OfTitles.Contains(word);
            sure |= word is "unspecified" or "elsewhere" or "overlapping";
            told |= OfSpeech.Contains(word);
        }

        return like && (sure || !told && (sentence.From == 0 || note.Note.Words[sentence.From].Has(Mark.Line | Mark.Bullet)));
    }
}
