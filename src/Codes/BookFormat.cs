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
    public const int Version = 1;

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
}

/// <summary>One row: whose it is follows from its position, what it says is in the heap, where it stands from its run of sources.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct FactRecord(uint Value, uint SourceStart, ushort SourceCount, ushort From, ushort To, byte Table, byte Reserved);

/// <summary>A line of a file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct SourceRecord(uint Line, ushort File);

/// <summary>
/// An interval in which the code is known to exist; <see cref="To"/> is never open: nothing is known after the last edition.
/// <see cref="Ends"/> is 1 when a release states the end itself (a termination date), 0 when it is merely where knowledge ends.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct ValidityRecord(ushort From, ushort To, byte Ends);

/// <summary>
/// A procedure-to-procedure edit. Bits of <see cref="Packed"/>, low to high: 22 the column 2 key's number, 2 indicator (0, 1, 2 for 9),
/// 5 rationale, 1 setting, 1 "in existence prior to 1996". Of <see cref="Place"/>: 22 line, 10 file.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PairRecord(uint Packed, ushort From, ushort To, uint Place)
{
    public int Column2 => (int)(Packed & 0x3FFFFF);

    public int Indicator => (int)(Packed >> 22 & 3) is var i && i == 2 ? 9 : i;

    public int Rationale => (int)(Packed >> 24 & 31);

    public int Setting => (int)(Packed >> 29 & 1);

    public bool Before1996 => (Packed >> 30 & 1) != 0;

    public int Line => (int)(Place & 0x3FFFFF);

    public int File => (int)(Place >> 22);
}
