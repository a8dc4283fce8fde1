using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CodingAhead.Codes.Search;

namespace CodingAhead.Codes.Build;

/// <summary>Writes the sections, then the header, flushes to the disk and renames.</summary>
internal static class BookWriter
{
    public static long Write(BookOutput output, BookContent content, BuildOptions options, DateTimeOffset built, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        try
        {
            var sections = new List<Section>();
            using (var stream = options.OpenOutput?.Invoke(output.Temporary) ?? new FileStream(output.Temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            {
                stream.SetLength(BookFormat.HeaderSize);
                stream.Position = BookFormat.HeaderSize;
                Append<byte>(stream, sections, SectionId.Catalog, content.Catalog.ToBytes());
                Append<ulong>(stream, sections, SectionId.Keys, content.Keys);
                Append<uint>(stream, sections, SectionId.KeyHash, Hash(content.Keys));
                Append<uint>(stream, sections, SectionId.KeyFacts, content.KeyFacts);
                Append<FactRecord>(stream, sections, SectionId.Facts, CollectionsMarshal.AsSpan(content.Facts));
                Append<SourceRecord>(stream, sections, SectionId.Sources, CollectionsMarshal.AsSpan(content.Sources));
                Append<byte>(stream, sections, SectionId.Heap, content.Heap);
                Append<uint>(stream, sections, SectionId.ValidityStarts, content.ValidityStarts);
                Append<ValidityRecord>(stream, sections, SectionId.Validity, content.Validity);
                Append<PairRecord>(stream, sections, SectionId.Pairs, content.Pairs);
                Append<uint>(stream, sections, SectionId.PairStarts, content.PairStarts);
                Append<PairForm>(stream, sections, SectionId.PairForms, content.PairForms);
                Append<byte>(stream, sections, SectionId.PairsByColumn2, content.ByColumn2);
                Append<uint>(stream, sections, SectionId.PairsByColumn2Starts, content.ByColumn2Starts);
                Header(stream, sections, built);
            }

            // The search index is made from the finished rows, read back the way every reader will read them.
            progress?.Report(new BuildProgress("Indexing for search", 0, 0, null));
            SearchContent search;
            byte[] lexicon;
            using (var book = Book.Open(output.Temporary))
            {
                search = SearchIndexer.Build(book, cancel);
                if (options.Lexicon is not null) progress?.Report(new BuildProgress("Making the lexicon of diagnoses", 0, 0, null));
                lexicon = options.Lexicon?.Invoke(book, cancel) ?? [];
            }

            long length;
            using (var stream = new FileStream(output.Temporary, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
            {
                stream.Position = stream.Length;
                Append<TokenRecord>(stream, sections, SectionId.SearchTokens, search.Tokens);
                Append<WordRecord>(stream, sections, SectionId.SearchWords, search.Words);
                Append<byte>(stream, sections, SectionId.SearchWordText, search.WordText);
                Append<byte>(stream, sections, SectionId.SearchPostings, search.Postings);
                Append<PhraseRecord>(stream, sections, SectionId.SearchPhrases, search.Phrases);
                Append<byte>(stream, sections, SectionId.SearchPhraseTokens, search.PhraseTokens);
                Append<SpellingRecord>(stream, sections, SectionId.SearchSpelling, search.Spelling);
                Append<uint>(stream, sections, SectionId.SearchKeyPhraseStarts, search.KeyPhraseStarts);
                Append<uint>(stream, sections, SectionId.SearchKeyPhrases, search.KeyPhrases);
                Append<uint>(stream, sections, SectionId.SearchKeyTitles, search.KeyTitles);
                Append<uint>(stream, sections, SectionId.SearchRelatedStarts, search.RelatedStarts);
                Append<RelatedRecord>(stream, sections, SectionId.SearchRelated, search.Related);
                if (lexicon.Length > 0) Append<byte>(stream, sections, SectionId.Lexicon, lexicon);
                Header(stream, sections, built);
                stream.Flush(flushToDisk: true);
                length = stream.Length;
            }

            cancel.ThrowIfCancellationRequested();
            output.Finish();
            return length;
        }
        catch (IOException e)
        {
            throw new IOException($"the book cannot be written to {output.Temporary}: {e.Message}; the old book, if there is one, is unchanged", e);
        }
    }

    private static void Append<T>(FileStream stream, List<Section> sections, SectionId id, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Span<byte> zeros = stackalloc byte[BookFormat.Alignment];
        zeros.Clear();
        stream.Write(zeros[..(int)(-stream.Position & (BookFormat.Alignment - 1))]);
        var bytes = MemoryMarshal.AsBytes(values);
        sections.Add(new Section(id, stream.Position, bytes.Length, SHA256.HashData(bytes)));
        stream.Write(bytes);
    }

    private static uint[] Hash(ulong[] keys)
    {
        // At most three quarters full: a probe or two more than at a half, and two megabytes less of a full book.
        var size = 1u << 4;
        while (size * 3L < keys.Length * 4L) size <<= 1;
        var slots = new uint[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Book.HashOf(keys[i]) & (size - 1);
            while (slots[slot] != 0) slot = slot + 1 & (size - 1);
            slots[slot] = (uint)i + 1;
        }

        return slots;
    }

    private static void Header(FileStream stream, List<Section> sections, DateTimeOffset built)
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

    private sealed record Section(SectionId Id, long Offset, long Length, byte[] Sha);
}
