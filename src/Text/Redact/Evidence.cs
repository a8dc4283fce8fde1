using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CodingAhead.Text.Redact;

/// <summary>
/// How often a word is a given name, a surname, a place, and how often it is ordinary vocabulary: weights by hash, trained from public frequency tables by
/// <c>Training/train.py</c>. A word that was never seen is judged by its letters.
/// </summary>
internal sealed class Evidence
{
    /// <summary>What manifests say of it.</summary>
    public const string Name = "names-and-places-2";

    private readonly uint[] slots;
    private readonly sbyte[] triples;
    private readonly ulong buckets;
    private readonly Dictionary<ulong, uint>? extra;

    // The shipped evidence with the weights of tables over it.
    private Evidence(Evidence shipped, IReadOnlyList<NameTable> tables)
    {
        (slots, triples, buckets) = (shipped.slots, shipped.triples, shipped.buckets);
        Names = [Name, .. tables.Select(static t => $"{t.Name} sha256:{t.Sha256}")];
        extra = [];
        foreach (var table in tables)
        {
            var shift = table.Surnames ? 20 : 16;
            foreach (var (hash, weight) in table.Weights)
            {
                var packed = extra.TryGetValue(hash, out var known) ? known : shipped.Of(hash).Packed;
                if ((packed >> shift & 15) < weight) extra[hash] = packed & ~(15u << shift) | (uint)weight << shift;
            }
        }
    }

    private Evidence(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[..4].SequenceEqual("CAEV"u8) || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != 1)
            throw new InvalidDataException("The evidence about names and places is missing or damaged.");
        buckets = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        var length = (int)buckets * 32;
        slots = new uint[buckets * 8];
        for (var i = 0; i < slots.Length; i++) slots[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(16 + i * 4)..]);
        triples = MemoryMarshal.Cast<byte, sbyte>(bytes[(16 + length)..]).ToArray();
    }

    /// <summary>The evidence the library carries.</summary>
    public static Evidence Shipped { get; } = Load();

    /// <summary>What manifests say of it: its own name, and each table's with its hash.</summary>
    public IReadOnlyList<string> Names { get; } = [Name];

    /// <summary>The shipped evidence, with tables of names beside it.</summary>
    public static Evidence With(IReadOnlyList<NameTable> tables) => tables.Count == 0 ? Shipped : new Evidence(Shipped, tables);

    /// <summary>The weights of a word or phrase by its <see cref="Words.Hash(ReadOnlySpan{char})"/>; all zero when never seen.</summary>
    public Weights Of(ulong hash)
    {
        if (extra is not null && extra.TryGetValue(hash, out var packed)) return new Weights(packed);
        var print = (uint)(hash & 0xFFFF);
        if (print == 0) print = 1;
        for (var b = (hash >> 16) % buckets; ; b = b + 1 == buckets ? 0 : b + 1)
        {
            var bucket = slots.AsSpan((int)b * 8, 8);
            foreach (var slot in bucket)
            {
                if ((slot & 0xFFFF) == print) return new Weights(slot);
            }

            if (bucket[7] == 0) return default;
        }
    }

    /// <summary>Mean log-odds, in sixteenths, that a word looks like a name rather than like vocabulary. The word may have any case.</summary>
    public int Looks(ReadOnlySpan<char> word)
    {
        var (a, b, sum, n) = (27, 27, 0, 0);
        b = Letter(word[0]);
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && word[i] == '\'') continue;
            var c = i < word.Length ? Letter(word[i]) : 27;
            sum += triples[(a * 28 + b) * 28 + c];
            n++;
            (a, b) = (b, c);
        }

        return n == 0 ? 0 : sum / n;
    }

    private static int Letter(char c) => (c | 0x20) is var l and >= 'a' and <= 'z' ? l - 'a' + 1 : 0;

    private static Evidence Load()
    {
        using var stream = typeof(Evidence).Assembly.GetManifestResourceStream("evidence.bin") ?? throw new InvalidDataException("The evidence about names and places is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Evidence(bytes);
    }
}

/// <summary>Four weights of 0 to 15, each about the logarithm of a frequency.</summary>
internal readonly record struct Weights(uint Packed)
{
    public int Given => (int)(Packed >> 16) & 15;

    public int Surname => (int)(Packed >> 20) & 15;

    /// <summary>15 a hospital, 14 a county, 1 to 12 a city.</summary>
    public int Place => (int)(Packed >> 24) & 15;

    public int Ordinary => (int)(Packed >> 28);

    public int Name => Math.Max(Given, Surname);
}
