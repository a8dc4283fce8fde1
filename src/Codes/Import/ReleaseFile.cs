using System.Text;
using System.Xml;

namespace CodingAhead.Codes.Import;

/// <summary>
/// One file of a release: a file of the directory, or an entry of a zip in it. Reading is streamed; nothing is unpacked to disk.
/// </summary>
/// <param name="path">Relative to the releases directory, slashes forward; an entry follows its zip after <c>!</c>.</param>
/// <param name="sha256">Of the file on disk (the zip, for an entry), lower-case hex: what a user compares with the publisher's.</param>
/// <param name="length">Uncompressed bytes.</param>
/// <param name="open">Opens the content from its start.</param>
public sealed class ReleaseFile(string path, string sha256, long length, Func<Stream> open)
{
    /// <summary>No line of any official layout is longer; a longer one is damage, or an attack.</summary>
    public const int MaxLineBytes = 1 << 20;

    /// <summary>Relative path, with <c>!entry</c> for a file inside a zip.</summary>
    public string Path { get; } = path;

    /// <summary>SHA-256 of the file on disk, lower-case hex.</summary>
    public string Sha256 { get; } = sha256;

    /// <summary>Uncompressed length in bytes.</summary>
    public long Length { get; } = length;

    /// <summary>The innermost file name, without folders.</summary>
    public string Name { get; } = path[(path.LastIndexOfAny(['/', '!']) + 1)..];

    /// <summary>Names from the innermost outwards (file, its folders inside the zip, the zip, its folder …), where an edition may be named.</summary>
    public IEnumerable<string> Names => Path.Split('/', '!').Reverse();

    /// <summary>Opens the content from its start.</summary>
    public Stream Open() => open();

    /// <summary>An error at a place of this file.</summary>
    public ReleaseFormatException Error(int line, string found, string expected) => new(Path, line, found, expected);

    /// <summary>Reads text lines as UTF-8, turning Windows-1252 bytes (which CMS still uses) into it; UTF-16 and NUL bytes are refused.</summary>
    public LineReader Lines() => new(this, open());

    /// <summary>A hardened XML reader: no document type, no entities, no resolver, bounded size.</summary>
    public XmlReader Xml() => XmlReader.Create(open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 512L << 20,
        MaxCharactersFromEntities = 0,
        CloseInput = true,
        IgnoreWhitespace = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>
    /// Rows of a comma-separated file with RFC 4180 quotes; a quoted field may span lines. Fields are not trimmed.
    /// Each row comes with the number of the line it starts on.
    /// </summary>
    public IEnumerable<(int Line, string[] Fields)> Csv()
    {
        using var lines = Lines();
        var fields = new List<string>();
        var field = new StringBuilder();
        while (lines.Read())
        {
            var start = lines.Number;
            var text = Encoding.UTF8.GetString(lines.Current);
            fields.Clear();
            var quoted = false;
            for (var i = 0; ;)
            {
                if (quoted)
                {
                    var q = text.IndexOf('"', i);
                    if (q < 0)
                    {
                        field.Append(text, i, text.Length - i).Append('\n');
                        if (field.Length > MaxLineBytes || !lines.Read()) throw Error(start, "a quoted field that never ends", "a closing quote");
                        text = Encoding.UTF8.GetString(lines.Current);
                        i = 0;
                        continue;
                    }

                    field.Append(text, i, q - i);
                    i = q + 1;
                    if (i < text.Length && text[i] == '"') { field.Append('"'); i++; continue; }
                    quoted = false;
                }

                if (i < text.Length && text[i] == '"' && field.Length == 0) { quoted = true; i++; continue; }
                var comma = text.IndexOf(',', i);
                var end = comma < 0 ? text.Length : comma;
                field.Append(text, i, end - i);
                fields.Add(field.ToString());
                field.Clear();
                if (comma < 0) break;
                i = comma + 1;
            }

            yield return (start, [.. fields]);
        }
    }

    /// <summary>The sheets of a workbook in order, each with its rows; a row is its cells as text, numbers invariant and rounded to ten significant digits.</summary>
    public IEnumerable<(string Name, IEnumerable<(int Row, string[] Cells)> Rows)> Sheets() => Workbook.Read(this);
}
