using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Search;

/// <summary>Reads a query: analysis, spelling, prefixes while typing, and the expansions of abbreviations and everyday words.</summary>
internal sealed class QueryPlanner
{
    // What a misspelt word's nearest neighbour counts, and its other neighbours: the rest of the query decides between them.
    private const float Mended = 0.92f;
    private const float OtherReading = 0.88f;

    private const int MaxPlans = 5;
    private const int MaxPrefixTokens = 32;
    private const int MaxPrefixWords = 3000;
    private readonly SearchIndex index;
    private readonly Lazy<Dictionary<string, List<string>>> synonyms;

    public QueryPlanner(SearchIndex index)
    {
        this.index = index;
        synonyms = new(LoadSynonyms);
    }

    /// <summary>The query as typed, its spelling mended; null when the book has none of its words.</summary>
    public QueryPlan? AsTyped(SearchQuery query, out string? corrected)
    {
        corrected = null;
        return Read(query.Text, query.Typing, 1f, ref corrected);
    }

    /// <summary>Other readings of it: abbreviations and everyday words written out, compounds joined or split.</summary>
    public List<QueryPlan> Widened(SearchQuery query)
    {
        var plans = new List<QueryPlan>();
        string? ignored = null;
        foreach (var (reading, trust) in Expansions(query.Text))
        {
            if (plans.Count == MaxPlans) break;
            if (Read(reading, query.Typing, trust, ref ignored) is { } plan) plans.Add(plan);
        }

        return plans;
    }

    private QueryPlan? Read(string text, bool typing, float trust, ref string? corrected)
    {
        var terms = new List<Term>();
        Analyzer.Analyze(text, terms);
        // Twice at most: what it is read as may be no word of a small book either.
        if (trust > 0.8f && Respelt(terms, text, typing) is { } mendedText)
        {
            corrected = mendedText;
            return Read(mendedText, typing, trust * Mended, ref corrected);
        }

        var found = new List<QueryTerm>(terms.Count);
        var used = new HashSet<int>();
        var weight = 0f;
        var mended = false;
        Span<int> nearest = stackalloc int[3];
        var lastIsOpen = typing && text.Length > 0 && char.IsLetterOrDigit(text[^1]);
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            var token = Stem(term.Text);
            if (token < 0) token = Token(term.Surface);
            // What no phrase denies may be denied: it tells nothing.
            if (token < 0 && term.Text.StartsWith(Analyzer.Denied, StringComparison.Ordinal)) continue;
            if (i == terms.Count - 1 && lastIsOpen)
            {
                var prefixed = Prefixed(term.Surface, token);
                if (prefixed.Count > 0)
                {
                    var (heaviest, postings) = (0f, 0);
                    foreach (var a in prefixed)
                    {
                        heaviest = Math.Max(heaviest, index.Token(a.Token).Weight);
                        postings += (int)index.Token(a.Token).Count;
                    }

                    found.Add(new QueryTerm(prefixed, heaviest, postings));
                    weight += heaviest;
                    continue;
                }
            }

            var certainty = 1f;
            var readings = 0;
            if (token < 0)
            {
                readings = index.Correct(Encoding.UTF8.GetBytes(term.Surface), nearest);
                if (readings > 0)
                {
                    token = (int)index.Word(nearest[0]).Token;
                    certainty = Mended;
                    corrected = (corrected ?? text).Replace(term.Surface, index.Text(nearest[0]), StringComparison.OrdinalIgnoreCase);
                    mended = true;
                }
            }
            else if (trust == 1f && Misspelt(term.Surface, token, nearest) is { } word)
            {
                // Its stem is known all the same, so that nothing else is searched; but it is said.
                corrected = (corrected ?? text).Replace(term.Surface, word, StringComparison.OrdinalIgnoreCase);
                mended = true;
            }

            if (token < 0)
            {
                // Nothing has this word: its weight stays in the query, so that what covers the rest scores less than a full match.
                weight += Weights.Unknown * (term.Optional ? 0.3f : 1f);
                continue;
            }

            if (!used.Add(token)) continue;
            var w = index.Token(token).Weight * (term.Optional ? 0.6f : 1f);
            var answered = Answered(token, certainty, w, term);
            for (var r = 1; r < readings; r++)
            {
                var other = (int)index.Word(nearest[r]).Token;
                if (other == token || !used.Add(other)) continue;
                answered.Answers.Add(new Answer(other, OtherReading));
                answered = answered with { Postings = answered.Postings + (int)index.Token(other).Count };
            }

            found.Add(answered);
            weight += w;
        }

        if (found.Count == 0) return null;
        if (!mended && corrected is not null && trust == 1f) corrected = null;
        found.Sort(static (a, b) => a.Postings != b.Postings ? a.Postings.CompareTo(b.Postings) : a.Answers[0].Token.CompareTo(b.Answers[0].Token));
        if (found.Count > 250) found.RemoveRange(250, found.Count - 250);
        return new QueryPlan(found, weight, trust, LiteralMatch.Hashes(text));
    }

    // "Apendicitis": the word as it is spelt is in no phrase, since it is indexed as what it stands for.
    private string? Respelt(List<Term> terms, string text, bool typing)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            if (i == terms.Count - 1 && typing || Stem(terms[i].Text) >= 0 || Token(terms[i].Surface) >= 0 || terms[i].Surface.Contains(' ', StringComparison.Ordinal)) continue;
            if (Analyzer.NearForm(terms[i].Surface) is { } form && text.Contains(terms[i].Surface, StringComparison.OrdinalIgnoreCase)) return text.Replace(terms[i].Surface, form, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    // The token and its relatives. A relative never counts fully, so that the word itself wins.
    private QueryTerm Answered(int token, float certainty, float weight, Term term)
    {
        var answers = new List<Answer>(4) { new(token, certainty) };
        var postings = (int)index.Token(token).Count;
        foreach (var relative in index.Related(token))
        {
            answers.Add(new Answer((int)relative.Token, relative.Trust / 255f * certainty));
            postings += (int)index.Token((int)relative.Token).Count;
        }

        return new QueryTerm(answers, weight, postings);
    }

    // A word of the same length and stem stands in the book instead. The plural of a Greek word, neuroses for neurosis, is no slip.
    private string? Misspelt(string surface, int token, Span<int> nearest)
    {
        var utf8 = Encoding.UTF8.GetBytes(surface);
        // What stands among the words without a count is a stem, and no word that anybody wrote.
        if (index.FindWord(utf8) is var whole && whole >= 0 && index.Word(whole).Count > 0) return null;
        string? meant = null;
        foreach (var at in nearest[..index.Correct(utf8, nearest)])
        {
            var word = index.Text(at);
            if (index.Word(at).Token != token || word.Length != surface.Length || surface.EndsWith("es", StringComparison.Ordinal) && word.EndsWith("is", StringComparison.Ordinal)) continue;
            // Of two forms of one word that which ends alike: diabetes, not diabetic.
            if (word[^1] == surface[^1]) return word;
            meant ??= word;
        }

        return meant;
    }

    private int Stem(string stem) => Token(SearchIndex.StemMark + stem) is var marked && marked >= 0 ? marked : Token(stem);

    private int Token(string word)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(word, utf8, out var n)) return -1;
        var at = index.FindWord(utf8[..n]);
        return at >= 0 ? (int)index.Word(at).Token : -1;
    }

    // The commonest terms of the words that begin so; the word itself, when it is one, always.
    private List<Answer> Prefixed(string prefix, int whole)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var at = index.FindWord(utf8);
        if (at < 0) at = ~at;
        // The commonest, kept in order of count: a prefix of one letter has thousands.
        Span<(uint Count, int Token)> best = stackalloc (uint, int)[MaxPrefixTokens];
        var n = 0;
        for (var i = at; i < index.WordCount && i < at + MaxPrefixWords && index.WordText(i).StartsWith(utf8); i++)
        {
            ref readonly var word = ref index.Word(i);
            if (word.Count == 0 || n == best.Length && word.Count <= best[n - 1].Count || Contains(best[..n], (int)word.Token)) continue;
            var place = n < best.Length ? n++ : n - 1;
            for (; place > 0 && best[place - 1].Count < word.Count; place--) best[place] = best[place - 1];
            best[place] = (word.Count, (int)word.Token);
        }

        var answers = new List<Answer>(n + 1);
        if (whole >= 0) answers.Add(new Answer(whole, 1f));
        foreach (var (_, token) in best[..n])
        {
            if (token != whole) answers.Add(new Answer(token, 1f));
        }

        return answers;
    }

    private static bool Contains(ReadOnlySpan<(uint Count, int Token)> list, int token)
    {
        foreach (var (_, t) in list)
        {
            if (t == token) return true;
        }

        return false;
    }

    // Every reading with one abbreviation (or run of words) written out, then with all of them.
    private List<(string Text, float Trust)> Expansions(string text)
    {
        var readings = new List<(string Text, float Trust)>();
        var words = new List<(string Word, bool Optional)>();
        Analyzer.Words(text, words);
        if (words.Count == 0) return readings;
        var all = new StringBuilder();
        var changed = 0;
        for (var i = 0; i < words.Count;)
        {
            var length = Math.Min(5, words.Count - i);
            List<string>? meanings = null;
            for (; length > 0; length--)
            {
                if (synonyms.Value.TryGetValue(string.Join(' ', words.Skip(i).Take(length).Select(w => w.Word)), out meanings)) break;
            }

            if (meanings is null)
            {
                all.Append(words[i].Word).Append(' ');
                i++;
                continue;
            }

            foreach (var meaning in meanings.Take(3))
                readings.Add((string.Join(' ', words.Take(i).Select(w => w.Word).Append(meaning).Concat(words.Skip(i + length).Select(w => w.Word))), 0.985f));
            all.Append(meanings[0]).Append(' ');
            changed++;
            i += length;
        }

        if (changed > 1) readings.Insert(0, (all.ToString().TrimEnd(), 0.985f));
        Asides(text, readings);
        Mass(words, readings);
        Alternatives(text, readings);
        Compounds(words, readings);
        Parts(words, readings);
        return readings;
    }

    // "Obstruction of bile duct, except cystic duct, without mention of calculus": what is excepted is not what is meant.
    private static void Asides(string text, List<(string Text, float Trust)> readings)
    {
        foreach (var opening in AsideOpenings)
        {
            var at = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
            if (at < 4) continue;
            readings.Add((text[..at], 0.97f));
            return;
        }
    }

    // "BMI 42": the class of Z68 that holds the number.
    private static void Mass(List<(string Word, bool Optional)> words, List<(string Text, float Trust)> readings)
    {
        var named = words.FindIndex(w => w.Word is "bmi" or "mass");
        if (named < 0) return;
        foreach (var (word, _) in words)
        {
            if (word.Length != 2 || !int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)) continue;
            var range = n switch { < 20 => "19.9 or less", < 40 => $"{n}.0-{n}.9", < 45 => "40.0-44.9", < 50 => "45.0-49.9", < 60 => "50.0-59.9", < 70 => "60.0-69.9", _ => "70 or greater" };
            readings.Insert(0, ($"body mass index {range} adult", 0.985f));
            return;
        }
    }

    // "Agenesis or atresia of bile duct", "acute bronchitis, tracheitis, or laryngitis": each by itself.
    private static void Alternatives(string text, List<(string Text, float Trust)> readings)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var or = Array.FindIndex(words, 1, w => w.Equals("or", StringComparison.OrdinalIgnoreCase));
        if (or < 1 || or + 1 >= words.Length) return;
        var from = or - 1;
        // "Bronchitis, acute or chronic" has its noun before the comma; a list has one before its "or" too.
        if (words[from].EndsWith(',')) while (from > 0 && words[from - 1].EndsWith(',')) from--;
        for (var i = from; i <= or + 1; i++)
            if (i != or) readings.Add((string.Join(' ', [.. words.AsSpan(..from), words[i].TrimEnd(','), .. words.AsSpan((or + 2)..)]), 0.95f));
    }

    private static readonly string[] AsideOpenings = [" except ", " excluding ", " with or without ", " without mention of ", " not specified as ", " and/or "];

    // A word that the book does not have is taken apart: "splenitis" is inflammation of the spleen.
    private void Parts(List<(string Word, bool Optional)> words, List<(string Text, float Trust)> readings)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = Analyzer.American(words[i].Word);
            if (word.Length > 6 && Stem(Analyzer.Stem(word)) < 0 && WordParts.Apart(word) is { } apart) readings.Add((Replaced(words, i, apart), 0.9f));
        }
    }

    private static string Replaced(List<(string Word, bool Optional)> words, int at, string by) => string.Join(' ', words.Select((w, n) => n == at ? by : w.Word));

    // "malt worker" where the book has "maltworker", and "keratocyst" where it has "kerato" or "cyst": joined or split at a place where both sides are words.
    private void Compounds(List<(string Word, bool Optional)> words, List<(string Text, float Trust)> readings)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && words[i].Word.Length >= 3 && words[i + 1].Word.Length >= 4 && Known(words[i].Word + words[i + 1].Word))
                readings.Add((string.Join(' ', words.Take(i).Select(w => w.Word).Append(words[i].Word + words[i + 1].Word).Concat(words.Skip(i + 2).Select(w => w.Word))), 0.985f));
            var word = Analyzer.American(words[i].Word);
            if (word.Length < 9 || Known(word) || Stem(Analyzer.Stem(word)) >= 0) continue;
            for (var at = word.Length - 4; at >= 4; at--)
            {
                if (!Known(word[at..]) || !Known(word[..at])) continue;
                readings.Add((string.Join(' ', words.Take(i).Select(w => w.Word).Append(word[..at]).Append(word[at..]).Concat(words.Skip(i + 1).Select(w => w.Word))), 0.9f));
                break;
            }
        }
    }

    private bool Known(string word)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(word, utf8, out var n)) return false;
        var at = index.FindWord(utf8[..n]);
        return at >= 0 && index.Word(at).Count > 0;
    }

    private Dictionary<string, List<string>> LoadSynonyms()
    {
        var map = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var words = new List<(string Word, bool Optional)>();
        foreach (var row in index.Book.Rows(CodeKey.Of(CodeSet.Register, "SYNONYM"), StarterImporter.Phrase))
        {
            words.Clear();
            Analyzer.Words(row[0], words);
            var phrase = string.Join(' ', words.Select(w => w.Word));
            if (phrase.Length == 0) continue;
            if (!map.TryGetValue(phrase, out var meanings)) map.Add(phrase, meanings = []);
            meanings.Add(row[1]);
        }

        return map;
    }
}
