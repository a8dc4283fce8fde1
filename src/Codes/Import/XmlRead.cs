using System.Text;
using System.Xml;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Streaming steps over a release in XML. A step takes the reader on the start tag of an element and leaves it on that element's end tag.
/// Whatever is not well-formed, too deep, or has a document type comes out as <see cref="ReleaseFormatException"/> with its line.
/// </summary>
internal sealed class XmlRead
{
    // The deepest official file, the ICD-10-CM index, nests eleven levels; a hostile one must not exhaust the stack.
    private const int MaxDepth = 40;

    private readonly ReleaseFile file;
    private readonly XmlReader reader;

    private XmlRead(ReleaseFile file, XmlReader reader)
    {
        this.file = file;
        this.reader = reader;
    }

    /// <summary>Line of the tag the reader is on.</summary>
    public int Line => (reader as IXmlLineInfo)?.LineNumber ?? 0;

    /// <summary>Name of the element the reader is on.</summary>
    public string Element => reader.Name;

    /// <summary>Opens the file, checks the root element, and turns every XML error inside <paramref name="read"/> into one of the release.</summary>
    public static void Guard(ReleaseFile file, string root, Action<XmlRead> read)
    {
        try
        {
            using var reader = file.Xml();
            var xml = new XmlRead(file, reader);
            reader.MoveToContent();
            if (reader.NodeType != XmlNodeType.Element || reader.Name != root) throw file.Error(xml.Line, $"root element <{reader.Name}>", $"<{root}>");
            read(xml);
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Element or XmlNodeType.Text) throw xml.Error($"<{reader.Name}> after the document", "its end");
            }
        }
        catch (XmlException e)
        {
            throw file.Error(e.LineNumber, $"XML that cannot be read ({e.Message})", "a well-formed document without a document type");
        }
        catch (InvalidDataException e)
        {
            throw file.Error(0, $"damaged compressed data ({e.Message})", "an intact zip entry");
        }
    }

    /// <summary>An error at the present line.</summary>
    public ReleaseFormatException Error(string found, string expected) => file.Error(Line, found, expected);

    /// <summary>An error for an element that the layout does not know at this place.</summary>
    public ReleaseFormatException Unknown(string parent) => Error($"<{reader.Name}> in <{parent}>", "an element of the layout");

    /// <summary>The value of an attribute; an error when it is missing.</summary>
    public string Attribute(string name) =>
        reader.GetAttribute(name) ?? throw Error($"<{reader.Name}> without '{name}'", $"the attribute '{name}'");

    /// <summary>The value of an attribute, or null.</summary>
    public string? Optional(string name) => reader.GetAttribute(name);

    /// <summary>The child elements of the present element, each to be read to its end before the next; text between them is an error.</summary>
    public IEnumerable<string> Children()
    {
        var name = reader.Name;
        var depth = reader.Depth;
        if (depth > MaxDepth) throw Error($"elements nested {depth} deep", $"at most {MaxDepth}");
        if (reader.IsEmptyElement) yield break;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.EndElement when reader.Depth == depth:
                    yield break;
                case XmlNodeType.Element:
                    yield return reader.Name;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    throw Error($"text '{Icd.Shown(reader.Value.Trim())}' in <{name}>", "elements only");
            }
        }
    }

    /// <summary>The text of the present element, blanks collapsed; a child element is an error.</summary>
    public string Text() => Text(null);

    /// <summary>
    /// The text of the present element without that of its children, blanks collapsed; each child is given to <paramref name="child"/>,
    /// which must read it to its end.
    /// </summary>
    public string Text(Action? child)
    {
        var name = reader.Name;
        var depth = reader.Depth;
        if (reader.IsEmptyElement) return "";
        var text = new StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.EndElement when reader.Depth == depth:
                    return Collapse(text.ToString());
                case XmlNodeType.Element:
                    if (child is null) throw Unknown(name);
                    child();
                    text.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
            }
        }

        throw Error($"no end of <{name}>", $"</{name}>");
    }

    /// <summary>Passes over the present element.</summary>
    public void Skip()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement) return;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth) return;
        }
    }

    private static string Collapse(string text)
    {
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++) clean = !char.IsWhiteSpace(text[i]) || text[i] == ' ' && i > 0 && i < text.Length - 1 && text[i - 1] != ' ';
        return clean ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
