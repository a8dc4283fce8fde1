using System.Collections.Frozen;

namespace CodingAhead.Text.Redact;

/// <summary>What around a word says that it is a person. One row a cue: where it stands, its words, an example, its weight.</summary>
internal static class NameCues
{
    private enum At
    {
        /// <summary>The word before.</summary>
        Before,

        /// <summary>The two words before.</summary>
        Two,

        /// <summary>The word after.</summary>
        After,
    }

    private static readonly (At At, string Words, string Example, int Weight)[] Rows =
    [
        (At.Before, "by", "last seen by Castaneda", 3),
        (At.Before, "per", "per Nakamura, wean", 3),
        (At.Before, "see saw seeing", "asked me to see Philomena", 3),
        (At.Before, "tell told ask asked thank thanks remind reminded", "told Lerato to come", 4),
        (At.Before, "call called calling paged page contacted notified informed updated text texted emailed", "call Lerato", 4),
        (At.Before, "excuse accompany accompanied meet met visit visited hug", "please excuse Tamsin Okafor", 4),
        (At.Before, "driver rider inmate client decedent passenger subject supervisor host sitter tenant landlord detective deputy", "Driver Nguyen Thi Bich", 5),
        (At.Before, "fob mob", "FOB Minh at bedside", 5),
        (At.Before, "named aka nicknamed alias nee formerly", "a boy named Sky", 5),
        (At.Before, "appreciate appreciated", "appreciate Okonjo's input", 4),
        (At.Before, "bring brought brings", "may bring Chidi along", 3),
        (At.Before, "w c", "cath today w Srinivasan", 3),
        (At.Before, "with", "came with Duarte", 2),
        (At.Before, "labeled labelled", "labeled \"Hammersmith\"", 4),
        (At.Before, "and", "his wife and Leopold", 1),
        (At.Before, "md rn np do pa co lpn cna", "MD Okonjo paged", 4),
        (At.Before, "patient pt pts", "Pt Dagny walked", 3),
        (At.Before, "nana granny gran grandad granddad mum mummy mommy daddy auntie hubby dtr poa hcp", "nana Betty will pick up", 6),
        (At.Two, "asking for|asked for|looking for|waiting for|calling for|prepared for|order for|message for|letter for|appointment for|refill for|offer for|ask for", "asking for Bernadine", 4),
        (At.Two, "tc from|call from|called from|report from|message from|text from|email from|letter from|note from|heard from|voicemail from|received from", "TC from Earlene", 5),
        (At.Two, "spoke to|talked to|spoken to|report to|listen to|introduced to|belongs to|married to|engaged to|according to|handed to|written to", "report to Shanice", 4),
        (At.Two, "spoke with|spoke c|spoke w|talked with|met with|lives with|living with|discussed with|reviewed with|time with|out with|visit with|staffed with|precepted with|rounded with|case with", "spoke c Okonjo", 4),
        (At.Two, "goes by|known as|name is|names are|i am|this is|it is|called her|called him|mother of|father of|son of|child of|daughter of|wife of|husband of|friend of|care of", "goes by Sky", 5),
        (At.Two, "note on|dictation on|dictating on|summary on|report on|consult on|letter on|followup on", "clinic note on betty orr", 5),
        (At.Before, "holder", "account holder Matthias Kranz", 2),
        (At.After, "called calls asks asked declines declined voiced says said thinks wants wanted states stated reports reported denies denied admits feels lives refuses refused requests requested agrees agreed told tells prefers worries hopes", "Earlene voiced understanding", 5),
        (At.After, "ambulates amb walked tolerated remains improved returned arrived left came went ate slept wept smiled cried improved underwent", "Oyelowo remains on Levophed", 3),
        (At.After, "has had is was will", "Philomena has had a cough", 2),
        (At.After, "here aware notified present updated rn lpn", "Tamika Brooks here", 3),
    ];

    private static readonly FrozenDictionary<ulong, int> Before = Table(At.Before);
    private static readonly FrozenDictionary<ulong, int> Two = Table(At.Two);
    private static readonly FrozenDictionary<ulong, int> After = Table(At.After);

    /// <summary>The weight of what stands before the word at <paramref name="i"/>.</summary>
    public static int WeightBefore(Note n, int i)
    {
        var p = i - 1;
        if (p < 0) return 0;
        var gap = n.Gap(p);
        if (gap.Length > 3 || gap.IndexOfAnyExcept(" /\n\r") >= 0 && !gap.SequenceEqual(" \"")) return 0;
        var weight = Before.GetValueOrDefault(n.T[p].Hash);
        // MD Okonjo, but "Okonjo, MD": capitals and no comma before.
        if (weight > 0 && n.T[p].Is(Word.Credential) && !(n.T[p].Form == Form.Upper && (p == 0 || n.Gap(p - 1).IndexOf(',') < 0))) weight = n.T[p].Length <= 1 ? weight : 0;
        if (p > 0 && n.Gap(p - 1).Length <= 2 && n.Gap(p - 1).IndexOfAnyExcept(" /\n") < 0) weight = Math.Max(weight, Two.GetValueOrDefault(Pair(n.T[p - 1].Hash, n.T[p].Hash)));
        return weight;
    }

    /// <summary>The weight of what stands after the word or run that ends at <paramref name="last"/>.</summary>
    public static int WeightAfter(Note n, int last)
    {
        var k = last + 1;
        if (k >= n.T.Length) return 0;
        var gap = n.Gap(last);
        if (n.Equals(k, "s") && n.Joined(last, '\'')) return k + 1 < n.T.Length && n.T[k + 1].Is(Word.Relation) ? 5 : 2;
        if (gap.SequenceEqual("' ") && n.View[n.T[last].End - 1] == 's') return 3;
        if (n.Equals(k, "no") && n.Equals(k + 1, "show")) return 4;
        // A relation or an age in brackets or after a comma: Bernadine (dtr), Signe (12), Walter, 77 yo, OYELOWO 58M, Bao - 40M.
        if (gap.Length is >= 1 and <= 3 && gap.IndexOfAnyExcept(" ,(-") < 0)
        {
            var bracket = gap.Contains('(');
            if (bracket && (n.T[k].Is(Word.Relation) || n.Equals(k, "dtr") || n.T[k].Is(Word.PhoneLabel))) return 6;
            if (gap.Contains(',') && (n.Equals(k, "his") || n.Equals(k, "her") || n.Equals(k, "their") || n.Equals(k, "my")) && k + 1 < n.T.Length && n.T[k + 1].Is(Word.Relation)) return 5;
            if (Age(n, k, bracket)) return 5;
        }

        // Jermaine is a 6 yo
        if (gap.SequenceEqual(" ") && (n.Equals(k, "is") || n.Equals(k, "was")) && (n.Equals(k + 1, "a") || n.Equals(k + 1, "an")) && k + 2 < n.T.Length && n.T[k + 2].Form is Form.Number or Form.Mixed) return 5;
        return gap.SequenceEqual(" ") && n.T[k].Form == Form.Lower ? After.GetValueOrDefault(n.T[k].Hash) : 0;
    }

    private static bool Age(Note n, int k, bool bracket)
    {
        var text = n.Text(k);
        if (n.T[k].Form == Form.Mixed && text.Length is 2 or 3 or 4 && text[^1] is 'M' or 'F' or 'm' or 'f' && text[..^1].IndexOfAnyExceptInRange('0', '9') < 0) return true;
        if (!n.IsNumber(k) || n.Number(k) is < 1 or > 115) return false;
        if (bracket && n.CharAt(n.T[k].End) == ')') return true;
        return n.Equals(k + 1, "yo") || n.Equals(k + 1, "y") || n.Equals(k + 1, "year") || n.Equals(k + 1, "years") || n.Equals(k + 1, "yr") || n.CharAt(n.T[k].End) == ',' && n.Before(k) == ' ' && n.CharAt(n.T[k].Start - 2) == ',';
    }

    private static ulong Pair(ulong a, ulong b) => a * 31 ^ b;

    private static FrozenDictionary<ulong, int> Table(At at)
    {
        var table = new Dictionary<ulong, int>();
        foreach (var (where, words, _, weight) in Rows)
        {
            if (where != at) continue;
            foreach (var phrase in words.Split(at == At.Two ? '|' : ' '))
            {
                var parts = phrase.Split(' ');
                table[parts.Length == 2 ? Pair(Words.Hash(parts[0]), Words.Hash(parts[1])) : Words.Hash(parts[0])] = weight;
            }
        }

        return table.ToFrozenDictionary();
    }
}
