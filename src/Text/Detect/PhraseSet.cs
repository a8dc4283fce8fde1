using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CodingAhead.Text.Detect;

/// <summary>The phrases of a lexicon in the making, their words by number in one list: two hundred thousand short arrays are what the collector would spend its time on.</summary>
internal sealed class PhraseSet
{
    /// <summary>A phrase: its words, ascending, and those that may be left out, as places in the list of numbers.</summary>
    internal readonly record struct Entry(int Code, int Fact, TermKind Kind, bool External, int Start, byte Count, int OptionalStart, byte OptionalCount);

    private readonly List<Entry> entries = [];
    private readonly List<int> numbers = [];
    private readonly Dictionary<ulong, int> seen = [];

    public ReadOnlySpan<Entry> Entries => CollectionsMarshal.AsSpan(entries);

    public ReadOnlySpan<int> Words(in Entry entry) => CollectionsMarshal.AsSpan(numbers).Slice(entry.Start, entry.Count);

    public ReadOnlySpan<int> Optional(in Entry entry) => CollectionsMarshal.AsSpan(numbers).Slice(entry.OptionalStart, entry.OptionalCount);

    /// <summary>Adds a phrase of one word as it is, beside what is there.</summary>
    public void Add(int code, int fact, TermKind kind, int word) => entries.Add(new Entry(code, fact, kind, false, Stored([word]), 1, 0, 0));

    /// <summary>Adds the same words once, from the most trusted source, with what any source adds in brackets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(int code, int fact, TermKind kind, ReadOnlySpan<int> sorted, ReadOnlySpan<int> optional, bool external)
    {
        var hash = external ? 17UL : 0UL;
        foreach (var id in sorted) hash = (hash ^ (uint)id + 1) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (uint)code) * 0xD6E8FEB86659FD93;
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, hash, out var known);
        if (!known)
        {
            at = entries.Count;
            entries.Add(new Entry(code, fact, kind, external, Stored(sorted), (byte)sorted.Length, Stored(optional), (byte)Math.Min(optional.Length, byte.MaxValue)));
            return;
        }

        var before = entries[at];
        foreach (var word in optional)
        {
            if (Optional(before).Contains(word) || before.OptionalCount == byte.MaxValue) continue;
            // Moved to the end, where there is room for one more.
            before = before with { OptionalStart = Stored(Optional(before)), OptionalCount = (byte)(before.OptionalCount + 1) };
            numbers.Add(word);
        }

        entries[at] = kind < before.Kind ? before with { Fact = fact, Kind = kind } : before;
    }

    /// <summary>Adds the phrases of another set, whose word <c>i</c> is <c>ids[i]</c> here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Absorb(PhraseSet part, int[] ids)
    {
        Span<int> room = stackalloc int[2 * (byte.MaxValue + 1)];
        foreach (ref readonly var p in part.Entries)
        {
            var words = Numbered(part.Words(p), ids, room);
            words.Sort();
            Keep(p.Code, p.Fact, p.Kind, words, Numbered(part.Optional(p), ids, room[(byte.MaxValue + 1)..]), p.External);
        }
    }

    public void RemoveAll(Predicate<Entry> match) => entries.RemoveAll(match);

    private static Span<int> Numbered(ReadOnlySpan<int> words, int[] ids, Span<int> room)
    {
        for (var i = 0; i < words.Length; i++) room[i] = ids[words[i]];
        return room[..words.Length];
    }

    private int Stored(ReadOnlySpan<int> words)
    {
        var start = numbers.Count;
        if (words.Overlaps(CollectionsMarshal.AsSpan(numbers))) words = words.ToArray();
        numbers.AddRange(words);
        return start;
    }
}
