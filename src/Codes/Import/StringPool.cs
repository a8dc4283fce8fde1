namespace CodingAhead.Codes.Import;

/// <summary>
/// Interns UTF-8 texts: equal texts get the same number. Shared by the threads that read files; sharded by hash so that they seldom wait.
/// </summary>
internal sealed class StringPool
{
    private const int Shards = 64;
    private readonly Shard[] shards = [.. Enumerable.Range(0, Shards).Select(_ => new Shard())];

    /// <summary>The number of a text.</summary>
    public uint Intern(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var shard = (int)(hash >> 58);
        lock (shards[shard])
        {
            return (uint)(shards[shard].Intern(text, (uint)hash) * Shards + shard);
        }
    }

    /// <summary>The text of a number. Not to be called while texts are still being added.</summary>
    public ReadOnlySpan<byte> this[uint number] => shards[number % Shards][(int)(number / Shards)];

    /// <summary>Numbers are below this.</summary>
    public uint Limit => (uint)(shards.Max(s => s.Count) * Shards);

    // FNV-1a over eight bytes at a time with a final mix: fast and, unlike string hashing, the same in every run.
    internal static ulong Hash(ReadOnlySpan<byte> text)
    {
        const ulong prime = 0x9E3779B97F4A7C15;
        var hash = 0xCBF29CE484222325 ^ (ulong)text.Length * prime;
        while (text.Length >= 8)
        {
            hash = (hash ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(text)) * prime;
            hash ^= hash >> 29;
            text = text[8..];
        }

        foreach (var b in text) hash = (hash ^ b) * prime;
        hash ^= hash >> 32;
        hash *= prime;
        return hash ^ (hash >> 29);
    }

    private sealed class Shard
    {
        private const int ChunkBits = 20;
        private readonly List<byte[]> chunks = [];
        private readonly List<(int Chunk, int Start, int Length, uint Hash)> texts = [];
        private int[] slots = new int[1024];
        private int used;

        public int Count => texts.Count;

        public ReadOnlySpan<byte> this[int i]
        {
            get
            {
                var (chunk, start, length, _) = texts[i];
                return chunks[chunk].AsSpan(start, length);
            }
        }

        public int Intern(ReadOnlySpan<byte> text, uint hash)
        {
            if (texts.Count * 2 >= slots.Length) Grow();
            var mask = slots.Length - 1;
            for (var s = (int)hash & mask; ; s = (s + 1) & mask)
            {
                var at = slots[s] - 1;
                if (at < 0)
                {
                    slots[s] = texts.Count + 1;
                    return Append(text, hash);
                }

                if (texts[at].Hash == hash && this[at].SequenceEqual(text)) return at;
            }
        }

        private int Append(ReadOnlySpan<byte> text, uint hash)
        {
            if (chunks.Count == 0 || chunks[^1].Length - used < text.Length)
            {
                chunks.Add(new byte[Math.Max(1 << ChunkBits, text.Length)]);
                used = 0;
            }

            text.CopyTo(chunks[^1].AsSpan(used));
            texts.Add((chunks.Count - 1, used, text.Length, hash));
            used += text.Length;
            return texts.Count - 1;
        }

        private void Grow()
        {
            slots = new int[slots.Length * 2];
            var mask = slots.Length - 1;
            for (var i = 0; i < texts.Count; i++)
            {
                var s = (int)texts[i].Hash & mask;
                while (slots[s] != 0) s = (s + 1) & mask;
                slots[s] = i + 1;
            }
        }
    }
}
