using System.IO.Compression;
using System.Text;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Build;

/// <summary>What bad files and bad moments do to a build: a clear message, nothing lost, nothing half-written.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly string Order = Line(1, "A00", 0, "Sample fever") + Line(2, "A000", 1, "Sample fever, mild") + Line(3, "A001", 1, "Sample fever, severe");

    private readonly string folder = Directory.CreateTempSubdirectory("faults-").FullName;

    private string Releases => Path.Combine(folder, "releases");

    private string Output => Path.Combine(folder, "test.book");

    public FaultTests() => Directory.CreateDirectory(Releases);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_damaged_zip_is_refused_and_the_others_are_built()
    {
        Good();
        var bytes = Zip(("icd10cm-order-2025.txt", Order));
        File.WriteAllBytes(Path.Combine(Releases, "icd10cm-2025.zip"), bytes[..(bytes.Length / 2)]);
        var report = Build();
        Assert.Contains("icd10cm-2025.zip", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Found("FY2026");
    }

    [Fact]
    public void Damaged_data_inside_a_zip_is_refused()
    {
        Good();
        var bytes = Zip(("icd10cm-order-2025.txt", string.Concat(Enumerable.Range(0, 4000).Select(i => Line(i + 1, $"B{i % 100:00}{i / 100:00}", 1, $"Sample {i * 7919}")))));
        for (var i = 200; i < 2000; i++) bytes[i] ^= 0x5A;
        File.WriteAllBytes(Path.Combine(Releases, "icd10cm-2025.zip"), bytes);
        var report = Build();
        Assert.Contains("icd10cm-2025.zip", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Found("FY2026");
    }

    [Fact]
    public void A_truncated_workbook_is_refused()
    {
        Good();
        var book = Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", new string('x', 5000)));
        File.WriteAllBytes(Path.Combine(Releases, "table.xlsx"), book[..(book.Length - 300)]);
        var report = Build();
        Assert.Contains("table.xlsx", Assert.Single(report.Errors).Message, StringComparison.Ordinal);
        Found("FY2026");
    }

    [Fact]
    public void An_xml_bomb_is_refused_unread()
    {
        Good();
        File.WriteAllText(
            Path.Combine(Releases, "icd10cm_tabular_2026.xml"),
            "<?xml version=\"1.0\"?><!DOCTYPE ICD10CM.tabular [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            + "<ICD10CM.tabular><version>2026</version><introduction>&c;</introduction></ICD10CM.tabular>");
        var error = Assert.Single(Build().Errors);
        Assert.Contains("icd10cm_tabular_2026.xml", error.Message, StringComparison.Ordinal);
        Assert.Contains("DTD", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../icd10cm-order-2025.txt")]
    [InlineData("/etc/icd10cm-order-2025.txt")]
    [InlineData("a/../../b.txt")]
    [InlineData("..\\icd10cm-order-2025.txt")]
    public void A_zip_entry_outside_its_archive_is_refused(string name)
    {
        Good();
        File.WriteAllBytes(Path.Combine(Releases, "evil.zip"), Zip((name, Order)));
        var error = Assert.Single(Build().Errors);
        Assert.Contains("outside its archive", error.Message, StringComparison.Ordinal);
        Assert.Equal(["releases", "test.book"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_line_of_two_gigabytes_is_refused_in_bounded_memory()
    {
        var file = new ReleaseFile("icd10cm-order-2026.txt", "", 2L << 30, () => new Endless(Encoding.ASCII.GetBytes(Order), 2L << 30));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var lines = file.Lines();
        var e = Assert.Throws<ReleaseFormatException>(() =>
        {
            while (lines.Read())
            {
            }
        });
        Assert.Contains("a line longer than", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, e.Line);
        Assert.True(GC.GetTotalMemory(forceFullCollection: false) - before < 64 << 20);
    }

    [Fact]
    public void A_zip_bomb_is_refused_when_it_has_grown_past_the_bound()
    {
        // Its directory may say anything: what comes out is counted.
        Good();
        using (var stream = File.Create(Path.Combine(Releases, "icd10cm-order-2025.txt.gz")))
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize))
        {
            var line = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Line(1, "A000", 1, "Sample fever, mild"), 8000)));
            for (var written = 0L; written <= ReleaseDirectory.MaxEntryBytes; written += line.Length) gzip.Write(line);
        }

        Assert.Contains("icd10cm-order-2025.txt.gz", Assert.Single(Build().Errors).Message, StringComparison.Ordinal);
        Found("FY2026");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Text_in_another_encoding_is_refused_with_its_line(bool bigEndian)
    {
        var encoding = bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var file = Imported("icd10cm-order-2026.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Order)]);
        using var lines = file.Lines();
        var e = Assert.Throws<ReleaseFormatException>(() => lines.Read());
        Assert.Contains("UTF-16", e.Message, StringComparison.Ordinal);
        using var nul = Imported("x.txt", "A00\0B\n"u8.ToArray()).Lines();
        Assert.Contains("NUL", Assert.Throws<ReleaseFormatException>(() => nul.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_1252_is_read_as_what_it_means()
    {
        using var lines = Imported("x.txt", [.. "Sj"u8, 0xF6, .. "gren"u8, 0x92, .. "s \n"u8]).Lines();
        Assert.True(lines.Read());
        Assert.Equal("Sjögren\u2019s ", Encoding.UTF8.GetString(lines.Current));
    }

    [Fact]
    public void A_release_of_the_wrong_year_is_refused()
    {
        File.WriteAllBytes(Path.Combine(Releases, "icd10cm-Code Descriptions-2026.zip"), Zip(("icd10cm-order-2025.txt", Order)));
        var error = Assert.Single(Build().Errors);
        Assert.Contains("2025", error.Message, StringComparison.Ordinal);
        Assert.Contains("2026", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_with_an_error_is_left_out_whole()
    {
        Good();
        File.WriteAllBytes(Path.Combine(Releases, "icd10cm-2025.zip"), Zip(
            ("icd10cm-order-2025.txt", Order + "00099 A0\n"),
            ("icd10cm-codes-2025.txt", "A000    Sample fever, mild\nA001    Sample fever, severe\n")));
        var report = Build();
        Assert.Equal([FileOutcome.LeftOut, FileOutcome.Refused], report.Errors.Select(e => e.Outcome).Order().Reverse());
        Assert.Contains("line 4", report.Errors.Single(e => e.Outcome == FileOutcome.Refused).Message, StringComparison.Ordinal);
        using var book = Book.Open(Output);
        Assert.Equal(["FY2026"], book.Sources.Where(s => s.Dataset == "icd10cm").Select(s => s.Edition));
        Assert.NotEmpty(book.Omitted);
    }

    [Fact]
    public void A_full_disk_leaves_the_old_book_and_no_rubbish()
    {
        Good();
        Build();
        var old = File.ReadAllBytes(Output);
        File.WriteAllBytes(Path.Combine(Releases, "icd10cm-2025.zip"), Zip(("icd10cm-order-2025.txt", Order)));
        var e = Assert.Throws<IOException>(() => BookCompiler.Build(
            new BuildOptions { Releases = Releases, Output = Output, OpenOutput = path => new FullDisk(path, 8192) }, TimeProvider.System));
        Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
        Assert.Contains("old book", e.Message, StringComparison.Ordinal);
        Assert.Equal(old, File.ReadAllBytes(Output));
        Assert.Equal(["releases", "test.book"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void What_a_killed_build_left_is_removed_by_the_next()
    {
        Good();
        File.WriteAllText(Output + ".tmp", "half a book");
        Build();
        Assert.Equal(["releases", "test.book"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Two_builds_at_once_to_the_same_place_are_refused()
    {
        Good();
        using var gate = BookOutput.Claim(Output);
        var e = Assert.Throws<IOException>(() => Build());
        Assert.Contains("another build", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_releases_give_the_same_book()
    {
        Good();
        Build();
        var first = File.ReadAllBytes(Output);
        BookCompiler.Build(new BuildOptions { Releases = Releases, Output = Output, Parallelism = 1 }, TimeProvider.System);
        // Only the time of building, and the checksum over it, may differ.
        var second = File.ReadAllBytes(Output);
        Assert.Equal(first.AsSpan(4096), second.AsSpan(4096));
    }

    [Theory]
    [InlineData(0, "not a book")]
    [InlineData(16, "format version")]
    [InlineData(100, "header is damaged")]
    public void A_foreign_or_damaged_book_is_refused_with_its_reason(int at, string reason)
    {
        Good();
        Build();
        var bytes = File.ReadAllBytes(Output);
        bytes[at] ^= 0xFF;
        File.WriteAllBytes(Output, bytes);
        Assert.Contains(reason, Assert.Throws<BookException>(() => Book.Open(Output)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_book_cut_short_is_refused()
    {
        Good();
        Build();
        File.WriteAllBytes(Output, File.ReadAllBytes(Output)[..^100]);
        Assert.Contains("cut short", Assert.Throws<BookException>(() => Book.Open(Output)).Message, StringComparison.Ordinal);
        File.WriteAllText(Output, "short");
        Assert.Contains("too short", Assert.Throws<BookException>(() => Book.Open(Output)).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<BookException>(() => Book.Open(Output + "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_finds_a_changed_byte()
    {
        Good();
        Build();
        var bytes = File.ReadAllBytes(Output);
        bytes[^200] ^= 1;
        File.WriteAllBytes(Output, bytes);
        using var book = Book.Open(Output);
        Assert.NotEmpty(book.Verify());
    }

    [Fact]
    public void An_open_book_stays_readable_when_a_new_one_takes_its_place()
    {
        Good();
        Build();
        using var old = Book.Open(Output);
        File.WriteAllBytes(Path.Combine(Releases, "icd10cm-2025.zip"), Zip(("icd10cm-order-2025.txt", Order)));
        Build();
        using var fresh = Book.Open(Output);
        Assert.Empty(old.Verify());
        Assert.Equal(CodeStatus.NoEdition, old.Find(CodeSet.Icd10Cm, "A00.0", new DateOnly(2025, 1, 1)).Status);
        Assert.Equal(CodeStatus.Active, fresh.Find(CodeSet.Icd10Cm, "A00.0", new DateOnly(2025, 1, 1)).Status);
        Assert.NotEqual(old.Version, fresh.Version);
    }

    private static string Line(int number, string code, int billable, string title) => $"{number:00000} {code,-7} {billable} {title,-60} {title}\n";

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static ReleaseFile Imported(string path, byte[] content) => new(path, "", content.Length, () => new MemoryStream(content));

    private void Good() => File.WriteAllBytes(Path.Combine(Releases, "icd10cm-2026.zip"), Zip(("icd10cm-order-2026.txt", Order)));

    private BuildReport Build() => BookCompiler.Build(new BuildOptions { Releases = Releases, Output = Output }, TimeProvider.System);

    private void Found(string edition)
    {
        using var book = Book.Open(Output);
        Assert.Equal(CodeStatus.Active, book.Find(CodeSet.Icd10Cm, "A00.0", new DateOnly(2026, 1, 1)).Status);
        Assert.Contains(book.Sources, s => s.Edition == edition);
    }

    private sealed class FullDisk(string path, long room) : FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read)
    {
        // A derived FileStream sends every write here.
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Position + count > room) throw new IOException("No space left on device");
            base.Write(buffer, offset, count);
        }
    }

    // The given text, then one line without end.
    private sealed class Endless(byte[] start, long length) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = (int)Math.Min(count, length - position);
            for (var i = 0; i < n; i++) buffer[offset + i] = position + i < start.Length ? start[position + i] : (byte)'x';
            position += n;
            return n;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
