using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes;

/// <summary>
/// The compiled reference data: every code, every row of the releases with its dates and source line, the NCCI pairs and the search index,
/// in one read-only memory-mapped file shared by all processes. Opening it parses only a small catalogue. Thread-safe.
/// </summary>
public sealed unsafe partial class Book : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly Dictionary<SectionId, (long Offset, long Length)> sections;
    private readonly Catalog catalog;
    private readonly Dictionary<string, int> tableNumbers;
    private readonly int keyCount;
    private readonly ulong* keys;
    private readonly uint* keyHash;
    private readonly uint keyHashMask;
    private readonly uint* keyFacts;
    private readonly FactRecord* facts;
    private readonly SourceRecord* sources;
    private readonly byte* heap;
    private readonly uint* validityStarts;
    private readonly ValidityRecord* validity;
    private readonly PairRecord* pairs;
    private readonly uint* pairStarts;
    private readonly PairForm* pairForms;
    private readonly byte* pairsByColumn2;
    private readonly uint* pairsByColumn2Starts;
    private readonly int pairKeys;
    private readonly (ushort From, ushort To)[][] coverage;
    private readonly ushort[] lastCovered;
    private bool disposed;

    private Book(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, long length)
    {
        Path = path;
        this.file = file;
        this.view = view;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset;
        Length = length;
        var header = new ReadOnlySpan<byte>(start, BookFormat.HeaderSize);
        // First, as it refuses a foreign file: nothing in it means anything before.
        sections = ReadSections(path, header, length);
        Built = new DateTimeOffset(BinaryPrimitives.ReadInt64LittleEndian(header[24..]), TimeSpan.Zero);
        try
        {
            var (offset, size) = sections[SectionId.Catalog];
            using var stream = new UnmanagedMemoryStream(start + offset, size);
            catalog = Catalog.Read(stream);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or KeyNotFoundException or ArgumentException)
        {
            throw new BookException(path, "its catalogue is damaged");
        }

        tableNumbers = catalog.Tables.Select((t, i) => (t.Name, i)).ToDictionary(t => t.Name, t => t.i, StringComparer.Ordinal);
        keys = (ulong*)At(SectionId.Keys, out var bytes);
        keyCount = (int)(bytes / 8);
        keyHash = (uint*)At(SectionId.KeyHash, out bytes);
        keyHashMask = (uint)(bytes / 4 - 1);
        keyFacts = (uint*)At(SectionId.KeyFacts, out _);
        facts = (FactRecord*)At(SectionId.Facts, out _);
        sources = (SourceRecord*)At(SectionId.Sources, out _);
        heap = At(SectionId.Heap, out _);
        validityStarts = (uint*)At(SectionId.ValidityStarts, out _);
        validity = (ValidityRecord*)At(SectionId.Validity, out _);
        pairs = (PairRecord*)At(SectionId.Pairs, out bytes);
        PairCount = (int)(bytes / sizeof(PairRecord));
        pairStarts = (uint*)At(SectionId.PairStarts, out bytes);
        pairKeys = (int)(bytes / 4 - 1);
        pairForms = (PairForm*)At(SectionId.PairForms, out _);
        pairsByColumn2 = At(SectionId.PairsByColumn2, out _);
        pairsByColumn2Starts = (uint*)At(SectionId.PairsByColumn2Starts, out _);
        coverage = new (ushort, ushort)[(int)CodeSets.Last + 1][];
        for (var s = 0; s < coverage.Length; s++)
            coverage[s] = [.. catalog.Coverage.Where(c => c.Set == (CodeSet)s).Select(c => (Day.Of(c.From), Day.Of(c.To))).OrderBy(c => c.Item1)];
        lastCovered = [.. coverage.Select(c => c.Length > 0 ? c.Max(x => x.To) : Day.Unknown)];
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>When it was built (UTC).</summary>
    public DateTimeOffset Built { get; }

    /// <summary>Size of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>Hash of its content, without the time of building: the same releases give the same version.</summary>
    public string Version => Convert.ToHexStringLower(new ReadOnlySpan<byte>(start + 32, 32))[..16];

    /// <summary>The files it was built from.</summary>
    public IReadOnlyList<BookSource> Sources => catalog.Sources;

    /// <summary>The tables it holds.</summary>
    public IReadOnlyList<Table> Tables => catalog.Tables;

    /// <summary>Dates for which all codes of a set are known.</summary>
    public IReadOnlyList<Coverage> CoverageOf(CodeSet set) => [.. catalog.Coverage.Where(c => c.Set == set)];

    /// <summary>Licence classes whose text it holds.</summary>
    public Licence Accepted => catalog.Accepted;

    /// <summary>Releases that were left out because of an error, in words.</summary>
    public IReadOnlyList<string> Omitted => catalog.Omitted;

    /// <summary>True when it holds nothing but our own starter data.</summary>
    public bool IsStarter => catalog.Sources.All(s => s.Dataset == StarterImporter.Dataset);

    /// <summary>Number of keys (codes and registers).</summary>
    public int KeyCount => keyCount;

    /// <summary>Number of rows.</summary>
    public int FactCount => (int)keyFacts[keyCount];

    /// <summary>Number of NCCI pairs.</summary>
    public int PairCount { get; }

    /// <summary>Opens a book. Throws <see cref="BookException"/> naming the reason when the file is not one, is damaged, or of another format version.</summary>
    public static Book Open(string path)
    {
        MemoryMappedFile? file = null;
        MemoryMappedViewAccessor? view = null;
        try
        {
            // Opened by handle so that the file may be replaced (renamed over) while it is mapped.
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
            var length = stream.Length;
            if (length < BookFormat.HeaderSize)
            {
                stream.Dispose();
                throw new BookException(path, "it is too short to be a book");
            }

            file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            return new Book(path, file, view, length);
        }
        catch (FileNotFoundException)
        {
            throw new BookException(path, "it does not exist; 'codingahead book build' makes one");
        }
        catch (DirectoryNotFoundException)
        {
            throw new BookException(path, "its folder does not exist");
        }
        catch (BookException)
        {
            view?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Recomputes every section's checksum; returns the damaged ones, none when the book is whole.</summary>
    public IReadOnlyList<string> Verify(CancellationToken cancel = default)
    {
        var damaged = new List<string>();
        var header = new ReadOnlySpan<byte>(start, BookFormat.HeaderSize);
        var n = BinaryPrimitives.ReadInt32LittleEndian(header[20..]);
        var buffer = new byte[1 << 20];
        for (var i = 0; i < n; i++)
        {
            var entry = header.Slice(64 + i * 56, 56);
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            var left = BinaryPrimitives.ReadInt64LittleEndian(entry[16..]);
            while (left > 0)
            {
                cancel.ThrowIfCancellationRequested();
                var chunk = (int)Math.Min(left, 1 << 20);
                sha.AppendData(new ReadOnlySpan<byte>(start + offset, chunk));
                offset += chunk;
                left -= chunk;
            }

            if (!sha.GetHashAndReset().AsSpan().SequenceEqual(entry[24..])) damaged.Add($"section {(SectionId)BinaryPrimitives.ReadInt32LittleEndian(entry)}");
        }

        return damaged;
    }

    /// <summary>What a code is on a date of service. No allocation: <see cref="Found.Because"/> is worded when asked for.</summary>
    public Found Find(CodeSet set, ReadOnlySpan<char> code, DateOnly on) =>
        CodeKey.TryParse(set, code, out var key) ? Find(key, on) : new Found(this, default, -1, Day.Of(on), CodeStatus.UnknownCode, 0, 0);

    /// <summary>What a code is on a date of service.</summary>
    public Found Find(CodeKey key, DateOnly on)
    {
        var day = Day.Of(on);
        var index = IndexOf(key);
        if (index < 0) return new Found(this, key, -1, day, CodeStatus.UnknownCode, 0, 0);
        var known = ValidityAt(index);
        if (known.IsEmpty) return new Found(this, key, index, day, CodeStatus.UnknownCode, 0, 0);
        for (var i = 0; i < known.Length; i++)
        {
            if (day >= known[i].From && day <= known[i].To) return new Found(this, key, index, day, CodeStatus.Active, known[i].From, known[i].To, known[i].Ends);
        }

        var (first, last) = (known[0], known[^1]);
        if (day < first.From)
            return new Found(this, key, index, day, first.Begins ? CodeStatus.NotYetValid : CodeStatus.NoEdition, first.From, first.To);
        if (day > last.To)
        {
            // Gone when a release states its end, or the next edition of a complete list that had it lacks it; otherwise no edition says.
            return new Found(this, key, index, day, last.Ends ? CodeStatus.Deleted : CodeStatus.NoEdition, last.From, last.To, last.Ends);
        }

        var before = first;
        foreach (var v in known)
        {
            if (v.To < day) before = v;
        }

        return new Found(this, key, index, day, before.Ends ? CodeStatus.Deleted : CodeStatus.NoEdition, before.From, before.To, before.Ends);
    }

    /// <summary>The rows of a table that a key has, on a date or, with null, of all times, oldest first.</summary>
    public IEnumerable<Row> Rows(CodeKey key, Table table, DateOnly? on = null) => Rows(IndexOf(key), table.Name, on is { } d ? Day.Of(d) : null);

    /// <summary>The first row of a table on a date; null when there is none.</summary>
    public Row? RowOn(CodeKey key, Table table, DateOnly on)
    {
        foreach (var row in Rows(key, table, on)) return row;
        return null;
    }

    /// <summary>Every row of a key, grouped by table, oldest first.</summary>
    public IEnumerable<Row> Rows(CodeKey key)
    {
        var index = IndexOf(key);
        if (index < 0) yield break;
        var (from, to) = FactRange(index);
        for (var f = from; f < to; f++) yield return new Row(this, f);
    }

    /// <summary>Keys of a set in order, from the one given on (included), up to the end of the set.</summary>
    public IEnumerable<CodeKey> Keys(CodeSet set, CodeKey? from = null)
    {
        for (var i = LowerBound(from ?? CodeKey.First(set)); i < keyCount; i++)
        {
            var key = KeyAt(i);
            if (key.Set != set) yield break;
            yield return key;
        }
    }

    /// <summary>The keys of a set that begin with a prefix, in order.</summary>
    public IEnumerable<CodeKey> KeysUnder(CodeKey prefix)
    {
        var end = prefix.EndOfPrefix;
        for (var i = LowerBound(prefix); i < keyCount; i++)
        {
            var key = KeyAt(i);
            if (key >= end) yield break;
            yield return key;
        }
    }

    /// <summary>The number of a key in the book, or -1.</summary>
    internal int IndexOf(CodeKey key)
    {
        for (var slot = HashOf(key.Value) & keyHashMask; ; slot = slot + 1 & keyHashMask)
        {
            var at = keyHash[slot];
            if (at == 0) return -1;
            if (keys[at - 1] == key.Value) return (int)at - 1;
        }
    }

    internal CodeKey KeyAt(int index) => new(keys[index]);

    internal static uint HashOf(ulong key) => (uint)(key * 0x9E3779B97F4A7C15 >> 32);

    internal int LowerBound(CodeKey key)
    {
        var (low, high) = (0, keyCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle] < key.Value) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    internal (int From, int To) FactRange(int index) => ((int)keyFacts[index], (int)keyFacts[index + 1]);

    internal ref readonly FactRecord FactAt(int fact) => ref facts[fact];

    internal ReadOnlySpan<byte> Heap(uint offset)
    {
        var p = heap + offset;
        var length = 0;
        var shift = 0;
        while (true)
        {
            var b = *p++;
            length |= (b & 0x7F) << shift;
            if (b < 0x80) return new ReadOnlySpan<byte>(p, length);
            shift += 7;
        }
    }

    internal IReadOnlyList<SourceRecord> SourcesOf(in FactRecord fact)
    {
        var list = new SourceRecord[fact.SourceCount];
        for (var i = 0; i < list.Length; i++) list[i] = sources[fact.SourceStart + i];
        return list;
    }

    internal ReadOnlySpan<ValidityRecord> ValidityAt(int index) =>
        new(validity + validityStarts[index], (int)(validityStarts[index + 1] - validityStarts[index]));

    // A release states it, or an earlier edition of the list that has the code lacks it.
    internal bool BeginningIsKnown(int index, ushort from)
    {
        foreach (var v in ValidityAt(index))
        {
            if (v.From == from) return v.Begins;
        }

        return false;
    }

    internal int TableNumber(string name) => tableNumbers.GetValueOrDefault(name, -1);

    internal string Rationale(int number) => catalog.Rationales[number];

    internal byte* At(SectionId id, out long length)
    {
        if (!sections.TryGetValue(id, out var s)) throw new BookException(Path, $"its section {id} is missing");
        length = s.Length;
        return start + s.Offset;
    }

    /// <summary>What <see cref="Build.BuildOptions.Lexicon"/> made; empty when the book has none.</summary>
    internal ReadOnlySpan<byte> LexiconBytes => sections.ContainsKey(SectionId.Lexicon) ? Section<byte>(SectionId.Lexicon) : default;

    internal ReadOnlySpan<T> Section<T>(SectionId id)
        where T : unmanaged
    {
        var p = At(id, out var length);
        return new ReadOnlySpan<T>(p, checked((int)(length / sizeof(T))));
    }

    internal bool Covered(CodeSet set, ushort day)
    {
        foreach (var (from, to) in coverage[(int)set])
        {
            if (day >= from && day <= to) return true;
        }

        return false;
    }

    internal ushort LastCovered(CodeSet set) => lastCovered[(int)set];

    private IEnumerable<Row> Rows(int index, string table, ushort? on)
    {
        if (index < 0 || !tableNumbers.TryGetValue(table, out var number)) yield break;
        var (from, to) = FactRange(index);
        for (var f = from; f < to; f++)
        {
            var fact = FactAt(f);
            if (fact.Table != number) continue;
            if (on is { } day && (day < fact.From || day > fact.To)) continue;
            yield return new Row(this, f);
        }
    }

    private static Dictionary<SectionId, (long Offset, long Length)> ReadSections(string path, ReadOnlySpan<byte> header, long length)
    {
        if (!header.StartsWith(BookFormat.Magic)) throw new BookException(path, "it is not a book (its first bytes are others)");
        var version = BinaryPrimitives.ReadInt32LittleEndian(header[16..]);
        if (version != BookFormat.Version)
            throw new BookException(path, $"it has format version {version}, this program reads {BookFormat.Version}; build it again with 'codingahead book build'");
        Span<byte> sum = stackalloc byte[32];
        SHA256.HashData(header[..^32], sum);
        if (!sum.SequenceEqual(header[^32..])) throw new BookException(path, "its header is damaged (the checksum differs)");
        var n = BinaryPrimitives.ReadInt32LittleEndian(header[20..]);
        var found = new Dictionary<SectionId, (long, long)>();
        for (var i = 0; i < n; i++)
        {
            var entry = header.Slice(64 + i * 56, 56);
            var (offset, size) = (BinaryPrimitives.ReadInt64LittleEndian(entry[8..]), BinaryPrimitives.ReadInt64LittleEndian(entry[16..]));
            if (offset < BookFormat.HeaderSize || size < 0 || offset + size > length) throw new BookException(path, "it is cut short");
            found[(SectionId)BinaryPrimitives.ReadInt32LittleEndian(entry)] = (offset, size);
        }

        return found;
    }

    /// <summary>Unmaps the file. Rows and pairs read from it must not be used afterwards.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}

/// <summary>A file that cannot be used as a book, and why.</summary>
public sealed class BookException(string path, string reason) : Exception($"{path} cannot be used as a book: {reason}")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
