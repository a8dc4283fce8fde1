using System.IO.Compression;
using System.Security.Cryptography;

namespace CodingAhead.Codes.Import;

/// <summary>
/// The files of a releases directory, entries of zips (and of zips in them, one level) and gzips included, in a fixed order. Nothing is unpacked to disk.
/// </summary>
public static class ReleaseDirectory
{
    /// <summary>No official entry is larger; a larger one is refused.</summary>
    public const long MaxEntryBytes = 1L << 30;

    /// <summary>No official zip inside a zip is larger; it is opened in memory.</summary>
    public const long MaxNestedBytes = 256L << 20;

    private static readonly string[] NotReleases = [".pdf", ".md", ".json", ".xsd", ".docx", ".doc", ".part", ".html"];

    /// <summary>
    /// Lists every file below <paramref name="directory"/>. A zip that cannot be opened, or that names entries outside itself, is given to
    /// <paramref name="refuse"/> and left out.
    /// </summary>
    public static IEnumerable<ReleaseFile> Scan(string directory, Action<ReleaseFormatException> refuse, CancellationToken cancel = default)
    {
        var root = Path.GetFullPath(directory);
        foreach (var path in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
                     .OrderBy(p => p, StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            if (NotReleases.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) continue;
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            foreach (var file in Expand(path, relative, refuse)) yield return file;
        }
    }

    private static List<ReleaseFile> Expand(string path, string relative, Action<ReleaseFormatException> refuse)
    {
        try
        {
            Span<byte> magic = stackalloc byte[4];
            string sha256;
            using (var stream = File.OpenRead(path))
            {
                var read = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
                magic = magic[..read];
                stream.Position = 0;
                sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
            }

            var length = new FileInfo(path).Length;
            if (magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            {
                var name = relative.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? relative[..^3] : relative;
                return [new ReleaseFile($"{relative}!{name[(name.LastIndexOf('/') + 1)..]}", sha256, length,
                    () => new BoundedStream(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), relative, MaxEntryBytes))];
            }

            var whole = new ReleaseFile(relative, sha256, length, () => File.OpenRead(path));
            if (!magic.StartsWith("PK\u0003\u0004"u8)) return [whole];
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Any(e => e.FullName == "[Content_Types].xml")) return [whole];
            return Entries(zip, relative, sha256, () => ZipFile.OpenRead(path), mayNest: true);
        }
        catch (ReleaseFormatException e)
        {
            refuse(e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or EndOfStreamException)
        {
            refuse(new ReleaseFormatException(relative, 0, $"a file that cannot be read ({e.Message})", "an intact file or archive"));
        }

        return [];
    }

    // The coverage database's downloads hold a zip of their tables: one such level is opened, in memory.
    private static List<ReleaseFile> Entries(ZipArchive zip, string relative, string sha256, Func<ZipArchive> open, bool mayNest)
    {
        var files = new List<ReleaseFile>();
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var name = entry.FullName.Replace('\\', '/');
            if (name.EndsWith('/') || NotReleases.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) continue;
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
                throw new ReleaseFormatException(relative, 0, $"an entry named '{name}', outside its archive", "entries inside the archive");
            var nested = mayNest && name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
            var most = nested ? MaxNestedBytes : MaxEntryBytes;
            if (entry.Length > most) throw new ReleaseFormatException($"{relative}!{name}", 0, $"an entry of {entry.Length} bytes", $"at most {most}");
            var full = entry.FullName;
            if (nested)
            {
                using var inner = OpenNested(open, relative, full);
                files.AddRange(Entries(inner, $"{relative}!{name}", sha256, () => OpenNested(open, relative, full), mayNest: false));
            }
            else files.Add(new ReleaseFile($"{relative}!{name}", sha256, entry.Length, () => OpenEntry(open(), relative, full, MaxEntryBytes)));
        }

        return files;
    }

    private static ZipArchive OpenNested(Func<ZipArchive> open, string relative, string entry)
    {
        using var stream = OpenEntry(open(), relative, entry, MaxNestedBytes);
        var content = new MemoryStream();
        stream.CopyTo(content);
        content.Position = 0;
        return new ZipArchive(content, ZipArchiveMode.Read);
    }

    private static BoundedStream OpenEntry(ZipArchive zip, string relative, string entry, long most)
    {
        var stream = (zip.GetEntry(entry) ?? throw new ReleaseFormatException(relative, 0, $"no entry '{entry}' any more", "an archive that does not change while it is read")).Open();
        return new BoundedStream(stream, $"{relative}!{entry}", most, zip);
    }

    // A zip's directory may lie about sizes: count what really comes out.
    private sealed class BoundedStream(Stream inner, string path, long most, IDisposable? owner = null) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var n = inner.Read(buffer);
            read += n;
            if (read > most) throw new ReleaseFormatException(path, 0, $"more than {most} bytes when decompressed", "a release file, not a zip bomb");
            return n;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                owner?.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
