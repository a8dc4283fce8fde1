using System.Runtime.InteropServices;

namespace CodingAhead.Codes;

/// <summary>
/// The book's file layout. A header page, then sections on 64-byte boundaries, all little-endian:
/// 16 bytes magic, format version, number of sections, time of building (UTC ticks), then for each section its id, offset, length and SHA-256;
/// the last 32 bytes of the page are the SHA-256 of the rest of it.
/// </summary>
internal static class BookFormat
{
    /// <summary>Raised whenever a reader of the older version would misread the newer file.</summary>
    public const int Version = 8;

    public const int HeaderSize = 4096;

    public const int Alignment = 64;

    public static ReadOnlySpan<byte> Magic => "CodingAhead book"u8;
}

internal enum SectionId
{
    Catalog = 1,
    Keys = 2,
    KeyHash = 3,
    KeyFacts = 4,
    Facts = 5,
    Sources = 6,
    Heap = 7,
    ValidityStarts = 8,
    Validity = 9,
    Pairs = 10,
    PairStarts = 11,
    PairsByColumn2 = 12,
    PairsByColumn2Starts = 13,
    PairForms = 14,
    SearchTokens = 20,
    SearchWords = 21,
    SearchWordText = 22,
    SearchPostings = 23,
    SearchPhrases = 24,
    SearchPhraseTokens = 25,
    SearchSpelling = 26,
    SearchKeyPhraseStarts = 27,
    SearchKeyPhrases = 28,
    SearchKeyTitles = 29,
    SearchRelatedStarts = 30,
    SearchRelated = 31,
    Lexicon = 40,
}

/// <summary>One row: whose it is follows from its position, what it says is in the heap, where it stands from its run of sources (at most 255 are kept).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct FactRecord(uint Value, uint SourceStart, ushort From, ushort To, byte SourceCount, byte Table);

/// <summary>A line of a file: 22 bits line, 10 bits file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SourceRecord(uint Packed)
{
    public const int MaxLine = 0x3FFFFF;

    public const int MaxFile = 0x3FF;

    public int Line => (int)(Packed & MaxLine);

    public int File => (int)(Packed >> 22);

    public static SourceRecord Of(int line, int file) => line <= MaxLine && file <= MaxFile
        ? new SourceRecord((uint)line | (uint)file << 22)
        : throw new InvalidOperationException($"line {line} of file {file}: the book's format holds at most {MaxLine} lines and {MaxFile} files");
}

/// <summary>
/// An interval in which the code is known to exist; <see cref="To"/> is never open: nothing is known after the last edition.
/// <see cref="Known"/> says whether the end and the beginning are facts (a termination or add date, or an edition of the same complete list without
/// the code), or merely where the editions loaded end and begin.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct ValidityRecord(ushort From, ushort To, byte Known)
{
    public const byte Ended = 1;

    public const byte Began = 2;

    public bool Ends => (Known & Ended) != 0;

    public bool Begins => (Known & Began) != 0;
}

/// <summary>A procedure-to-procedure edit: column 2's key number, what it says, its line; three bytes each, as there are millions.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PairRecord(UInt24 Column2, UInt24 Form, UInt24 Line);

/// <summary>What many edits say alike: dates, indicator, reason, setting, file. Flags: 1 "in existence prior to 1996".</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PairForm(ushort From, ushort To, ushort File, byte Indicator, byte Rationale, byte Setting, byte Flags);

/// <summary>An unsigned number of three bytes, little-endian.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct UInt24(ushort Low, byte High)
{
    public int Value => Low | High << 16;

    public static UInt24 Of(int value) => value is >= 0 and <= 0xFFFFFF ? new UInt24((ushort)value, (byte)(value >> 16)) : throw new InvalidOperationException($"{value} does not fit into three bytes");
}
