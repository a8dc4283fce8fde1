using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodingAhead.Text.Detect;

/// <summary>Where a phrase of the lexicon comes from; the order is the order of trust between phrases of the same words.</summary>
internal enum TermKind : byte
{
    IndexDefault,
    Title,
    Index,
    Heading,
    Inclusion,
    See,
    Neoplasm,
    External,

    /// <summary>The name of a condition of a limb, with a part of the limb in its place.</summary>
    Part,
}

/// <summary>A phrase: the code it leads to, the row it stands in, and the stems that may stand in brackets.</summary>
internal readonly record struct LexiconPhrase(int Code, int Fact, TermKind Kind, int OptionalStart, byte OptionalCount);

/// <summary>
/// A set of phrases as a tree over their words, the rarest first, so that a phrase is found whatever the order of its words. Nodes are numbered level by level: the
/// children of a node lie together, in order of their words, and a book can hold the tree as it is used.
/// </summary>
internal sealed class PhraseTree
{
    private readonly int[] words;
    private readonly int[] children;
    private readonly int[] starts;
    private readonly LexiconPhrase[] phrases;
    private readonly int[] optional;

    private PhraseTree(int[] words, int[] children, int[] starts, LexiconPhrase[] phrases, int[] optional) =>
        (this.words, this.children, this.starts, this.phrases, this.optional) = (words, children, starts, phrases, optional);

    /// <summary>How many phrases.</summary>
    public int Count => phrases.Length;

    /// <summary>Makes a tree of the phrases of a set, their words by <paramref name="rank"/>: the rarest lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PhraseTree Of(PhraseSet set, int[] rank, bool external)
    {
        // Sorted by their words, phrases with a common beginning lie together: each level is one pass over them. Most are told apart by their first four words.
        var (flat, optional) = (new List<int>(), new List<int>());
        var (phrases, begins) = (new List<LexiconPhrase>(), new List<int> { 0 });
        for (var kind = TermKind.IndexDefault; kind <= TermKind.Part; kind++)
        {
            foreach (ref readonly var p in set.Entries)
            {
                if (p.Kind != kind || p.External != external) continue;
                foreach (var word in set.Words(p)) flat.Add(rank[word]);
                CollectionsMarshal.AsSpan(flat)[begins[^1]..].Sort();
                begins.Add(flat.Count);
                phrases.Add(new LexiconPhrase(p.Code, p.Fact, kind, optional.Count, p.OptionalCount));
                foreach (var word in set.Optional(p)) optional.Add(rank[word]);
            }
        }

        var order = new int[phrases.Count];
        var keys = new ulong[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = Key(Words(i));
        }

        Array.Sort(keys, order);
        for (var i = 0; i < order.Length;)
        {
            var from = i++;
            while (i < order.Length && keys[i] == keys[from]) i++;
            if (i - from > 1) order.AsSpan(from, i - from).Sort((a, b) => Words(a).SequenceCompareTo(Words(b)) is not 0 and var c ? c : a.CompareTo(b));
        }

        var (words, children, starts, sorted) = (new List<int> { -1 }, new List<int>(), new List<int>(), new List<LexiconPhrase>(order.Length));
        var level = new List<(int From, int To)> { (0, order.Length) };
        for (var depth = 0; level.Count > 0; depth++)
        {
            var next = new List<(int From, int To)>();
            foreach (var (from, to) in level)
            {
                children.Add(words.Count);
                starts.Add(sorted.Count);
                var at = from;
                for (; at < to && Words(order[at]).Length == depth; at++) sorted.Add(phrases[order[at]]);
                while (at < to)
                {
                    var (word, begin) = (Words(order[at])[depth], at);
                    while (at < to && Words(order[at])[depth] == word) at++;
                    words.Add(word);
                    next.Add((begin, at));
                }
            }

            level = next;
        }

        ReadOnlySpan<int> Words(int phrase) => CollectionsMarshal.AsSpan(flat)[begins[phrase]..begins[phrase + 1]];

        // In the order of the words as far as sixteen bits hold them; what they do not is told apart after.
        static ulong Key(ReadOnlySpan<int> words)
        {
            var (key, held) = (0UL, true);
            for (var i = 0; i < 4; i++)
            {
                var word = held && i < words.Length ? Math.Min(words[i] + 1, ushort.MaxValue) : 0;
                held &= word != ushort.MaxValue;
                key = key << 16 | (uint)word;
            }

            return key;
        }

        children.Add(words.Count);
        starts.Add(sorted.Count);
        return new PhraseTree([.. words], [.. children], [.. starts], [.. sorted], [.. optional]);
    }

    /// <summary>The node below one by a word; -1 when there is none. Node 0 is the root.</summary>
    public int Child(int node, int word)
    {
        var (low, high) = (children[node], children[node + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle] < word) low = middle + 1;
            else high = middle;
        }

        return low < children[node + 1] && words[low] == word ? low : -1;
    }

    public bool HasChildren(int node) => children[node] < children[node + 1];

    /// <summary>The phrases that end at a node, the most trusted first.</summary>
    public ReadOnlySpan<LexiconPhrase> At(int node) => phrases.AsSpan(starts[node]..starts[node + 1]);

    /// <summary>The words in brackets of a phrase.</summary>
    public ReadOnlySpan<int> Optional(in LexiconPhrase phrase) => optional.AsSpan(phrase.OptionalStart, phrase.OptionalCount);

    /// <summary>Writes it as it is used.</summary>
    public void Write(LexiconWriter to)
    {
        to.Numbers(words);
        to.Numbers(children);
        to.Numbers(starts);
        to.Numbers(Array.ConvertAll(phrases, static p => p.Code));
        to.Numbers(Array.ConvertAll(phrases, static p => p.Fact));
        to.Bytes(Array.ConvertAll(phrases, static p => (byte)p.Kind));
        to.Numbers(Array.ConvertAll(phrases, static p => p.OptionalStart));
        to.Bytes(Array.ConvertAll(phrases, static p => p.OptionalCount));
        to.Numbers(optional);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PhraseTree Read(ref LexiconReader from)
    {
        var (words, children, starts) = (from.Numbers(), from.Numbers(), from.Numbers());
        var (codes, facts) = (from.Numbers(), from.Numbers());
        var kinds = from.Bytes();
        var optionalStarts = from.Numbers();
        var optionalCounts = from.Bytes();
        var phrases = new LexiconPhrase[codes.Length];
        for (var i = 0; i < phrases.Length; i++) phrases[i] = new LexiconPhrase(codes[i], facts[i], (TermKind)kinds[i], optionalStarts[i], optionalCounts[i]);
        return new PhraseTree(words, children, starts, phrases, from.Numbers());
    }
}
