using System.Runtime.InteropServices;

namespace CodingAhead.Codes.Search;

/// <summary>What a phrase is, and so what a hit says about why it matched. The order is the order of preference between equal matches.</summary>
internal enum PhraseKind : byte
{
    Title,
    Label,
    Inclusion,
    Index,
    Synonym,
    Short,
    SeeIndex,
    FormerTitle,
    Article,
}

/// <summary>A phrase: the code it leads to, the row it stands in, and its terms.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PhraseRecord(uint Key, uint Fact, uint Tokens, ushort Weighed, byte Count, PhraseKind Kind, byte Part, byte Prior)
{
    private const float Unit = 1 / 512f;

    /// <summary>What its terms weigh together, the optional ones left out; in steps of 1/512, at most 128.</summary>
    public float Weight => Weighed * Unit;

    public static ushort Weigh(double weight) => (ushort)Math.Clamp(Math.Round(weight / Unit), 0, ushort.MaxValue);
}

/// <summary>The number of a phrase in a list of postings: three bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct Posting(uint phrase)
{
    public const int Most = 0xFF_FFFF;

    private readonly ushort low = (ushort)phrase;
    private readonly byte high = (byte)(phrase >> 16);

    public int Phrase => high << 16 | low;
}

/// <summary>A term: its document weight and at which byte its postings lie: three bytes a phrase, or a bitmap where that is smaller.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct TokenRecord(uint Postings, uint Count, float Weight);

/// <summary>A word as people type it, and the term it stems to. Words are sorted by their text.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct WordRecord(uint Text, uint Token, uint Count, byte Length);

/// <summary>A word with one letter left out, hashed: how a misspelt word finds its neighbours. Sorted by hash.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SpellingRecord(uint Hash, uint Word);

/// <summary>A term that often means the same as another, and how surely, in 255ths.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct RelatedRecord(uint Token, byte Trust);
