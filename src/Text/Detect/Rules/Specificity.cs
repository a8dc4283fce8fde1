using CodingAhead.Codes.Search;
using CodingAhead.Text.Language;

namespace CodingAhead.Text.Detect.Rules;

/// <summary>
/// A code is used to the highest number of characters that the note supports; where the note is silent, the unspecified code is right and the physician is asked (Official
/// Guidelines I.B.2, I.B.13 laterality, I.B.18 unspecified codes). Works on titles alone: below the heading it looks for the entry all of whose further words the note says.
/// </summary>
internal static class Specificity
{
    public static readonly Rule Rule = new("specificity", "Guidelines I.B.2", Apply);

    // Words of titles that say what a note leaves to silence.
    private static readonly HashSet<string> Unsaid = [.. new[] { "unilateral", "initial", "encounter", "closed", "nos", "unspecified", "essential", "native", "heart", "primary", "single", "adult", "nonintractable", "intractable", "mellitus", "episode", "site", "of", "part", "organism", "form", "disease", "and", "joint", "region", "known", "involving", "cigarettes", "antepartum" }.Select(Analyzer.Stem)];

    private static readonly string Unilateral = Analyzer.Stem("unilateral");

    private static readonly HashSet<string> Sides = [.. new[] { "right", "left", "bilateral" }.Select(Analyzer.Stem)];

    private static readonly HashSet<string> Course = [.. new[] { "acute", "chronic", "subacute", "persistent" }.Select(Analyzer.Stem)];

    // Words of titles behind a "without" that it does not reach: "without rupture, recurrent".
    private static readonly HashSet<string> Later = [.. new[] { "recurrent", "intractable", "initial", "subsequent" }.Select(Analyzer.Stem)];

    private static void Apply(NoteCase note)
    {
        foreach (var m in note.Mentions)
        {
            if (m.Rejected is RejectReasons.Negated || m.Printed) continue;
            Refine(note, m);
        }

        Spent(note);
    }

    // "Severe depression with psychotic features": the words that made one code finer are no psychosis beside it.
    private static void Spent(NoteCase note)
    {
        foreach (var m in note.Live.Where(m => m.Terms == 1 && (m.Entry.Under("F2") || m.Entry.Under("F39") || m.Entry.Under("F419") || m.Entry.Under("R4"))).ToList())
        {
            var stems = note.TermsOf[m.Sentence].Where(t => t.From >= m.From && t.To <= m.To).Select(t => t.Stem).ToList();
            if (note.Live.FirstOrDefault(o => o != m && o.Sentence == m.Sentence && o.Entry.Code[0] == 'F' && stems.TrueForAll(note.Lexicon.TitleStems(o.Entry).Contains)) is { } whole) m.Reject(RejectReasons.Combined, Rule.Source, whole.Entry.Display);
        }
    }

    // How many terms begin before a word.
    private static int Beginning(List<TextTerm> terms, int word)
    {
        var (low, high) = (0, terms.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (terms[middle].From < word) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Goes from a mention's code to the most specific one that the words around support.</summary>
    public static void Refine(NoteCase note, Mention m)
    {
        var codes = note.Codes;
        var words = Around(note, m, out var side);
        var at = m.Entry;
        // "Recurrent acute otitis media": a neighbour whose title says all that this one says and more that is said.
        if (at.Billable && Finer(note, at, words) is { } finer) { m.Alternatives.Insert(0, at); m.Entry = finer; Note(m, side); return; }
        // A title that the note says in full is as specific as it gets.
        if (at.Billable && m.Kind == TermKind.Title && !at.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase) && note.Lexicon.TitleStems(at).Length <= m.Terms) { Note(m, side); return; }
        // From an unspecified code up, and down again by what is said, or not at all.
        CodeEntry? from = null;
        for (var (up, levels) = (at, 0); levels < 2 && codes.Parent(up) is { } parent && IsSilent(up, parent); levels++)
        {
            if (Best(note, [.. codes.Children(parent).Where(c => c.Code != up.Code)], parent, words, m.Entry) is { } first) from = first;
            // "Crohn's disease with fistula": the group between says only "with complications".
            else if (codes.Children(parent).Where(c => !c.Billable && c.Title.Contains("with complications", StringComparison.Ordinal)).SelectMany(codes.Below).Where(c => c.Billable).Take(40).ToList() is { Count: > 0 } finest && Best(note, finest, parent, words, m.Entry) is { } deep) from = deep;
            up = parent;
        }

        if (from is null && at.Billable) { Note(m, side); return; }
        at = from ?? at;
        for (var level = 0; level < 5 && !at.Billable; level++)
        {
            var children = codes.Children(at).ToList();
            if (children.Count == 0) break;
            var said = Best(note, children, at, words, Silent(codes, children, at));
            if (said is null && children.Count == 1) said = children[0];
            if (said is null && children.All(c => c.Code.Length == 7 || c.Code.Length > at.Code.Length && c.Code[at.Code.Length..].TrimEnd('X').Length == 0) && !children.Exists(c => Count(c.Title) > Count(at.Title))) said = children[0];
            said ??= Silent(codes, children, at) ?? Rest(children);
            if (said is null) break;
            at = said;
        }

        if (at.Code != m.Entry.Code)
        {
            if (!at.Billable && Default(codes, at) is { } silent) at = silent;
            if (at.Code != m.Entry.Code && (at.Billable || !m.Entry.Billable))
            {
                if (m.Entry.Billable) m.Alternatives.Insert(0, m.Entry);
                m.Entry = at;
            }
        }

        Note(m, side);
    }

    private static CodeEntry? Finer(NoteCase note, CodeEntry entry, HashSet<string> said)
    {
        if (entry.Code.Length < 5 || note.Codes.Parent(entry) is not { } parent) return null;
        var own = note.Lexicon.TitleStems(entry);
        CodeEntry? best = null;
        var most = own.Length;
        foreach (var other in note.Codes.Children(parent))
        {
            if (!other.Billable || other.Code == entry.Code || other.Title.Length <= entry.Title.Length) continue;
            var title = note.Lexicon.TitleStems(other);
            // A "no" nearby is no detail by itself: the code "without ascites" has every word of the one with it.
            if (title.Length <= most || !own.All(title.Contains) || !title.Except(own).All(said.Contains) || title.Except(own).All(stem => stem == "without")) continue;
            (best, most) = (other, title.Length);
        }

        return best;
    }

    /// <summary>The code under a heading that silence means: on each level the unspecified entry; null when none is.</summary>
    public static CodeEntry? Default(CodeTable codes, CodeEntry heading)
    {
        var at = heading;
        for (var level = 0; level < 5 && !at.Billable; level++)
        {
            var children = codes.Children(at).ToList();
            if ((Silent(codes, children, at) ?? (children.Count == 1 ? children[0] : null) ?? Rest(children)) is not { } next) return null;
            at = next;
        }

        return at.Billable ? at : null;
    }

    // Where the classification has no unspecified code, the one for "other" stands for both (Official Guidelines I.A.9.a).
    private static CodeEntry? Rest(List<CodeEntry> children) =>
        children.Count(IsOther) == 1 ? children.Find(IsOther) : null;

    private static bool IsOther(CodeEntry entry) => entry.Code[^1] is '8' or '9' && (entry.Title.StartsWith("Other ", StringComparison.Ordinal) || entry.Title.Contains(" other ", StringComparison.Ordinal));

    private static void Note(Mention m, string? side)
    {
        if (side is not null && m.Entry.Title.Contains(side, StringComparison.OrdinalIgnoreCase)) m.Found.Add("laterality:" + side);
    }

    private static bool IsSilent(CodeEntry entry, CodeEntry parent) =>
        entry.Title.Contains("unspecified", StringComparison.OrdinalIgnoreCase) || entry.Code.Length == 7 || entry.Title.Contains("without ", StringComparison.OrdinalIgnoreCase) && !parent.Title.Contains("without ", StringComparison.OrdinalIgnoreCase) || entry.Code[^1] == '9';

    // The stems said near a mention: its sentence, with "no" and "denies" before what they deny, and the side, which may be said in the next sentence.
    private static HashSet<string> Around(NoteCase note, Mention m, out string? side)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var terms = note.TermsOf[m.Sentence];
        // Terms are in order of where they begin, and none is longer than a phrase: no need to walk a sentence as long as the note for each mention.
        var first = Math.Min(Beginning(terms, m.From - 32), terms.Count - 1);
        while (first < terms.Count - 1 && terms[first].To <= m.From) first++;
        var last = Beginning(terms, m.To) - 1;
        side = Side.Of(note, m);
        var bones = m.Entry.Code[0] is 'M' or 'S';
        for (var t = Math.Max(0, first - 10); t < Math.Min(terms.Count, last + 11); t++)
        {
            var expanded = t > 0 && terms[t - 1].From == terms[t].From || t + 1 < terms.Count && terms[t + 1].From == terms[t].From;
            if (Sides.Contains(terms[t].Stem) && !expanded) continue;
            var outside = terms[t].To <= m.From || terms[t].From >= m.To;
            // The "acute" inside another abbreviation is that one's own, and so is the "chronic" of another disease: "chronic kidney disease and a cough".
            if (outside && Course.Contains(terms[t].Stem) && note.Touching(terms[t].To, terms[t].To).Any(o => o.To <= m.From || o.From >= m.To)) continue;
            if (outside && expanded && note.Touching(terms[t].From, terms[t].To).Any(o => o != m && o.From <= terms[t].From && o.To >= terms[t].To)) continue;
            if (outside && Told.OfAnother(note, m, terms[t].From, terms[t].To)) continue;
            var denied = outside ? note.ScopesOf[m.Sentence].Any(s => s.Kind == Assertion.Negated && s.From <= terms[t].From && s.To >= terms[t].To) : note.ScopesOf[m.Sentence].Any(s => s.Kind == Assertion.Negated && s.Cue.From >= m.From && s.From <= terms[t].From && s.To >= terms[t].To);
            stems.Add(denied ? "without " + terms[t].Stem : terms[t].Stem);
            if (bones && !denied && Nouns.TryGetValue(terms[t].Stem, out var noun)) stems.Add(noun);
        }

        if (Array.Exists(Skin, m.Entry.Under)) Region(note, m, stems);
        if (side is not null) stems.Add(Analyzer.Stem(side));
        // "OS" names the eye with the side; of a disease of the eye every side is one of an eye.
        if (side is not null && (m.Entry.Code[0] == 'H' && m.Entry.Code[1] < '6' || m.Entry.Under("S05") || m.Entry.Code.Length > 4 && m.Entry.Code[0] == 'E' && m.Entry.Code[3] == '3')) stems.Add(Analyzer.Stem("eye"));
        // A breast is a woman's unless the patient is a man.
        if (!stems.Contains("male") && (note.Patient.Sex is not null || m.Entry.Under("C50"))) stems.Add(Analyzer.Stem(note.Patient.Sex == 'M' ? "male" : "female"));
        return stems;
    }

    // Titles name a bone by its noun, notes by its adjective ("femoral head"), and say of a bone of the hand that it is one.
    private static readonly Dictionary<string, string> Nouns = new[]
    {
        ("femoral", "femur"), ("humeral", "humerus"), ("tibial", "tibia"), ("fibular", "fibula"), ("radial", "radius"), ("ulnar", "ulna"), ("clavicular", "clavicle"), ("scapular", "scapula"), ("patellar", "patella"), ("sacral", "sacrum"), ("calcaneal", "calcaneus"), ("talar", "talus"), ("mandibular", "mandible"), ("sternal", "sternum"), ("pelvic", "pelvis"),
        ("metacarpal", "hand"), ("metatarsal", "foot"),
    }.ToDictionary(p => Analyzer.Stem(p.Item1), p => Analyzer.Stem(p.Item2), StringComparer.Ordinal);

    // Tumours and infections of the skin and below it are coded by region, which notes name by its parts.
    private static readonly string[] Skin = ["C43", "C44", "D03", "D04", "D17", "D22", "D23", "L02", "L03"];

    private static readonly (string Region, string[] Parts)[] Regions =
    [
        ("trunk", ["back", "chest", "abdomen", "buttock", "flank", "groin", "axilla", "breast"]),
        ("upper limb", ["shoulder", "arm", "forearm", "elbow", "wrist", "hand", "finger", "thumb"]),
        ("lower limb", ["hip", "thigh", "leg", "knee", "calf", "shin", "ankle", "foot", "heel", "toe"]),
        ("scalp neck head", ["scalp", "neck"]), ("face head", ["cheek", "forehead", "chin", "temple", "jaw"]),
    ];

    private static void Region(NoteCase note, Mention m, HashSet<string> stems)
    {
        for (var i = m.From; i < Math.Min(note.Note.Sentences[m.Sentence].To, m.To + 6); i++)
        {
            foreach (var (region, parts) in Regions)
            {
                if (Array.IndexOf(parts, note.Word(i)) < 0) continue;
                foreach (var word in (ReadOnlySpan<string>)[.. region.Split(' '), "skin", "subcutaneous", "tissue"]) stems.Add(Analyzer.Stem(word));
                return;
            }
        }
    }

    private static CodeEntry? Best(NoteCase note, List<CodeEntry> children, CodeEntry heading, HashSet<string> said, CodeEntry? silent)
    {
        CodeEntry? best = null;
        var most = 0f;
        var above = note.Lexicon.TitleStems(heading).ToHashSet(StringComparer.Ordinal);
        // What the code of silence says too ("unspecified upper limb") is no further detail.
        if (silent is not null && !silent.Title.Contains("whether with", StringComparison.Ordinal) && !silent.Title.Contains("without", StringComparison.OrdinalIgnoreCase)) above.UnionWith(note.Lexicon.TitleStems(silent));
        var either = heading.Title.Contains(" and ", StringComparison.Ordinal);
        var joined = either ? Joined(heading.Title) : null;
        // Of "gallbladder and bile duct" every entry has both: only what some entries lack is to be chosen.
        var common = either ? Common(note, heading) : null;
        foreach (var child in children)
        {
            var title = note.Lexicon.TitleStems(child);
            if (title.Contains("other") && !above.Contains("other")) continue;
            var sum = 0f;
            var denies = false;
            foreach (var stem in title)
            {
                if (stem == "without") { denies = true; continue; }
                denies &= !Sides.Contains(stem) && !Later.Contains(stem);
                if (above.Contains(stem) && (!denies || above.Contains("without")))
                {
                    // Of "subluxation" and "dislocation" under a heading of both, the one that is said.
                    if (said.Contains(stem) || !either || !joined!.Contains(stem) || common!.Contains(stem) || Unsaid.Contains(stem) || child.Title.Contains(" and ", StringComparison.Ordinal)) continue;
                    sum = float.NegativeInfinity;
                    break;
                }

                if (said.Contains(denies ? "without " + stem : stem)) { sum += note.Lexicon.Word(stem) is var w and >= 0 ? 1 + note.Lexicon.Weight(w) * 0.1f : 1; continue; }
                // "Unilateral" is silence beside a bilateral neighbour, and a detail elsewhere.
                if (!denies && Unsaid.Contains(stem) && (stem != Unilateral || children.Exists(c => c.Title.StartsWith("Bilateral ", StringComparison.Ordinal)))) { sum -= 0.1f; continue; }
                sum = float.NegativeInfinity;
                break;
            }

            if (sum > most) (best, most) = (child, sum);
        }

        return best;
    }

    // What stands to the left and to the right of an "and": of "occlusion and stenosis of carotid artery" the artery is none of the two.
    private static HashSet<string> Joined(string title)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var read = new List<TextTerm>();
        foreach (var part in title.Split(" of "))
        {
            if (!part.Contains(" and ", StringComparison.Ordinal)) continue;
            TermReader.Phrase(part, read);
            stems.UnionWith(read.Select(t => t.Stem));
        }

        return stems;
    }

    // The stems that the titles of all entries share; nothing where there is only one.
    private static HashSet<string> Common(NoteCase note, CodeEntry heading)
    {
        var children = note.Codes.Children(heading).ToList();
        var shared = children.Count > 1 ? note.Lexicon.TitleStems(children[0]).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var child in children) shared.IntersectWith(note.Lexicon.TitleStems(child));
        return shared;
    }

    private static CodeEntry? Silent(CodeTable codes, List<CodeEntry> children, CodeEntry heading)
    {
        if (codes.Unqualified(heading) is { } named && children.Contains(named)) return named;
        CodeEntry? best = null;
        var bestScore = 0;
        foreach (var child in children)
        {
            var score = Silence(child.Title, heading.Title);
            // Of two that say nothing, the one that says it in fewer words of its own.
            if (score > bestScore || score == bestScore && best is not null && Own(child.Title, heading.Title) < Own(best.Title, heading.Title)) (best, bestScore) = (child, score);
        }

        return best ?? children.Find(c => Own(c.Title, heading.Title) == 0 && !heading.Title.StartsWith("Other", StringComparison.Ordinal));
    }

    private static int Own(string title, string heading) => title.Split(' ').Count(w => !heading.Contains(w, StringComparison.OrdinalIgnoreCase));

    // How well an entry stands for silence: "unspecified" in what it adds to the heading, or "without complication", or "initial encounter".
    private static int Silence(string title, string heading)
    {
        var score = (Count(title) - Count(heading)) * 10;
        // Under "Viral infection of unspecified site" that is "Viral infection, unspecified".
        if (score == 0 && Count(heading) > 0 && title.EndsWith(", unspecified", StringComparison.Ordinal) && !heading.EndsWith(", unspecified", StringComparison.Ordinal)) score += 5;
        if (title.Contains("with unspecified complication", StringComparison.OrdinalIgnoreCase)) score -= 20;
        if (title.Contains("unspecified with", StringComparison.OrdinalIgnoreCase)) score -= 12;
        // Intent that is not said is an accident (Official Guidelines I.C.19.e.5.b).
        if (title.Contains("accidental", StringComparison.OrdinalIgnoreCase)) score += 6;
        if (Count(title, "without ") > Count(heading, "without ")) score += 4;
        // "Colitis of C. difficile" says nothing of another time before.
        if (title.Contains("not specified as", StringComparison.OrdinalIgnoreCase) && !heading.Contains("not specified as", StringComparison.OrdinalIgnoreCase)) score += 8;
        if (title.Contains("uncomplicated", StringComparison.OrdinalIgnoreCase) && !heading.Contains("uncomplicated", StringComparison.OrdinalIgnoreCase) && !heading.Contains(" with ", StringComparison.Ordinal)) score += 15;
        if (title.Contains("not having achieved remission", StringComparison.OrdinalIgnoreCase)) score += 8;
        if (title.Contains("not intractable", StringComparison.OrdinalIgnoreCase)) score += 3;
        if (title.Contains("initial encounter", StringComparison.OrdinalIgnoreCase)) score += title.Contains("closed", StringComparison.OrdinalIgnoreCase) || !title.Contains("open", StringComparison.OrdinalIgnoreCase) ? 8 : 2;
        if (title.Contains(" with obstruction", StringComparison.OrdinalIgnoreCase) || title.Contains(" with gangrene", StringComparison.OrdinalIgnoreCase)) score -= 3;
        // That consciousness was lost is said, or not known.
        if (title.Contains("with loss of consciousness of unspecified duration", StringComparison.OrdinalIgnoreCase)) score -= 12;
        if (title.Contains("status unknown", StringComparison.OrdinalIgnoreCase)) score += 10;
        // Of an occlusion of a vein of the retina nobody says more when nothing comes of it.
        if (title.EndsWith(", stable", StringComparison.Ordinal)) score += 6;
        if (title.StartsWith("Other", StringComparison.Ordinal)) score -= 5;
        return score;
    }

    private static int Count(string title, string word = "unspecified")
    {
        var n = 0;
        for (var i = title.IndexOf(word, StringComparison.OrdinalIgnoreCase); i >= 0; i = title.IndexOf(word, i + 5, StringComparison.OrdinalIgnoreCase)) n++;
        return n;
    }
}
