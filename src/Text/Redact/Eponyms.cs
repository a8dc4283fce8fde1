namespace CodingAhead.Text.Redact;

/// <summary>
/// Names of several words that medicine gives to things, not to persons: Bence Jones protein, Wolff-Parkinson-White, Queen Anne's lace. Where one of them stands
/// in full, no rule finds a name or a town in it, whatever else the text says.
/// </summary>
internal static class Eponyms
{
    // Words in their order, joined by blanks or hyphens in a text; a possessive between them is passed over.
    private static readonly string[] Phrases =
    [
        "bence jones", "howell jolly", "pierre robin", "wolff parkinson white", "lown ganong levine", "hawkins kennedy", "montgomery asberg", "guillain barre", "charcot marie tooth", "creutzfeldt jakob",
        "ehlers danlos", "epstein barr", "stevens johnson", "swan ganz", "jackson pratt", "mallory weiss", "hill sachs", "osgood schlatter", "legg calve perthes", "prader willi", "lesch nyhan", "churg strauss", "henoch schonlein",
        "peutz jeghers", "zollinger ellison", "budd chiari", "arnold chiari", "dandy walker", "klippel feil", "klippel trenaunay", "sturge weber", "osler weber rendu", "treacher collins", "smith magenis", "smith lemli opitz",
        "beckwith wiedemann", "rubinstein taybi", "wernicke korsakoff", "brown sequard", "lambert eaton", "kearns sayre", "niemann pick", "tay sachs", "wiskott aldrich", "chediak higashi", "plummer vinson", "cheyne stokes",
        "jarisch herxheimer", "kell duffy kidd lewis", "cockcroft gault", "gustilo anderson", "kellgren lawrence", "cormack lehane", "queen anne lace", "st john wort", "saint john wort", "black eyed susan", "hardy weinberg", "kaplan meier", "wright giemsa",
        "ziehl neelsen", "romano ward", "jervell lange nielsen", "bland altman", "birt hogg dube", "cronkhite canada", "crigler najjar", "dubin johnson", "fitz hugh curtis", "gianotti crosti", "hermansky pudlak", "laurence moon",
        "loeys dietz", "li fraumeni", "lennox gastaut", "landau kleffner", "meckel gruber", "may thurner", "parsonage turner", "shy drager", "steele richardson olszewski", "stein leventhal", "stokes adams", "tolosa hunt",
        "vogt koyanagi harada", "waterhouse friderichsen", "werdnig hoffmann", "kirby bauer", "kocher langenbeck", "smith petersen", "weaver dunn",
        "ann arbor stage", "ann arbor i", "ann arbor ii", "ann arbor iii", "ann arbor iv", "ann arbor ia", "ann arbor ib", "ann arbor iia", "ann arbor iib", "ann arbor iiia", "ann arbor iiib", "ann arbor iva", "ann arbor ivb",
    ];

    private static readonly Dictionary<ulong, ulong[][]> Table = Phrases.Select(static p => p.Split(' ').Select(static w => Words.Hash(w)).ToArray()).GroupBy(static w => w[0]).ToDictionary(static g => g.Key, static g => g.ToArray());

    /// <summary>Takes the finds of names and towns out that lie within such a phrase.</summary>
    public static void Run(Note n)
    {
        for (var i = 0; i < n.T.Length; i++)
        {
            if (!n.T[i].Is(Word.Phrase) || !n.T[i].Big || End(n, i) is not (>= 0 and var last)) continue;
            var (start, end) = (n.T[i].Start, n.T[last].End);
            if (Person(n, i, last)) continue;
            n.Marks.RemoveAll(m => m.Type is PhiType.Name or PhiType.City && m.Confidence < 0.95 && m.Start < end && m.End > start && m.Start >= start && m.End <= end + 2);
        }
    }

    /// <summary>Whether the token stands in such a phrase.</summary>
    public static bool Within(Note n, int i)
    {
        for (var k = i; k >= 0 && i - k <= 4; k--)
        {
            if (n.T[k].Is(Word.Phrase) && n.T[k].Big && End(n, k) is var last && last >= i) return !Person(n, k, last);
        }

        return false;
    }

    // Somebody who is called so, by a title or a label elsewhere in the text.
    private static bool Person(Note n, int first, int last)
    {
        var phrase = n.View.AsSpan(n.T[first].Start, n.T[last].End - n.T[first].Start);
        foreach (var mark in n.Marks)
        {
            if (mark.Type == PhiType.Name && mark.Confidence >= 0.9 && n.View.AsSpan(mark.Start, mark.End - mark.Start).Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>The hashes of first words.</summary>
    public static IEnumerable<ulong> Firsts => Table.Keys;

    private static int End(Note n, int i)
    {
        foreach (var words in Table[n.T[i].Hash])
        {
            var (k, at) = (i, 1);
            while (at < words.Length && k + 1 < n.T.Length && (n.Gap(k) is " " or "-" or "'" or ". " || words.Length > 3 && n.Gap(k) is ", "))
            {
                k++;
                if (n.T[k].Hash == words[at]) at++;
                else if (!n.Equals(k, "s")) break;
            }

            if (at == words.Length) return k;
        }

        return -1;
    }
}
