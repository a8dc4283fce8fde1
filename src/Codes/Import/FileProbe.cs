using System.Text;
using System.Xml;

namespace CodingAhead.Codes.Import;

/// <summary>The beginning of a file, from which its layout is recognised: first lines, root element, or first rows of each sheet.</summary>
public sealed class FileProbe
{
    private const int HeadBytes = 1 << 14;
    private const int HeadRows = 14;

    private static readonly System.Buffers.SearchValues<char> EndOfName = System.Buffers.SearchValues.Create(" \t\r\n/>");

    private readonly ReleaseFile file;
    private IReadOnlyList<(string Name, IReadOnlyList<string[]> Rows)>? sheets;

    /// <summary>Reads the first bytes.</summary>
    public FileProbe(ReleaseFile file)
    {
        this.file = file;
        using var stream = file.Open();
        var head = new byte[HeadBytes];
        int length;
        try { length = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false); }
        catch (InvalidDataException e) { throw file.Error(0, $"damaged compressed data ({e.Message})", "an intact zip entry"); }

        var bytes = head.AsSpan(0, length);
        IsZip = bytes.StartsWith("PK\u0003\u0004"u8);
        IsBinary = IsZip || bytes.StartsWith("%PDF"u8) || bytes.Contains((byte)0);
        Text = IsBinary ? "" : Encoding.Latin1.GetString(bytes).TrimStart('\u00EF', '\u00BB', '\u00BF');
        FirstLines = Text.Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
        if (length == HeadBytes && FirstLines.Count > 1) FirstLines = FirstLines.Take(FirstLines.Count - 1).ToArray();
        XmlRoot = Text.StartsWith('<') ? Root(Text) : null;
    }

    /// <summary>The whole file's name, for tests of variants only: layouts are recognised by content.</summary>
    public string Path => file.Path;

    /// <summary>A zip, so perhaps a workbook.</summary>
    public bool IsZip { get; }

    /// <summary>Not text.</summary>
    public bool IsBinary { get; }

    /// <summary>The first 16 KiB as Latin-1, empty for binary files.</summary>
    public string Text { get; }

    /// <summary>The complete lines among them.</summary>
    public IReadOnlyList<string> FirstLines { get; }

    /// <summary>Name of the root element of an XML file.</summary>
    public string? XmlRoot { get; }

    /// <summary>The first rows of each sheet of a workbook; empty for other files.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string[]> Rows)> Sheets => sheets ??= IsZip
        ? file.Sheets().Select(s => (s.Name, (IReadOnlyList<string[]>)s.Rows.Take(HeadRows).Select(r => r.Cells).ToArray())).ToArray()
        : [];

    /// <summary>Whether some row near the top of some sheet has these texts as its first cells (blanks trimmed, case ignored).</summary>
    public bool HasSheetRow(params string[] cells) => Sheets.Any(s => s.Rows.Any(r =>
        r.Length >= cells.Length && cells.Select((c, i) => string.Equals(r[i].Trim(), c, StringComparison.OrdinalIgnoreCase)).All(same => same)));

    /// <summary>Whether some line near the top begins with this text (case ignored).</summary>
    public bool HasLine(string start) => FirstLines.Any(l => l.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string? Root(string head)
    {
        var i = 0;
        while ((i = head.IndexOf('<', i)) >= 0 && i + 1 < head.Length)
        {
            if (head[i + 1] is '?' or '!') { i++; continue; }
            var end = head.AsSpan(i + 1).IndexOfAny(EndOfName);
            return end > 0 ? head.Substring(i + 1, end) : null;
        }

        return null;
    }
}
