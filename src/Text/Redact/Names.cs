using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Names of persons (A) by what stands around them: titles, credentials, labels, relations, verbs of signing; and, without such a reason, by how often the
/// words are names and how often they are not.
/// </summary>
internal static class Names
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUY");

    /// <summary>After <c>Dr.</c>, <c>Mrs.</c> and the like.</summary>
    public static int Titled(Note n, int i, Evidence evidence)
    {
        var first = i + 1;
        // 600 ms and 0.4 MS are times, 6 Fr is a size.
        if (first >= n.T.Length || i > 0 && n.IsNumber(i - 1) && n.Spaced(i - 1) && (n.T[i].Form == Form.Lower || n.Equals(i, "ms") || n.Equals(i, "fr"))) return -1;
        if (n.T[i].Is(Word.WeakTitle))
        {
            if (n.T[i].Form == Form.Lower && !n.Equals(i, "doctor") && n.Register.Flat && n.Equals(i, "nurse") && n.T[first].Weights is { Given: >= 5, Ordinary: < 4 }) n.Mark(n.T[first].Start, n.T[first].End, PhiType.Name, "name-title", 0.8);
            if (n.Equals(i, "doctor") && n.Register.Flat) return Dictated(n, i, evidence);
            if (n.T[i].Form == Form.Lower && !n.Equals(i, "doctor") || n.T[first].Form != Form.Capital || n.T[first].Weights.Ordinary >= 4 && n.T[first].Weights.Name < 8) return -1;
        }

        var gap = n.Gap(i).TrimStart('.');
        if (n.Equals(i, "ms") && n.T[i].Form != Form.Capital && n.Gap(i)[0] != '.' && n.T[first].Form != Form.Upper) return -1;
        // "Mr. and Mrs. Smith", "Drs. Smith and Jones" are found at their last title or by spreading.
        if (gap.IndexOfAnyExcept(" \n\r\t") >= 0 || gap.Length == 0 && n.Gap(i).Length == 0 || gap.Count('\n') > 1) return -1;
        var lower = n.T[first].Form == Form.Lower;
        // MR. Speech: retardation, not a mister.
        if (n.T[i].Form == Form.Upper && n.T[first].Form == Form.Capital && n.T[first].Weights is { Ordinary: >= 5, Name: < 5 }) return -1;
        if (n.T[first].Is(Word.Stop) && n.T[first].Length > 1 && (lower || !n.T[first].Is(Word.StopSurname))) return -1;
        if (!n.T[first].IsWord) return -1;
        if (lower && (n.Equals(i, "dr") && n.T[i].Form == Form.Upper || n.T[first].Weights.Ordinary >= 8 && n.T[first].Weights.Name < 5 || n.T[first].Is(Word.Credential | Word.Title) && n.T[first].Weights.Name < 3)) return -1;
        var last = Run(n, first, evidence, strong: true, lower);
        if (last < 0) return -1;
        n.Mark(n.T[first].Start, n.T[last].End, PhiType.Name, "name-title", 0.97);
        return last;
    }

    // "this is doctor amir orr dictating": where capitals tell nothing, the words that follow a physician's title and are seen as names, or as nothing.
    private static int Dictated(Note n, int i, Evidence evidence)
    {
        var last = i;
        while (last - i < 3 && n.Spaced(last, 1) && (last == i ? First(n, last + 1, evidence) || Sent(n, i) : Further(n, last + 1, evidence))) last++;
        if (last == i) return -1;
        n.Mark(n.T[i + 1].Start, n.T[last].End, PhiType.Name, "name-title", 0.85);
        return last;
    }

    private static bool Spoken(Note n, int k) =>
        n.T[k].IsWord && n.T[k].Length > 2 && !n.T[k].Is(Word.Stop | Word.Speech | Word.Clinical | Word.Relation | Word.Department | Word.PlaceVerb) && !Register.Medical(n.Text(k)) && !Leaning.Contracted(n.Text(k));

    // A word that is seen as a name, or one never seen that looks like one.
    private static bool First(Note n, int k, Evidence evidence) =>
        Spoken(n, k) && (n.T[k].Weights is { Name: >= 3, Ordinary: < 5 } || n.T[k].Weights.Packed == 0 && evidence.Looks(n.Text(k)) > -4);

    // After a given name less is enough.
    private static bool Further(Note n, int k, Evidence evidence) =>
        Spoken(n, k) && (n.T[k].Weights is { Surname: >= 3, Ordinary: < 3 } or { Name: > 0, Ordinary: 0 } || n.T[k].Weights.Packed == 0 && evidence.Looks(n.Text(k)) > -10);

    // "sent to doctor long in …": a word that is vocabulary as well needs a preposition before the title and one after itself.
    private static bool Sent(Note n, int i) =>
        Spoken(n, i + 1) && n.T[i + 1].Weights.Surname >= 7 && n.IsAny(i - 1, "to", "by", "with", "from", "per", "see", "saw") && n.IsAny(i + 2, "in", "at", "for", "on", "and", "who", "over");

    /// <summary>Before a credential: <c>R. McCrann, MD</c>, <c>Peggy Vo RN</c>.</summary>
    public static void Credentialed(Note n, int i, Evidence evidence)
    {
        if (i == 0 || n.T[i].Form == Form.Lower) return;
        var gap = n.Gap(i - 1);
        if (!(gap.SequenceEqual(", ") || gap.SequenceEqual(" ") || gap.SequenceEqual(",") || gap.SequenceEqual(",  ") || gap.SequenceEqual("., ") || gap.SequenceEqual(". "))) return;
        var comma = gap.Contains(',');
        if (Otherwise(n, i)) return;
        if (n.T[i - 1].Is(Word.Credential) && n.T[i - 1].Form == Form.Upper) return;
        var j = i - 1;
        if (n.T[j].Is(Word.Suffix)) j--;
        var first = j;
        var words = 0;
        for (var k = j; k >= 0 && j - k < 5; k--)
        {
            if (k < j)
            {
                var g = n.Gap(k);
                if (!(g.SequenceEqual(" ") || g.SequenceEqual("-") || g.SequenceEqual(". ") && n.T[k].Length == 1 || g.SequenceEqual(".") && n.T[k].Length == 1 || g.SequenceEqual("  "))) break;
            }

            ref readonly var t = ref n.T[k];
            if (!t.IsWord || t.Is(Word.Title | Word.PersonLabel | Word.SignVerb) && t.Weights.Name < 6 || t.Is(Word.Heading) || t.Is(Word.Stop) && t.Length > 1 && !(k == j && t.Big)) break;
            if (!t.Big && !(t.Is(Word.Particle) && words > 0) && !(comma && t.Weights.Name >= 3 && t.Weights.Ordinary < 4 && t.Form == Form.Lower && n.T[i].Form == Form.Lower)) break;
            if (t.Length > 1 && !t.Is(Word.Particle) && k < j && !Plausible(n, k, evidence) && !(comma && t.Form == Form.Capital && t.Weights.Name >= 2 && !t.Is(Word.Speech))) break;
            if (t.Length > 1) words++;
            first = k;
        }

        // "signed by May La Fontaine, MD": a word of grammar where the name must begin.
        if (words > 0 && first > 1 && n.Spaced(first - 1, 1) && n.T[first - 1].Is(Word.StopSurname) && n.T[first - 1].Form == Form.Capital && (n.Equals(first - 2, "by") || n.Gap(first - 2).Contains('|') || n.T[first - 2].Is(Word.PersonLabel))) first--;
        if (words == 0 || !comma && words < 2 && n.T[first].Length > 1 && first == j && !Plausible(n, j, evidence)) return;
        if (words == 1 && !Plausible(n, j, evidence) && n.T[first].Length > 1 && !comma) return;
        if (n.T[first].Is(Word.Relation) && first == j || n.T[j].Is(Word.Institution | Word.Heading | Word.Medical) && n.T[j].Weights.Name < 4 && n.T[first].Length > 1 || n.T[j].Weights is { Ordinary: >= 8, Name: < 5 } && (words < 2 && n.T[first].Length > 1)) return;
        n.Mark(n.T[first].Start, n.T[j].End, PhiType.Name, "name-credential", 0.95);
    }

    // "IOP OD>OS", "grey Sentra, PA tag": an eye, a state.
    private static bool Otherwise(Note n, int i) =>
        n.Equals(i, "od") && n.CharAt(n.T[i].End) is '>' or '<' or '=' || n.Equals(i, "pa") && n.Spaced(i, 1) && n.IsAny(i + 1, "tag", "plate", "plates", "license", "driver");

    /// <summary>An initial and a surname before a credential, all in lower case: <c>j. okafor rn</c>.</summary>
    public static void Typed(Note n, int i)
    {
        if (n.T[i].Form != Form.Lower || i < 2 || n.T[i].Length > 4 || n.Equals(i, "do") || n.Equals(i, "ma") || n.Equals(i, "fact")) return;
        ref readonly var t = ref n.T[i - 1];
        if (!t.IsWord || t.Form != Form.Lower || t.Length < 3 || t.Weights.Ordinary >= 3 && !(t.Weights is { Surname: >= 4, Ordinary: < 8 }) || t.Is(Word.Stop) || !(n.Gap(i - 1).SequenceEqual(" ") || n.Gap(i - 1).SequenceEqual(", "))) return;
        if (n.T[i - 2] is not { Length: 1, Form: Form.Lower } || !n.Gap(i - 2).StartsWith(". ", StringComparison.Ordinal)) return;
        n.Mark(n.T[i - 2].Start, t.End, PhiType.Name, "name-credential", 0.8);
    }

    /// <summary>After a label with a colon, or a verb or relation that a name follows: <c>Attending: …</c>, <c>Wife is …</c>, <c>spoke with …</c>.</summary>
    public static int Labelled(Note n, int i, Evidence evidence)
    {
        // Mother-in-law, son-in-law.
        var j = n.T[i].Is(Word.Relation) && n.Joined(i, '-') && n.Equals(i + 1, "in") && n.Joined(i + 1, '-') && n.Equals(i + 2, "law") ? i + 2 : i;
        var label = j;
        // A field of a header: "Name …" where a line begins, or between bars.
        var strong = n.T[i].Form == Form.Capital && (n.T[i].Line && (n.Equals(i, "name") || n.Equals(i, "pt")) || i > 0 && n.T[i].Is(Word.PersonLabel) && n.Gap(i - 1).Trim().SequenceEqual("|"));
        var verb = n.T[i].Is(Word.SignVerb) && !n.T[i].Is(Word.PersonLabel);
        var by = false;
        for (var steps = 0; steps < 4 && j + 1 < n.T.Length; steps++)
        {
            var gap = n.Gap(j);
            var line = gap.Contains('\n');
            if (gap.Contains(':'))
            {
                if (gap.Trim().Length > 1 && !gap.Trim().SequenceEqual("):") && !gap.Trim().SequenceEqual(".:") || line && gap.IndexOf('\n') < gap.IndexOf(':') || gap.Length > 30 || gap.Count('\n') > 1) return -1;
                // "Procedure performed:" is no signature; "performed by:" is.
                if (verb && !by && !n.Equals(i, "signed") && !n.Equals(i, "dictated") && !n.Equals(i, "transcribed")) return -1;
                strong = true;
                j++;
                // "Attending physician: Dr. Smith" is found at the title.
                if (n.T[j].Is(Word.Title) && n.T[j].Weights.Name < 9) return -1;
                break;
            }

            if (line && gap.Trim().Length > 0 || gap.Count('\n') > 1) return -1;
            if (gap.Trim().Length > 0 && !((gap.SequenceEqual(", ") || gap.SequenceEqual(" (")) && n.T[i].Is(Word.Relation)) && !(gap.Trim().SequenceEqual("|")) && !gap.SequenceEqual("/") && !gap.SequenceEqual(" - ")) return -1;
            var next = j + 1;
            var connector = n.T[next].Is(Word.Connector) || n.Equals(next, "doctor") && n.T[next].Form == Form.Lower || n.Equals(next, "of") && n.Equals(i, "name") || n.Equals(next, "s") && n.Joined(j, '\'');
            if (!connector)
            {
                j++;
                break;
            }

            by |= n.Equals(next, "by");
            if (n.Equals(next, "with") && n.T[i].Is(Word.CareVerb)) return -1;

            if (n.Equals(next, "with") && !n.T[i].Is(Word.SignVerb)) return -1;
            j = next;
        }

        if (j == label || j >= n.T.Length || n.T[j].Is(Word.Title) && n.T[j].Weights.Name < 9) return -1;
        if (!strong && n.T[i].Is(Word.PersonLabel) && j == i + 1 && n.T[i].Form == Form.Upper && n.T[j].Form == Form.Upper && !n.T[i].Line) return -1;
        ref readonly var t = ref n.T[j];
        // "| Patient | DOB |", "Interpreter: Spanish".
        if (!t.IsWord || t.Form == Form.Upper && t.Length > 2 && t.Is(Word.DatePreposition | Word.NumberLabel) || t.Is(Word.Demonym) && t.Weights.Given < 5 && j + 1 < n.T.Length && n.T[j + 1].Form != Form.Capital) return -1;
        var surnameFirst = LastFirst(n, j, evidence, strong);
        if (surnameFirst >= 0) return surnameFirst;
        var lower = t.Form == Form.Lower;
        // "brother deshawn called": a word that is seen as a given name and as nothing else.
        var kin = lower && n.T[i].Is(Word.Relation) && t.Weights is { Given: >= 3, Ordinary: < 2 } && !t.Is(Word.Stop | Word.Speech);
        var hyphened = t.Form == Form.Capital && n.Joined(j, '-') && n.T[j + 1] is { Form: Form.Lower, Length: <= 4 };
        var pair = t.Form == Form.Capital && j + 1 < n.T.Length && n.Spaced(j, 1) && n.T[j + 1].Form == Form.Capital && Closed(n, j + 1) && (n.T[j + 1].Weights.Surname >= 1 || n.T[j + 1].Weights.Packed == 0);
        if (t.Is(Word.Stop) && !(t.Length == 1 && t.Form == Form.Upper) && !(strong && t.Big && t.Weights.Given >= 9) && !((strong || by) && pair && t.Length > 1 && t.Weights.Name >= 2)) return -1;
        if (lower && !(strong && (t.Weights.Name >= 2 || t.Weights.Packed == 0) && t.Weights.Ordinary < 5) && !(n.T[i].Is(Word.Relation) && (t.Weights.Given >= 7 && t.Weights.Ordinary < 5 || kin || n.Register.Flat && (t.Weights is { Given: >= 5, Ordinary: < 3 } or { Given: >= 3, Ordinary: 0 } or { Given: >= 7, Ordinary: < 9 }) && !t.Is(Word.Stop | Word.Speech)))) return -1;
        if (!strong && n.T[i].Is(Word.SignVerb) && j == i + 1 && !n.T[i].Is(Word.PersonLabel) && !(n.Equals(i, "contacted") || n.Equals(i, "named") || n.Equals(i, "called") || n.Equals(i, "per") || n.Equals(i, "thanks"))) return -1;
        if (!strong && !hyphened && !kin && !(lower && n.Register.Flat) && !(by && pair) && t.Length > 1 && !(t.Is(Word.Particle) && Plausible(n, j + 1, evidence)) && !(Plausible(n, j, evidence) && (t.Weights.Ordinary < 5 || t.Weights.Name >= 6))) return -1;
        // CC: dysarthria. A word of the code sets that nobody is called.
        if (strong && t.Weights is { Name: 0, Ordinary: > 0 } && (t.Length >= 6 || t.Weights.Ordinary >= 4) && !pair) return -1;
        // "Brother: HTN", "Recipient: CMV negative": letters that nobody could say.
        if (strong && t is { Form: Form.Upper, Length: 2 or 3 or 4 } && t.Weights.Packed == 0 && !n.Text(j).ContainsAny(Vowels)) return -1;
        // After a colon a word is a name unless it is vocabulary.
        if (strong && !hyphened && t.Length > 1 && !t.Is(Word.Particle) && t.Weights.Ordinary >= 6 && t.Weights.Name < 5 && !(j + 1 < n.T.Length && n.T[j + 1].Weights.Name >= 6 && n.T[j + 1].Weights.Ordinary < 5)) return -1;
        if (t.Is(Word.Heading | Word.Institution) && t.Weights.Name < 6 || !strong && t.Is(Word.Department) && t.Weights.Name < 6 || t.Is(Word.EponymHead) && t.Weights.Name < 6) return -1;
        if (!strong && !pair && t.Is(Word.Month | Word.Weekday | Word.Brand | Word.State | Word.Country) && !n.T[i].Is(Word.Relation)) return -1;
        if (t.Length == 1 && !(n.Near(j) || n.Gap(j).SequenceEqual(". "))) return -1;
        var last = Run(n, j, evidence, strong, lower);
        if (last < 0 || last == j && t.Length == 1) return -1;
        if (!strong && (Placed(n, j, last) || Spreading.Eponymous(n, last))) return -1;
        n.Mark(t.Start, n.T[last].End, PhiType.Name, strong ? "name-label" : "name-context", strong ? 0.95 : 0.85);
        return last;
    }

    /// <summary><c>Smith, John A.</c> where a line begins, after a label, or by evidence.</summary>
    public static int LastFirst(Note n, int i, Evidence evidence, bool strong)
    {
        var j = i;
        while (j - i < 3 && n.T[j].Is(Word.Particle) && (n.Spaced(j, 1) || n.Joined(j, '-')) && j + 1 < n.T.Length && n.T[j + 1].IsWord) j++;
        var wordlike = !Surname(n, j, evidence);
        if (wordlike && !(n.T[j].IsWord && n.T[j].Length > 1 && (strong || n.T[i].Line) && n.T[j].Weights.Name >= 1 && n.CharAt(n.T[j].End) == ',')) return -1;
        while (j - i < 4 && (n.Joined(j, '-') || n.Spaced(j, 1)) && j + 1 < n.T.Length && n.T[j + 1].IsWord && n.T[j + 1].Length > 1 && Surname(n, j + 1, evidence)) j++;
        if (j + 1 >= n.T.Length || !(n.Gap(j).SequenceEqual(", ") || n.Gap(j).SequenceEqual(",") || n.Gap(j).SequenceEqual(",  "))) return -1;
        var g = j + 1;
        // A cell of a table: "| Hartwell, J |".
        if (n.T[g] is { Length: 1, Form: Form.Upper } && i > 0 && n.Gap(i - 1).Trim().SequenceEqual("|") && n.Gap(g).Trim(" .").StartsWith("|"))
        {
            n.Mark(n.T[i].Start, n.T[g].End, PhiType.Name, "name-last-first", 0.85);
            return g;
        }

        ref readonly var given = ref n.T[g];
        if (!given.IsWord || given.Length == 1 && !strong || n.Joined(g, '.') && n.T[g + 1].Length == 1 && given.Length == 1 || given.Is(Word.Stop | Word.Credential | Word.Heading) && given.Weights.Given < 6 || given.Form == Form.Lower != (n.T[i].Form == Form.Lower)) return -1;
        var last = g;
        while (last - g < 3 && last + 1 < n.T.Length && (n.Joined(last, '-') && n.T[last + 1].IsWord || n.Spaced(last, 1) && n.T[last + 1].IsWord && (n.T[last + 1].Length == 1 || Plausible(n, last + 1, evidence) && n.T[last + 1].Form == given.Form && n.T[last + 1].Weights.Ordinary < 5))) last++;
        var header = n.T[i].Line && (n.Gap(last) is var after && (after.StartsWith(" (") || last + 1 < n.T.Length && n.T[last + 1].Form == Form.Mixed && n.T[last + 1].Length <= 4 && n.View[n.T[last + 1].End - 1] is 'M' or 'F' && after.Trim().Length <= 1 && after.Length <= 3 || after.StartsWith(". (") || after.TrimStart(".").StartsWith("\n") || after.TrimStart(" .\t").StartsWith("|") || after.StartsWith("   ")));
        var (s, f) = (n.T[j].Weights, given.Weights);
        var good = strong || header
            ? !(wordlike && !(f.Given >= 4 && (f.Ordinary < 4 || n.CharAt(n.T[last].End) is '\n' or '\r' || n.Gap(last).Contains('(')))) && (f.Given >= 1 || f.Packed == 0 || f.Surname >= 2 && f.Ordinary < 5) && !(f.Ordinary >= 6 && f.Given < 5) && !(s.Ordinary >= 7 && f.Given < 3)
            : given.Form == Form.Capital && s is { Surname: >= 4, Ordinary: < 4, Place: < 8 } && f is { Given: >= 6, Ordinary: < 4 } && n.T[j].Form != Form.Lower && (given.Length > 1) && !n.T[g].Is(Word.State);
        // "Name: Hand, Precious F." and the line's end: the whole field is the name, whatever else its words are.
        var end = n.CharAt(n.T[last].End) == '.' ? n.CharAt(n.T[last].End + 1) : n.CharAt(n.T[last].End);
        good |= strong && n.Equals(i - 1, "name") && n.T[j].Big && given.Big && end is '\n' or '\r';
        // "Kidd, Lewis screens neg."
        if (!strong && !header && Spreading.Eponymous(n, last)) return -1;
        if (!good || given.Is(Word.State | Word.StateCode) && given.Length == 2 && !header) return -1;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Name, "name-last-first", strong || header ? 0.96 : 0.75);
        return last;
    }

    /// <summary>Initials of who dictated and who typed, at a line's begin: <c>AB:cd</c>, <c>AB/cd/12345</c>.</summary>
    public static int Initials(Note n, int i)
    {
        if (!n.T[i].IsWord || n.T[i].Length is < 2 or > 4 || !(n.Joined(i, ':') || n.Joined(i, '/')) || !n.T[i + 1].IsWord || n.T[i + 1].Length is < 2 or > 4) return -1;
        var numbered = n.Joined(i + 1, '/') && n.IsNumber(i + 2) && n.T[i + 2].Length >= 4;
        var end = n.CharAt(n.T[i + 1].End);
        var closed = end is '\n' or '\r' && n.T[i].Form == Form.Upper && n.T[i + 1].Form == Form.Lower && n.T[i].Length <= 3 && n.T[i + 1].Length <= 3 && (i > n.T.Length - 14 || i + 2 < n.T.Length && n.T[i + 2].Line && (n.Equals(i + 2, "d") || n.Equals(i + 2, "t") || n.Equals(i + 2, "dd") || n.Equals(i + 2, "dt") || n.Equals(i + 2, "job") || n.Equals(i + 2, "cc")));
        if (!numbered && !closed) return -1;
        n.Mark(n.T[i].Start, n.T[i + 1].End, PhiType.Name, "name-initials", 0.9);
        if (!numbered) return i + 1;
        n.Mark(n.T[i + 2].Start, n.T[i + 2].End, PhiType.Id, "id-job", 0.9);
        return i + 2;
    }

    /// <summary>Extends a name from its first word: initials, particles, hyphens, a line's end within. Returns its last token, or -1.</summary>
    internal static int Run(Note n, int first, Evidence evidence, bool strong, bool lower)
    {
        var last = -1;
        for (var k = first; k < n.T.Length && k - first < 6; k++)
        {
            ref readonly var t = ref n.T[k];
            var joined = k > first && (n.Joined(k - 1, '-') || n.Joined(k - 1, '\''));
            if (k > first && !joined)
            {
                var gap = n.Gap(k - 1);
                var initial = n.T[k - 1].Length == 1 || NameShape.Shortened(n, k - 1);
                if (gap.Length == 0 || gap[0] == '.' && !initial || !gap.SequenceEqual(" \"") && gap.TrimStart('.').IndexOfAnyExcept(" \n\r\t") >= 0) break;
                // Theodore "Ted" Blankenship
                if (gap.SequenceEqual(" \"") && strong && k == first + 1 && t.Form == Form.Capital && n.Gap(k).SequenceEqual("\" ") && n.T[k + 1].Form == Form.Capital)
                {
                    last = k + 1;
                    k++;
                    continue;
                }

                var line = gap.Contains('\n');
                // "Maria da Costa", broken before the particle.
                if (line && strong && gap.Count('\n') == 1 && t.Form == Form.Lower && t.Is(Word.Particle) && n.Spaced(k, 1) && n.T[k + 1].Form == Form.Capital && n.T[k + 1].Weights.Ordinary < 4) continue;
                if (line && (gap.Count('\n') > 1 || !(t.Weights is { Name: >= 3, Ordinary: < 4 } && t.Form == Form.Capital && n.T[k - 1].Form == Form.Capital && n.CharAt(t.End) is not ':' && !t.Is(Word.PersonLabel | Word.Heading)))) break;
                if (!line && gap.TrimStart('.').Length > 2) break;
            }

            // Fuentes y Soto
            if (k > first && n.Equals(k, "y") && t.Form == Form.Lower && n.T[k - 1].Big && n.Spaced(k, 1) && n.T[k + 1].Big) continue;
            if (!t.IsWord || k > first && t.Is(Word.Suite) && k + 1 < n.T.Length && n.T[k + 1].Form is Form.Number or Form.Mixed) break;
            if (t.Is(Word.Suffix) && k > first && t.Big)
            {
                last = k;
                break;
            }

            if (t.Length == 1)
            {
                if (t.Form != Form.Upper && !(lower && n.CharAt(t.End) == '.')) break;
                if (k > first && n.Equals(k, "i") && n.CharAt(t.End) != '.') break;
                last = last < 0 || k > first ? k : last;
                if (k == first) last = k;
                continue;
            }

            if (t.Is(Word.Particle) && k + 1 < n.T.Length && (t.Big || k > first || strong) && (n.Spaced(k, 1) || n.Gap(k).SequenceEqual(". ") || n.Joined(k, '-') || n.Joined(k, '\'')) && n.T[k + 1].IsWord && (n.T[k + 1].Big || lower || n.T[k + 1].Is(Word.Particle)) && (strong || Plausible(n, k + 1, evidence)) && !n.T[k + 1].Is(Word.Speech)) continue;
            if (k == first)
            {
                if (!t.Big && !lower) break;
                last = k;
                continue;
            }

            // "contact is Mohammed May, son": the relation after the comma closes the name.
            var kin = k == first + 1 && k + 1 < n.T.Length && n.Gap(k).SequenceEqual(", ") && n.T[k + 1].Is(Word.Relation) && n.T[first].Weights.Given >= 5 && t.Form == Form.Capital && t.Weights.Surname >= 1;
            var ended = strong && k == first + 1 && n.T[first].Weights is { Given: >= 6, Ordinary: < 4 } && t.Form == Form.Capital && t.Weights.Surname >= 3 && n.CharAt(t.End) is '.' or '\'';
            var wordlike = kin || ended || strong && last >= first && k > first && (n.T[first].Weights.Given + n.T[first].Weights.Surname >= 3 || n.T[first].Weights.Packed == 0) && (Closed(n, k) || t.Weights.Surname >= 4 && n.T[first].Weights.Given >= 6 && t.Form == Form.Capital && !t.Is(Word.Month | Word.Stop) || n.Gap(k).Contains(" (", StringComparison.Ordinal)) && (t.Form == n.T[first].Form || n.T[first].Length == 1) && !(t.Is(Word.Credential) && t.Form == Form.Upper) && !t.Is(Word.PersonLabel | Word.Title) && t.Length > 1;
            // Marlow-May: what a hyphen ties to a surname is a part of it, whatever else it means.
            var tied = strong && joined && n.View[t.Start - 1] == '-' && t.Form == Form.Capital && n.T[k - 1].Form == Form.Capital && !t.Is(Word.EponymHead | Word.Stop & ~Word.Month) && n.T[k - 1].Weights.Ordinary < 5;
            wordlike |= tied || strong && joined && n.T[k - 1].Form == Form.Capital && t.Form == Form.Capital && t.Is(Word.Month) && t.Weights.Surname >= 4;
            var fits = wordlike || (joined && t.Form == Form.Lower && t.Length <= 4 && n.View[t.Start - 1] == '-' && n.T[k - 1].Form == Form.Capital && k == first + 1 && !t.Is(Word.Stop)) || (t.Big
                ? Plausible(n, k, evidence) && !(t.Weights.Ordinary >= 6 && t.Weights.Name < 5 && !joined) && !(t.Is(Word.Credential) && t.Form == Form.Upper)
                    && !(t.Form == Form.Upper && n.T[first].Form == Form.Capital && t.Length > 2)
                : (lower || joined) && t.Weights.Name >= 3 && t.Weights.Ordinary < 4 && !t.Is(Word.Stop | Word.Speech));
            if (!fits || !wordlike && t.Is(Word.Stop | Word.Month | Word.Weekday | Word.Heading | Word.Title) && t.Weights.Surname < 8 || t.Is(Word.PersonLabel) && n.CharAt(t.End) == ':' || t.Is(Word.Stop) && t.Is(Word.DatePreposition)) break;
            if (n.CharAt(t.End) == ':' && !joined && !(strong && t.Weights is { Name: >= 1, Ordinary: < 4 } || last < 0)) break;
            last = k;
        }

        return last;
    }

    // Whether a field ends after the word: a line's end, a bar, a bracket, a comma, two blanks.
    private static bool Closed(Note n, int i)
    {
        var c = n.CharAt(n.T[i].End);
        return c is '\n' or '\r' or ',' or '|' or '(' or ')' or ';' || c == ' ' && n.CharAt(n.T[i].End + 1) is ' ' or '|' or '(' || c == '.' && n.CharAt(n.T[i].End + 1) is '\n' or '\r' || c == ' ' && i + 1 < n.T.Length && n.T[i + 1].Is(Word.Speech | Word.Credential) && n.T[i + 1].Form is Form.Lower or Form.Upper;
    }

    // Whether a word may be a name at all: seen as one, or never seen.
    internal static bool Plausible(Note n, int i, Evidence evidence)
    {
        if (i < 0 || i >= n.T.Length || !n.T[i].IsWord || !n.T[i].Big) return false;
        var w = n.T[i].Weights;
        if (n.T[i].Is(Word.Stop) && w.Name < 7 || n.T[i].Is(Word.Brand | Word.Relation)) return false;
        if (n.T[i].Form == Form.Camel && !Camel(n.Text(i))) return false;
        if (n.T[i].Length == 1) return true;
        return w.Name >= 1 && (w.Ordinary < 7 || w.Name >= 6) || w.Ordinary == 0 && (n.T[i].Form != Form.Upper || n.T[i].Length > 4) && evidence.Looks(n.Text(i)) > -10 || w.Ordinary is > 0 and <= 4 && n.T[i].Form == Form.Capital;
    }

    // McAllister, O'Brien and VanDyke have a capital inside; CyberKnife and SCDs do too.
    internal static bool Camel(ReadOnlySpan<char> text) =>
        text.Contains('\'') || text.StartsWith("Mc") || text.StartsWith("Mac") || text.StartsWith("De") || text.StartsWith("La") || text.StartsWith("Le") || text.StartsWith("Van") || text.StartsWith("Di") || text.StartsWith("Du") || text.StartsWith("Fitz") || text.StartsWith("St");

    internal static bool Surname(Note n, int i, Evidence evidence)
    {
        if (i < 0 || i >= n.T.Length) return false;
        ref readonly var t = ref n.T[i];
        if (!t.IsWord || t.Length < 2 || t.Is(Word.Stop | Word.Heading | Word.Institution | Word.Brand) && t.Weights.Surname < 8) return false;
        var w = t.Weights;
        return w.Name >= 1 && (w.Ordinary < 7 || w.Surname >= 7) || w.Packed == 0 && evidence.Looks(n.Text(i)) > -6;
    }

    // Whether what looks like a name is a place or an institution: "Victoria Hospital", "in Austin, Texas".
    internal static bool Placed(Note n, int first, int last)
    {
        for (var k = first; k <= last; k++)
        {
            if (n.T[k].Is(Word.Institution) && n.T[k].Weights.Name < 8) return true;
        }

        return last + 1 < n.T.Length && n.Gap(last).Length <= 2 && (n.T[last + 1].Is(Word.Institution) && n.T[last + 1].Big && n.Spaced(last) || n.Gap(last).SequenceEqual(", ") && n.T[last + 1].Is(Word.State) && n.T[last + 1].Big && !(last > first && n.T[first].Weights is { Given: >= 6, Place: < 6 }));
    }
}
