namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// Narratives with tags: XHTML of FHIR, the text blocks of C-CDA, HTML. Text is read as a person sees it, across tags of emphasis, and cut at blocks and cells;
/// attributes that may hold text are read too; comments and instructions, which nobody sees, are emptied.
/// </summary>
internal static class Markup
{
    private static readonly HashSet<string> Inline = ["b", "i", "em", "strong", "span", "a", "u", "sub", "sup", "content", "small", "font", "big", "tt", "code", "abbr", "linkHtml", "footnoteRef", "mark", "s", "cite", "q", "ins", "del", "PHI", "phi"];

    private static readonly HashSet<string> Cells = ["td", "th", "dt", "dd"];

    // Attributes that lay out; none of them holds text.
    private static readonly HashSet<string> Layout =
    [
        "class", "style", "styleCode", "colspan", "rowspan", "align", "valign", "border", "width", "height", "cellpadding", "cellspacing", "lang", "xmlns", "type", "listType", "mediaType", "rel", "scope", "revised", "schemaLocation", "charset", "dir", "color", "face", "size", "bgcolor", "frame", "rules", "TYPE",
    ];

    /// <summary>Redacts a whole document or fragment.</summary>
    public static void Redact(Draft draft)
    {
        var pieces = XmlScan.Pieces(draft.Source, 0, draft.Source.Length);
        Redact(draft, pieces, 0, pieces.Count);
    }

    /// <summary>Redacts the text of the pieces from one to another.</summary>
    public static void Redact(Draft draft, List<XmlPiece> pieces, int from, int to)
    {
        var text = new Excerpt();
        for (var i = from; i < to; i++)
        {
            var piece = pieces[i];
            switch (piece.Kind)
            {
                case XmlKind.Text:
                    XmlScan.Read(text, draft.Source, piece.Start, piece.End);
                    break;
                case XmlKind.Data:
                    text.Add(draft.Source, piece.Start + 9, piece.End - 3);
                    break;
                case XmlKind.Comment or XmlKind.Instruction:
                    Hidden(draft, piece);
                    break;
                default:
                    if (piece.Name is "style" or "script" && piece.Kind == XmlKind.Open) i = Skip(draft, pieces, i, to);
                    if (Cells.Contains(piece.Name) && piece.Kind == XmlKind.Open) text.BreakCell();
                    else if (!Inline.Contains(piece.Name) && !Cells.Contains(piece.Name)) text.Break();
                    foreach (var value in piece.Values) Attribute(draft, value);
                    break;
            }
        }

        draft.Free(text, XmlScan.Escape);
    }

    /// <summary>Empties a comment or an instruction: it may hold anything, and no reader sees it.</summary>
    public static void Hidden(Draft draft, XmlPiece piece)
    {
        var source = draft.Source;
        if (piece.Kind == XmlKind.Comment)
        {
            if (source.AsSpan(piece.Start + 4, piece.End - piece.Start - 7).Trim().IsEmpty) return;
            draft.Note("Comments were emptied.");
            draft.Replace(piece.Start, piece.End, "<!-- -->");
            return;
        }

        var content = source.AsSpan(piece.Start + 2, piece.End - piece.Start - 4);
        var name = content.IndexOfAny(" \t\r\n") is var blank and >= 0 ? content[..blank] : content;
        // The declaration and the style sheet's own name are seen to: an address in it is read like text.
        if (name is "xml") return;
        if (name is "xml-stylesheet")
        {
            draft.Free(Excerpt.Of(source, piece.Start + 2, piece.End - 2), XmlScan.Escape);
            return;
        }

        if (name.Length == content.Length) return;
        draft.Note("Processing instructions were emptied.");
        draft.Replace(piece.Start, piece.End, $"<?{name}?>");
    }

    private static void Attribute(Draft draft, XmlValue value)
    {
        if (Layout.Contains(value.Name) || value.End == value.Start) return;
        var text = XmlScan.Read(draft.Source, value.Start, value.End);
        if (Anchor(draft, value, text)) return;
        if (value.Name is "href" or "src" or "value" or "action" or "cite" or "data" && !text.Text.StartsWith('#') && text.Text.AsSpan().IndexOfAny(":/.@") >= 0) draft.Field(text, PhiType.Url, XmlScan.Escape);
        else draft.Free(text, XmlScan.Escape);
    }

    /// <summary>Whether an attribute is an anchor or points to one; one that is made of a known name or number is renamed, the same everywhere.</summary>
    public static bool Anchor(Draft draft, XmlValue value, Excerpt text)
    {
        var read = text.Text;
        if (!(value.Name is "ID" or "id" or "IDREF" or "headers" or "for" || value.Name is "href" or "value" or "name" or "referencedObject" && read.StartsWith('#'))) return false;
        var name = read.TrimStart('#');
        if (draft.Holds(name)) draft.Field(text, PhiType.Id, XmlScan.Escape, _ => (read.StartsWith('#') ? "#ID-" : "ID-") + draft.Number(PhiType.Id, name).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }

    // Style sheets and scripts are not read, and may hold text: they go.
    private static int Skip(Draft draft, List<XmlPiece> pieces, int i, int to)
    {
        var close = i + 1;
        while (close < to && !(pieces[close].Kind == XmlKind.Close && pieces[close].Name == pieces[i].Name)) close++;
        if (close >= to || close == i + 1) return i;
        draft.Note("Style sheets and scripts were emptied.");
        draft.Replace(pieces[i].End, pieces[close].Start, "");
        return close - 1;
    }
}
