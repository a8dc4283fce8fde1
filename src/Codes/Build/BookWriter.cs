using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CodingAhead.Codes.Build;

/// <summary>Writes the sections, then the header, flushes to the disk and renames.</summary>
internal static class BookWriter
{
    public static long Write(BookOutput output, BookContent content, DateTimeOffset built, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        long length;
        try
        {
            using (var stream = new FileStream(output.Temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            {
                var sections = new List<(SectionId Id, long Offset, long Length, byte[] Sha)>();
                stream.SetLength(BookFormat.HeaderSize);
                stream.Position = BookFormat.HeaderSize;
                Section(SectionId.Catalog, content.Catalog.ToBytes());
                Section(SectionId.Keys, content.Keys);
                Section(SectionId.KeyHash, Hash(content.Keys));
                Section(SectionId.KeyFacts, content.KeyFacts);
                Section(SectionId.Facts, CollectionsMarshal.AsSpan(content.Facts));
                Section(SectionId.Sources, CollectionsMarshal.AsSpan(content.Sources));
                Section(SectionId.Heap, content.Heap);
                Section(SectionId.ValidityStarts, content.ValidityStarts);
                Section(SectionId.Validity, content.Validity);
                Section(SectionId.Pairs, content.Pairs);
                Section(SectionId.PairStarts, content.PairStarts);
                Section(SectionId.PairsByColumn2, content.ByColumn2);
                Section(SectionId.PairsByColumn2Starts, content.ByColumn2Starts);
                cancel.ThrowIfCancellationRequested();
                Header(stream, sections, built);
                stream.Flush(flushToDisk: true);
                length = stream.Length;

                void Section<T>(SectionId id, ReadOnlySpan<T> values)
                    where T : unmanaged
                {
                    var padding = (int)(-stream.Position & (BookFormat.Alignment - 1));
                    Span<byte> zeros = stackalloc byte[BookFormat.Alignment];
                    zeros.Clear();
                    stream.Write(zeros[..padding]);
                    var bytes = MemoryMarshal.AsBytes(values);
                    sections.Add((id, stream.Position, bytes.Length, SHA256.HashData(bytes)));
                    stream.Write(bytes);
                }
            }
        }
        catch (IOException e)
        {
            throw new IOException($"the book cannot be written to {output.Temporary}: {e.Message}; the old book, if there is one, is unchanged", e);
        }

        output.Finish();
        return length;
    }

    private static uint[] Hash(ulong[] keys)
    {
        var size = 1u << 4;
        while (size < keys.Length * 2) size <<= 1;
        var slots = new uint[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Book.HashOf(keys[i]) & (size - 1);
            while (slots[slot] != 0) slot = slot + 1 & (size - 1);
            slots[slot] = (uint)i + 1;
        }

        return slots;
    }

    private static void Header(FileStream stream, List<(SectionId Id, long Offset, long Length, byte[] Sha)> sections, DateTimeOffset built)
    {
        var header = new byte[BookFormat.HeaderSize];
        BookFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), BookFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), sections.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), built.UtcTicks);
        using var version = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < sections.Count; i++)
        {
            var entry = header.AsSpan(64 + i * 56, 56);
            BinaryPrimitives.WriteInt32LittleEndian(entry, (int)sections[i].Id);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], sections[i].Offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], sections[i].Length);
            sections[i].Sha.CopyTo(entry[24..]);
            version.AppendData(sections[i].Sha);
        }

        version.GetHashAndReset(header.AsSpan(32, 32));
        SHA256.HashData(header.AsSpan(0, BookFormat.HeaderSize - 32), header.AsSpan(BookFormat.HeaderSize - 32));
        stream.Position = 0;
        stream.Write(header);
    }
}
