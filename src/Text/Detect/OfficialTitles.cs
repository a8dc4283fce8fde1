using System.Collections.Frozen;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Official titles that a note prints word for word, as the problem lists of record systems do: "Other specified disorders of nose and nasal sinuses (J34.89)". Such an entry is its code,
/// also where its words ("other", "unspecified severity") say nothing that a reader of free text would go by. Looked for only in entries that hold the words of titles. Thread-safe.
/// </summary>
/// <param name="codes">Holds the titles. Their hashes are made when the first such entry is met: less than a megabyte.</param>
internal sealed class OfficialTitles(CodeTable codes)
{
    // The longest title has some forty words.
    private const int LongestEntry = 60;

    private readonly Lazy<(ulong[] Hashes, int[] Entries)> titles = new(() => Make(codes));

    /// <summary>The title that an entry begins with: its code and the words <c>[From, To)</c>; null when there is none.</summary>
    public (CodeEntry Entry, int From, int To)? Find(NoteCase note, Sentence sentence)
    {
        if (sentence.To - sentence.From is < 2 or > LongestEntry || !IsLike(note, sentence)) return null;
        var from = sentence.From;
        // A number or a code before it: "3. Unspecified …", "J34.89 Other …".
        while (from < sentence.To && note.Word(from).Any(char.IsAsciiDigit)) from++;
        var (words, text, hash) = (note.Note.Words, note.Note.Text, Empty);
        (CodeEntry Entry, int From, int To)? best = null;
        for (var i = from; i < sentence.To; i++)
        {
            foreach (var c in text.AsSpan(words[i].Start..words[i].End)) hash = Add(hash, c);
            // What goes on without a mark is another phrase: "unspecified asthma attack". And two words are a title only where they are all.
            if (i + 1 < sentence.To && (i - from < 2 || words[i + 1].Before == 0 && !note.Word(i + 1).Any(char.IsAsciiDigit))) continue;
            if (i > from && Array.BinarySearch(titles.Value.Hashes, hash) is >= 0 and var at) best = (codes[titles.Value.Entries[at]], from, i + 1);
        }

        return best;
    }

    private const ulong Empty = 14695981039346656037;

    // Letters and digits, in lower case; of sixty-four bits no two titles of a list meet by chance.
    private static ulong Add(ulong hash, char c) => char.IsAsciiLetterOrDigit(c) ? (hash ^ char.ToLowerInvariant(c)) * 1099511628211 : hash;

    private static (ulong[], int[]) Make(CodeTable codes)
    {
        var (hashes, entries) = (new List<ulong>(codes.Count), new List<int>(codes.Count));
        for (var i = 0; i < codes.Count; i++)
        {
            if (!codes.TryTitle(i, out var title)) continue;
            var hash = Empty;
            foreach (var b in title) hash = Add(hash, (char)b);
            hashes.Add(hash);
            entries.Add(i);
        }

        var (sorted, owners) = (hashes.ToArray(), entries.ToArray());
        Array.Sort(sorted, owners);
        return (sorted, owners);
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
