using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A list of phrases that lead to codes, as in <c>data/detect/status.txt</c>: <c>code | kind | phrase | phrase …</c>. A phrase is found where its words stand close together in one
/// sentence, in any order. <c>fell/fall</c> stands for either word, and phrases of the kind <c>wide</c> may have more words of others between theirs.
/// </summary>
internal sealed class PhraseTable
{
    // So many words of others may lie between those of a phrase.
    private const int Slack = 4;
    private const int Wide = 9;

    private readonly Dictionary<string, List<Row>> byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Row>>.AlternateLookup<ReadOnlySpan<char>> byPart;

    public PhraseTable(string list)
    {
        byPart = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var cells in WordLists.Read(list))
        {
            foreach (var phrase in cells.Skip(2))
            {
                foreach (var words in Spelled(phrase.Split(' ')))
                {
                    // The longest word is the rarest: the search begins at it.
                    var anchor = words.MaxBy(w => w.Length)!;
                    Lexicon.ListOf(byFirst, anchor).Add(new Row(cells[0], cells[1], anchor, [.. words.Where(w => w != anchor)]));
                }
            }
        }
    }

    // Each choice of one of the words that stand for one another.
    private static IEnumerable<string[]> Spelled(string[] words)
    {
        IEnumerable<string[]> all = [[]];
        foreach (var word in words) all = all.SelectMany(begun => word.Split('/').Select(one => (string[])[.. begun, one]));
        return all;
    }

    /// <summary>A phrase of the list.</summary>
    /// <param name="Code">Code or heading, without dot.</param>
    /// <param name="Kind">The second column.</param>
    /// <param name="Anchor">Its longest word.</param>
    /// <param name="Others">The other words.</param>
    internal sealed record Row(string Code, string Kind, string Anchor, string[] Others);

    /// <summary>The phrases of a sentence, each with its words <c>[From, To)</c>; of those that share words the one of most words.</summary>
    public List<(Row Row, int From, int To)> Find(NoteCase note, Sentence sentence)
    {
        var found = new List<(Row Row, int From, int To)>();
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var word = note.Word(i);
            if (!byFirst.TryGetValue(word, out var rows) && !(word.EndsWith('s') && byPart.TryGetValue(word.AsSpan(0, word.Length - 1), out rows))) continue;
            (Row Row, int From, int To)? best = null;
            foreach (var row in rows)
            {
                if (Around(note, sentence, row, i) is not var (from, to)) continue;
                if (best is null || row.Others.Length > best.Value.Row.Others.Length) best = (row, from, to);
            }

            if (best is not { } hit) continue;
            found.RemoveAll(f => f.From < hit.To && hit.From < f.To && f.Row.Others.Length < hit.Row.Others.Length);
            if (!found.Exists(f => f.From < hit.To && hit.From < f.To)) found.Add(hit);
        }

        return found;
    }

    private static (int From, int To)? Around(NoteCase note, Sentence sentence, Row row, int at)
    {
        var (from, to) = (at, at + 1);
        var reach = row.Others.Length + (row.Kind == "wide" ? Wide : Slack);
        foreach (var other in row.Others)
        {
            var place = -1;
            for (var d = 1; d <= reach && place < 0; d++)
            {
                if (at + d < sentence.To && Same(note.Word(at + d), other) && !Parted(note, at, at + d)) place = at + d;
                else if (at - d >= sentence.From && Same(note.Word(at - d), other) && !Parted(note, at - d, at)) place = at - d;
            }

            if (place < 0) return null;
            (from, to) = (Math.Min(from, place), Math.Max(to, place + 1));
        }

        return (from, to);
    }

    private static bool Same(string word, string wanted) => word == wanted || word.Length == wanted.Length + 1 && word[^1] == 's' && word.StartsWith(wanted, StringComparison.Ordinal);

    private static bool Parted(NoteCase note, int from, int to)
    {
        for (var i = from + 1; i <= to; i++)
        {
            if (note.Note.Words[i].Has(Mark.Semicolon | Mark.Comma)) return true;
        }

        return false;
    }
}
