using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace CodingAhead.Codes.Import;

/// <summary>Reads an xlsx workbook sheet by sheet, row by row, as text.</summary>
internal static class Workbook
{
    /// <summary>Official workbooks unpack to at most a few hundred megabytes; more is a zip bomb.</summary>
    private const long MaxUnpackedBytes = 1L << 30;

    // The reader's configuration asks for Windows-1252 when it is made, even for xlsx, and .NET has it only on request.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<(string Name, IEnumerable<(int Row, string[] Cells)> Rows)> Read(ReleaseFile file)
    {
        using var content = Seekable(file);
        Check(file, content);
        using var reader = Open(file, content);
        do
        {
            yield return (reader.Name, Rows(file, reader));
        }
        while (Guard(file, reader.NextResult));
    }

    private static IEnumerable<(int Row, string[] Cells)> Rows(ReleaseFile file, IExcelDataReader reader)
    {
        for (var row = 1; Guard(file, reader.Read); row++)
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
            yield return (row, cells);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        double d => Number(d),
        DateTime date => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        bool b => b ? "TRUE" : "FALSE",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // A spreadsheet keeps 8.2 as 8.1999999999999993: twelve significant digits give back what was typed.
    private static string Number(double d) =>
        Math.Abs(d) < 1e15 && d == Math.Floor(d) ? ((long)d).ToString(CultureInfo.InvariantCulture) : ((decimal)double.Parse(d.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

    private static Stream Seekable(ReleaseFile file)
    {
        var stream = file.Open();
        if (stream.CanSeek) return stream;
        var copy = new MemoryStream((int)Math.Min(file.Length, 64 << 20));
        using (stream)
        {
            try { stream.CopyTo(copy); }
            catch (InvalidDataException e) { throw file.Error(0, $"damaged compressed data ({e.Message})", "an intact zip entry"); }
        }

        copy.Position = 0;
        return copy;
    }

    private static void Check(ReleaseFile file, Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var unpacked = zip.Entries.Sum(e => e.Length);
            if (unpacked > MaxUnpackedBytes) throw file.Error(0, $"a workbook of {unpacked} bytes unpacked", $"at most {MaxUnpackedBytes}");
        }
        catch (InvalidDataException e)
        {
            throw file.Error(0, $"a damaged or truncated workbook ({e.Message})", "an intact xlsx file");
        }

        content.Position = 0;
    }

    private static IExcelDataReader Open(ReleaseFile file, Stream content)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8 });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw file.Error(0, $"a workbook that cannot be opened ({e.Message})", "an intact xlsx file");
        }
    }

    private static bool Guard(ReleaseFile file, Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is not (OperationCanceledException or ReleaseFormatException))
        {
            throw file.Error(0, $"a damaged worksheet ({e.Message})", "an intact xlsx file");
        }
    }
}
