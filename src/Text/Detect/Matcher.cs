using System.Collections.Frozen;
using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect;

/// <summary>A phrase of the lexicon found in a sentence.</summary>
/// <param name="Node">The node of the tree.</param>
/// <param name="First">Its most trusted phrase.</param>
/// <param name="From">First word in the note.</param>
/// <param name="To">Word after the last.</param>
/// <param name="Terms">Positions of the matched terms, ascending.</param>
/// <param name="Score">What the words weigh, less what lies between them.</param>
/// <param name="Gap">What lies between them.</param>
internal readonly record struct Match(int Node, LexiconPhrase First, int From, int To, int[] Terms, float Score, float Gap);

/// <summary>
/// Finds the phrases of a lexicon in a sentence whatever the order of their words: each word is tried as the rarest of a phrase, and the others are looked for around
/// it. Work is bounded by the number of words around each word.
/// </summary>
internal sealed partial class Matcher(Lexicon lexicon)
{
    private const int Reach = 9;
    private const int MostVisits = 600;

    // Words that may stand inside a phrase without changing what it is.
    private static readonly FrozenSet<string> Light = new[]
    {
        "right", "left", "bilateral", "mild", "moderate", "severe", "moderately", "severely", "mildly", "slight", "significant", "known", "acute", "chronic", "subacute", "new", "newly", "recent", "worsening", "stable", "persistent", "intermittent", "occasional",
        "some", "more", "very", "grade", "patient", "his", "her", "their", "my", "large", "small", "minimal", "marked", "diffuse", "underlying", "associated", "well", "poorly", "controlled", "uncontrolled", "upper", "lower", "ongoing", "longstanding", "with", "due", "type", "early", "late",
        "increasing", "constant", "continued", "recurrent", "current", "likely", "probable", "possible", "suspected", "apparent", "progressive", "uncomplicated", "complicated", "advanced", "primary", "secondary", "clinical", "symptomatic", "asymptomatic", "area", "region", "side", "sided", "aspect", "both",
    }.Select(Analyzer.Stem).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Course = new[] { "acute", "chronic", "subacute", "recurrent" }.Select(Analyzer.Stem).ToFrozenSet(StringComparer.Ordinal);

    // What is taken is no disorder yet, though it is read as the word for one: "alcohol" and "alcoholism".
    private static readonly FrozenSet<string> Substances = new[] { "alcohol", "etoh", "ethanol", "thc", "marijuana", "cannabis", "caffeine", "hashish" }.ToFrozenSet(StringComparer.Ordinal);

    // The number of a word in the upper half, its place among the terms in the lower: sorted by word.
    private readonly List<long> around = [];
    private readonly List<int> path = [];
    private readonly List<Match> found = [];
    private float[] before = [];
    private float[] within = [];
    private bool[] joined = [];
    private int[] numbers = [];
    private List<TextTerm> terms = [];
    private List<NoteWord> words = [];
    private PhraseTree tree = lexicon.Diagnoses;
    private List<Scope> denials = [];
    private int visits;

    /// <summary>All phrases in a sentence, overlapping ones too.</summary>
    public List<Match> Find(PhraseTree phrases, List<NoteWord> noteWords, List<TextTerm> sentence, List<Scope> scopes)
    {
        (tree, words, terms, denials) = (phrases, noteWords, sentence, scopes);
        found.Clear();
        Prepare();
        for (var t = 0; t < terms.Count; t++)
        {
            if (numbers[t] < 0) continue;
            var node = tree.Child(0, numbers[t]);
            if (node < 0) continue;
            around.Clear();
            if (tree.HasChildren(node))
            {
                for (var o = Math.Max(0, t - Reach); o < Math.Min(terms.Count, t + Reach + 1); o++)
                {
                    if (numbers[o] > numbers[t]) around.Add((long)numbers[o] << 32 | (uint)o);
                }

                around.Sort();
            }

            path.Clear();
            path.Add(t);
            visits = 0;
            Visit(node, 0);
        }

        PartNeighbours();
        return found;
    }

    private void Prepare()
    {
        if (before.Length < terms.Count) (before, within, joined, numbers) = (new float[terms.Count * 2], new float[terms.Count * 2], new bool[terms.Count * 2], new int[terms.Count * 2]);
        for (var t = 0; t < terms.Count; t++)
        {
            // The number of a list entry is no type: "3) hyperlipidemia".
            numbers[t] = IsListNumber(terms[t]) || IsOfDate(terms[t]) ? -1 : lexicon.Word(terms[t].Stem);
            within[t] = IsSide(terms[t].Stem) ? 0.05f : Light.Contains(terms[t].Stem) ? 0.12f : numbers[t] >= 0 ? 0.9f : 0.8f;
            // "Continue the medications, and if the rash stays": a condition parts.
            if (words[terms[t].From].Text == "if") within[t] = 1.6f;
            before[t] = 0;
            joined[t] = false;
            if (t == 0 || terms[t].From == terms[t - 1].From) { joined[t] = t > 0 && joined[t - 1]; continue; }
            for (var w = terms[t - 1].To; w <= terms[t].From; w++)
            {
                var mark = words[w].Before;
                if ((mark & Mark.Comma) != 0) { before[t] += 0.35f; joined[t] = true; }
                if (w > 0 && words[w].SlashedFrom(words[w - 1])) joined[t] = true;
                if ((mark & (Mark.Open | Mark.Close)) != 0) before[t] += 0.3f;
                if ((mark & Mark.Colon) != 0) before[t] += 0.9f;
                // The entries of a list are diagnoses of their own.
                if ((mark & Mark.Semicolon) != 0) before[t] += 2.2f;
                if ((mark & Mark.Line) != 0) before[t] += 0.3f;
                if (w == terms[t].From) break;
                joined[t] |= words[w].Text is "and" or "or";
                before[t] += words[w].Text switch { "and" or "or" or "nor" => 0.5f, "no" or "not" or "without" or "but" or "denies" => 1.2f, "for" => 1.6f, "is" or "are" or "was" or "has" or "had" or "as" => 0.4f, "complication" or "complications" or "complicating" => 1.6f, "to" or "on" or "at" or "by" or "from" => 0.3f, _ => 0.05f };
            }
        }
    }

    private bool IsListNumber(TextTerm term) =>
        term.Stem.Length is 1 or 2 && char.IsAsciiDigit(term.Stem[0]) && term.To < words.Count && words[term.To].Has(Mark.Close) && !words[term.From].Has(Mark.Open);

    // "2/2023", "dx 1 year ago": no type and no grade.
    private bool IsOfDate(TextTerm term)
    {
        if (term.Stem.Length is 0 or > 2 || !char.IsAsciiDigit(term.Stem[0]) || term.To >= words.Count) return false;
        var next = words[term.To];
        if (next.Before == 0 && next.Text is "year" or "years" or "yr" or "yrs" or "month" or "months" or "week" or "weeks" or "hour" or "hours") return true;
        return next.Has(Mark.Slash) && next.Text.Length == 4 && char.IsAsciiDigit(next.Text[0]) && char.IsAsciiDigit(next.Text[3]);
    }

    private void Visit(int node, int start)
    {
        if (++visits > MostVisits) return;
        if (tree.At(node).Length > 0) Keep(node);
        if (!tree.HasChildren(node)) return;
        for (var k = start; k < around.Count; k++)
        {
            var child = tree.Child(node, (int)(around[k] >> 32));
            if (child < 0) continue;
            path.Add((int)around[k]);
            Visit(child, k + 1);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void Keep(int node)
    {
        if (!StandsAlone() || path.TrueForAll(t => terms[t].Plain > 0)) return;
        var positions = path.ToArray();
        Array.Sort(positions);
        foreach (var p in positions)
        {
            if (terms[p].Plain > 1 && Array.FindAll(positions, q => terms[q].Plain > 0 && terms[q].Phrase == terms[p].Phrase).Length < terms[p].Plain) return;
            if (terms[p].Whole <= 1) continue;
            var together = 0;
            foreach (var q in positions) if (terms[q].From == terms[p].From) together++;
            if (together < terms[p].Whole) return;
        }

        // "Cholecystitis with gallstones, no fever": what is denied stands behind the "no".
        if (positions.Length > 1 && terms[positions[^1]].Stem == "without") return;
        // "Depression and anxiety" are two diagnoses, though there is a name for both together.
        if (AreSeveral(positions) || LastIsOfTheNext(positions)) return;
        var optional = tree.Optional(tree.At(node)[0]);
        var gap = 0f;
        var score = 0f;
        for (var i = 0; i < positions.Length; i++)
        {
            // A side says where, not what: "left ear, unspecified" must not beat "acute".
            score += IsSide(terms[positions[i]].Stem) ? -1.2f : lexicon.Weight(numbers[positions[i]]);
            if (i == 0) continue;
            if (positions[i] - positions[i - 1] == 1 && IsInverted(positions[i])) gap -= 0.35f;
            for (var t = positions[i - 1] + 1; t <= positions[i]; t++)
            {
                gap += before[t];
                if (t == positions[i] || terms[t].From == terms[positions[i]].From || terms[t].From == terms[positions[i - 1]].From) continue;
                if (numbers[t] >= 0 && optional.Contains(numbers[t]))
                {
                    // "Aortic valve stenosis" is the stenosis "aortic (valve)", and no stenosis of "a valve".
                    if (positions[i] - positions[i - 1] == 2 && !Light.Contains(terms[t].Stem) && !Array.Exists(positions, p => numbers[p] == numbers[t])) score += lexicon.Weight(numbers[t]) / 2;
                    continue;
                }

                gap += positions.Length <= 3 && within[t] < 1 && terms[t].From > 0 && words[terms[t].From - 1].Text is "and" or "or" ? Math.Min(0.4f, within[t]) : within[t];
            }
        }

        // An abbreviation stands for all of its words: no urinary infection without the tract.
        foreach (var p in positions)
        {
            for (var t = p + 1; t < terms.Count && terms[t].From == terms[p].From; t++) if (Unused(positions, t, optional)) gap += 0.35f;
            for (var t = p - 1; t >= 0 && terms[t].From == terms[p].From; t--) if (Unused(positions, t, optional)) gap += 0.35f;
        }

        // "Hypoxic failure from COPD" takes no "chronic" out of the abbreviation.
        foreach (var p in positions)
        {
            if (!Course.Contains(terms[p].Stem) || terms[p].To - terms[p].From != 1) continue;
            var (together, others) = (0, 0);
            for (var t = 0; t < terms.Count; t++) if (t != p && terms[t].From == terms[p].From) { others++; together += Array.IndexOf(positions, t) >= 0 ? 1 : 0; }
            if (others > 0 && together == 0) return;
        }

        if (gap > 1.1f + 0.25f * (positions.Length - 2) || HalfDenied(positions)) return;
        var from = terms[positions[0]].From;
        var to = from;
        foreach (var p in positions) to = Math.Max(to, terms[p].To);
        // "Infarction as a complication of coronary bypass" is none of the coronaries.
        for (var w = from; w < to; w++) if (words[w].Text is "complication" or "complications" && !Array.Exists(positions, p => terms[p].From <= w && terms[p].To > w)) return;
        // Rounded, so that the order of adding up decides nothing.
        found.Add(new Match(node, tree.At(node)[0], from, to, positions, MathF.Round(score + 1.5f * positions.Length - 3f * gap - (tree.At(node)[0].Kind == TermKind.Heading ? 2 : 0), 2), gap));
    }

    private bool Unused(int[] positions, int t, ReadOnlySpan<int> optional) => Array.IndexOf(positions, t) < 0 && numbers[t] >= 0 && !optional.Contains(numbers[t]) && terms[t].Whole == 0 && !Light.Contains(terms[t].Stem);

    // Of one word, sides aside, the word itself must be a condition's name: "esophageal" is none, nor is "right ventricular".
    private bool StandsAlone()
    {
        var only = -1;
        foreach (var t in path)
        {
            if (IsSide(terms[t].Stem)) continue;
            if (only >= 0) return true;
            only = t;
        }

        if (only < 0) return false;
        var term = terms[only];
        if (term.Whole < 0) return false;
        if (term.To - term.From == 1 && Substances.Contains(words[term.From].Text)) return false;
        if (term.Surface is { } read) return lexicon.StandsAlone(read);
        if (term.To - term.From != 1) return true;
        var (word, stem) = TermReader.Forms(words[term.From].Text);
        return stem != term.Stem || Abbreviations.Names(words[term.From].Text) || lexicon.StandsAlone(word) || lexicon.Spelling.Repair(word) == term.Stem;
    }

    private static bool IsSide(string stem) => stem is "right" or "left" or "bilateral" or "bilater";

    // Every part between "and", "or" and commas is a phrase by itself.
    private bool AreSeveral(int[] positions)
    {
        var start = 0;
        var parts = 0;
        for (var i = 1; i <= positions.Length; i++)
        {
            if (i < positions.Length && !JoinedBetween(positions[i - 1], positions[i])) continue;
            if (!IsPhrase(positions.AsSpan(start..i)) || i - start == 1 && start > 0 && IsInverted(positions[start])) return false;
            parts++;
            start = i;
        }

        return parts > 1;
    }

    // "Hepatitis, alcoholic", "bundle branch block, left": an adjective or a side behind a comma, with nothing behind it, belongs to the word before.
    private bool IsInverted(int t)
    {
        var term = terms[t];
        if (IsSide(term.Stem) && words[term.From].Has(Mark.Comma) && (term.To >= words.Count || words[term.To].Before != 0)) return true;
        if (term.To - term.From != 1 || !words[term.From].Has(Mark.Comma) || term.To < words.Count && t + 1 < terms.Count && words[term.To].Before == 0) return false;
        var word = words[term.From].Text;
        return word.Length > 5 && Array.Exists(Adjectives, e => word.EndsWith(e, StringComparison.Ordinal));
    }

    private static readonly string[] Adjectives = ["ic", "al", "ous", "ive", "ary", "ed", "ar"];

    // "Cough and chronic kidney disease", "exacerbation with acute respiratory failure": an adjective that something parts from the words before it goes with the word after it.
    private bool LastIsOfTheNext(int[] positions)
    {
        var last = positions[^1];
        // "Cirrhosis with portal hypertension": the cirrhosis by itself, and the hypertension that is portal.
        if (positions.Length > 1 && last + 1 < terms.Count && terms[last + 1].From == terms[last].To && words[terms[last + 1].From].Before == 0 && terms[positions[^2]].To < terms[last].From
            && words[terms[last].From - 1].Text is "with" or "and" or "w" && IsPhrase([last, last + 1]) && IsPhrase(positions.AsSpan(..^1))) return true;
        return positions.Length > 1 && Course.Contains(terms[last].Stem) && last + 1 < terms.Count && terms[last + 1].From == terms[last].To && words[terms[last + 1].From].Before == 0
            && (JoinedBetween(positions[^2], last) || terms[positions[^2]].To < terms[last].From);
    }

    private bool JoinedBetween(int from, int to)
    {
        for (var t = from + 1; t <= to; t++)
        {
            // The words that one abbreviation stands for are not parted from each other.
            if (joined[t] && terms[t].From != terms[t - 1].From) return true;
        }

        return false;
    }

    private bool IsPhrase(ReadOnlySpan<int> positions)
    {
        Span<int> sorted = stackalloc int[positions.Length];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = numbers[positions[i]];
        sorted.Sort();
        var node = 0;
        foreach (var number in sorted)
        {
            node = tree.Child(node, number);
            if (node < 0) return false;
        }

        return tree.At(node).Length > 0;
    }

    // "Ketoacidosis, no coma" is not ketoacidosis with coma; "without coma" is a name of its own.
    private bool HalfDenied(int[] positions)
    {
        foreach (var scope in denials)
        {
            // And "chest pain, likely musculoskeletal" is chest pain.
            if (scope.Kind is not (Assertion.Negated or Assertion.Uncertain)) continue;
            // "Suspected abuse" has a code in which the doubt is part of the name.
            if (scope.Kind == Assertion.Uncertain && Array.Exists(positions, p => terms[p].From >= scope.Cue.From && terms[p].To <= scope.Cue.To)) continue;
            var inside = 0;
            var own = false;
            foreach (var p in positions)
            {
                // The "without" of the name itself; a second denial is another.
                own |= terms[p].Stem == "without" && scope.Kind == Assertion.Negated && scope.Cue.From <= terms[p].From && scope.Cue.To > terms[p].From;
                if (terms[p].From >= scope.From && terms[p].To <= scope.To) inside++;
            }

            if (!own && inside > 0 && inside < positions.Length) return true;
        }

        return false;
    }

    /// <summary>The best phrases that do not share words; two of them may share a word in an enumeration ("pain of the hip and knee").</summary>
    public static List<Match> Best(List<Match> matches, List<NoteWord> words, List<TextTerm> terms, Func<Match, HashSet<int>, bool>? alone = null)
    {
        var chosen = new List<Match>();
        if (matches.Count == 0) return chosen;
        var taken = new HashSet<int>();
        foreach (var match in matches.OrderByDescending(m => m.Score).ThenBy(m => m.To - m.From).ThenBy(m => m.From).ThenBy(m => m.To).ThenBy(m => m.First.Kind).ThenBy(m => m.First.Code).ThenBy(m => m.Node))
        {
            // Terms of one word (an abbreviation) are taken together.
            var shared = 0;
            foreach (var t in match.Terms)
            {
                if (taken.Contains(terms[t].From)) shared++;
            }

            if (shared > 0 && (shared * 2 > match.Terms.Length || match.Terms.Length < 2 || !Enumerated(match, words) && !chosen.TrueForAll(c => c.From >= match.To || c.To <= match.From || Enumerated(c, words)))) continue;
            // "Coronary artery disease, hypertension" has no disease of hypertension: what is left without the shared word names something by itself.
            if (shared > 0 && alone is not null && alone(match, taken)) continue;
            if (shared > 0 && chosen.Any(c => c.From <= match.From && c.To >= match.To)) continue;
            foreach (var t in match.Terms)
            {
                for (var w = terms[t].From; w < terms[t].To; w++) taken.Add(w);
            }

            chosen.Add(match);
        }

        chosen.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        return chosen;
    }

    /// <summary>Whether the words of a match that are not taken yet are a phrase by themselves. For <see cref="Best"/> right after <see cref="Find"/>.</summary>
    public bool RestIsPhrase(Match match, HashSet<int> taken)
    {
        Span<int> rest = stackalloc int[match.Terms.Length];
        var n = 0;
        // "Cellulitis and abscess of the mouth" shares the place that ends the list.
        if (taken.Contains(terms[match.Terms[^1]].From)) return false;
        foreach (var t in match.Terms)
        {
            if (!taken.Contains(terms[t].From)) rest[n++] = t;
        }

        return n > 0 && IsPhrase(rest[..n]);
    }

    private static bool Enumerated(Match match, List<NoteWord> words)
    {
        for (var w = match.From + 1; w < match.To; w++)
        {
            if (words[w].Text is "and" or "or" || words[w].Has(Mark.Comma | Mark.Slash)) return true;
        }

        return false;
    }
}
