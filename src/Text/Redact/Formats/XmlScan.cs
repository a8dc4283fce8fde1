using System.Globalization;

namespace CodingAhead.Text.Redact.Formats;

internal enum XmlKind : byte
{
    Open,
    Close,
    Empty,
    Text,
    Data,
    Comment,
    Instruction,
}

/// <summary>An attribute and where its value stands, without quotes.</summary>
internal readonly record struct XmlValue(string Name, int From, int Start, int End);

/// <summary>A piece of a document with tags. Names are without their prefix. <see cref="Start"/> to <see cref="End"/> is all of it, as it stands.</summary>
internal readonly record struct XmlPiece(XmlKind Kind, int Start, int End, string Name, IReadOnlyList<XmlValue> Values)
{
    public XmlValue? this[string name]
    {
        get
        {
            foreach (var value in Values)
            {
                if (value.Name == name) return value;
            }

            return null;
        }
    }

    public string Text(string source, string name) => this[name] is { } value ? XmlScan.Read(source, value.Start, value.End).Text : "";
}

/// <summary>
/// Cuts a document with tags into pieces that know their places (XML 1.0, 5th edition), so that what is not changed stays byte for byte. Declarations of a
/// document type are refused, and with them all entities but the five and the numbered ones: nothing can expand.
/// </summary>
internal static class XmlScan
{
    private const int Deepest = 512;

    /// <summary>All pieces of a part of a source.</summary>
    /// <exception cref="RedactionException">Tags that do not close in order, or a document type. The place is named.</exception>
    public static List<XmlPiece> Pieces(string source, int start, int end)
    {
        var pieces = new List<XmlPiece>();
        var open = new Stack<string>();
        for (var at = start; at < end;)
        {
            if (source[at] != '<')
            {
                var length = source.AsSpan(at, end - at).IndexOf('<');
                var to = length < 0 ? end : at + length;
                pieces.Add(new XmlPiece(XmlKind.Text, at, to, "", []));
                at = to;
            }
            else if (Starts(source, at, end, "<!--")) at = Until(source, at, 4, end, "-->", XmlKind.Comment, pieces);
            else if (Starts(source, at, end, "<![CDATA[")) at = Until(source, at, 9, end, "]]>", XmlKind.Data, pieces);
            else if (Starts(source, at, end, "<?")) at = Until(source, at, 2, end, "?>", XmlKind.Instruction, pieces);
            else if (Starts(source, at, end, "<!")) throw new RedactionException(string.Create(CultureInfo.InvariantCulture, $"The document declares a document type (line {1 + source.AsSpan(0, at).Count('\n')}); such documents are refused, since entities can hide text."));
            else at = Tag(source, at, end, pieces, open);
        }

        if (open.Count > 0) throw Bad(source, end);
        return pieces;
    }

    /// <summary>Text as it is read: character references undone. A named one that XML does not have is a blank, as in much HTML.</summary>
    public static Excerpt Read(string source, int start, int end)
    {
        var excerpt = new Excerpt();
        Read(excerpt, source, start, end);
        return excerpt;
    }

    public static void Read(Excerpt excerpt, string source, int start, int end)
    {
        var at = start;
        for (var i = start; i < end; i++)
        {
            if (source[i] != '&') continue;
            var length = source.AsSpan(i + 1, Math.Min(12, end - i - 1)).IndexOf(';');
            if (length <= 0) continue;
            excerpt.Add(source, at, i);
            excerpt.AddEscape(i, i + length + 2, Meaning(source.AsSpan(i + 1, length)));
            at = i + length + 2;
            i = at - 1;
        }

        excerpt.Add(source, at, end);
    }

    /// <summary>Writes text between tags or quotes.</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny("&<>\"'") < 0 ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&apos;", StringComparison.Ordinal);

    private static string Meaning(ReadOnlySpan<char> name)
    {
        if (name[0] != '#') return name switch { "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", "apos" => "'", _ => " " };
        var hex = name.Length > 1 && name[1] is 'x' or 'X';
        return int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is > 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) ? char.ConvertFromUtf32(code) : " ";
    }

    private static int Tag(string source, int at, int end, List<XmlPiece> pieces, Stack<string> open)
    {
        var closing = at + 1 < end && source[at + 1] == '/';
        var i = at + (closing ? 2 : 1);
        var from = i;
        while (i < end && IsName(source[i])) i++;
        if (i == from) throw Bad(source, at);
        var full = source[from..i];
        var name = full[(full.LastIndexOf(':') + 1)..];
        List<XmlValue>? values = null;
        while (true)
        {
            while (i < end && char.IsWhiteSpace(source[i])) i++;
            if (i >= end) throw Bad(source, at);
            if (source[i] == '>')
            {
                if (closing)
                {
                    if (open.Count == 0 || open.Pop() != full) throw Bad(source, at);
                }
                else
                {
                    open.Push(full);
                    if (open.Count > Deepest) throw Bad(source, at);
                }

                pieces.Add(new XmlPiece(closing ? XmlKind.Close : XmlKind.Open, at, i + 1, name, values ?? []));
                return i + 1;
            }

            if (source[i] == '/' && i + 1 < end && source[i + 1] == '>' && !closing)
            {
                pieces.Add(new XmlPiece(XmlKind.Empty, at, i + 2, name, values ?? []));
                return i + 2;
            }

            from = i;
            while (i < end && IsName(source[i])) i++;
            if (i == from || closing) throw Bad(source, at);
            var attribute = source[from..i];
            while (i < end && char.IsWhiteSpace(source[i])) i++;
            if (i >= end || source[i] != '=') throw Bad(source, at);
            i++;
            while (i < end && char.IsWhiteSpace(source[i])) i++;
            if (i >= end || source[i] is not ('"' or '\'')) throw Bad(source, at);
            var close = source.AsSpan(i + 1, end - i - 1).IndexOf(source[i]);
            if (close < 0 || source.AsSpan(i + 1, close).Contains('<')) throw Bad(source, at);
            (values ??= []).Add(new XmlValue(attribute.StartsWith("xmlns", StringComparison.Ordinal) ? "xmlns" : attribute[(attribute.LastIndexOf(':') + 1)..], from, i + 1, i + 1 + close));
            i += close + 2;
        }
    }

    private static int Until(string source, int at, int skip, int end, string mark, XmlKind kind, List<XmlPiece> pieces)
    {
        var length = source.AsSpan(at + skip, Math.Max(0, end - at - skip)).IndexOf(mark);
        if (length < 0) throw Bad(source, at);
        var to = at + skip + length + mark.Length;
        pieces.Add(new XmlPiece(kind, at, to, "", []));
        return to;
    }

    private static bool Starts(string source, int at, int end, string with) => source.AsSpan(at, end - at).StartsWith(with, StringComparison.Ordinal);

    private static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ':';

    private static RedactionException Bad(string source, int at) => Draft.Damaged("XML", source, at);
}
