using System.Globalization;
using System.Text;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>
/// The XML of the i2b2 de-identification tasks: a TEXT for each note (2006: in a RECORD, with marks within; 2014: as character data, with TAGS beside it). Labels
/// that came in are not read, and are taken out, since they repeat the values.
/// </summary>
public static class I2b2
{
    internal static bool Is(List<XmlPiece> pieces) => pieces.Exists(static p => p is { Kind: XmlKind.Open, Name: "TEXT" });

    internal static RedactionResult Redact(Redactor redactor, string source, List<XmlPiece> pieces, Known? known, CancellationToken cancel)
    {
        var draft = new Draft(redactor, source, known ?? new Known(), 0, cancel);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind is XmlKind.Comment or XmlKind.Instruction) Markup.Hidden(draft, piece);
            if (piece.Kind is not (XmlKind.Open or XmlKind.Empty)) continue;
            foreach (var value in piece.Values)
            {
                if (value.Name is "ID" or "id") draft.Field(XmlScan.Read(source, value.Start, value.End), PhiType.Id, XmlScan.Escape);
                else if (value.Name is not ("xmlns" or "TYPE")) draft.Free(XmlScan.Read(source, value.Start, value.End), XmlScan.Escape);
            }

            if (piece.Kind == XmlKind.Empty) continue;
            if (piece.Name is "TAGS" or "TEXT")
            {
                var close = pieces.FindIndex(i, p => p.Kind == XmlKind.Close && p.Name == piece.Name);
                if (piece.Name == "TAGS") draft.Replace(piece.End, pieces[close].Start, "\n");
                else Note(draft, pieces, i + 1, close, known ?? new Known());
                i = close;
            }
        }

        return draft.Finish();
    }

    // Each note is of another person.
    private static void Note(Draft draft, List<XmlPiece> pieces, int from, int to, Known known)
    {
        var text = Text(draft.Source, pieces, from, to);
        var inner = draft.Apart(text.Text, known);
        inner.Free(Excerpt.Of(inner.Source, 0, inner.Source.Length), static t => t);
        draft.Take(inner, text, XmlScan.Escape);
    }

    private static Excerpt Text(string source, List<XmlPiece> pieces, int from, int to)
    {
        var text = new Excerpt();
        for (var i = from; i < to; i++)
        {
            if (pieces[i].Kind == XmlKind.Data) text.Add(source, pieces[i].Start + 9, pieces[i].End - 3);
            else if (pieces[i].Kind == XmlKind.Text) XmlScan.Read(text, source, pieces[i].Start, pieces[i].End);
        }

        return text;
    }

    /// <summary>
    /// A labelled text as i2b2 2014 writes it: the text as character data, and a tag for each find with its code points, <c>TYPE</c> and value. For texts that were labelled, not redacted.
    /// </summary>
    public static string Write(RedactionResult labelled)
    {
        ArgumentNullException.ThrowIfNull(labelled);
        var (text, output, number) = (labelled.Text, new StringBuilder(), 0);
        output.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<deIdi2b2>\n<TEXT><![CDATA[").Append(text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)).Append("]]></TEXT>\n<TAGS>\n");
        foreach (var span in labelled.Spans)
        {
            var (element, type) = Tag(span);
            output.Append(CultureInfo.InvariantCulture, $"<{element} id=\"P{number++}\" start=\"{span.CpStart}\" end=\"{span.CpEnd}\" text=\"{Attribute(text[span.Start..span.End])}\" TYPE=\"{type}\" comment=\"\" />\n");
        }

        return output.Append("</TAGS>\n</deIdi2b2>\n").ToString();
    }

    // Categories and types of the 2014 annotation.
    private static (string Element, string Type) Tag(RedactionSpan span) => span.Type switch
    {
        PhiType.Name => ("NAME", span.Rule is "name-credential" ? "DOCTOR" : "PATIENT"),
        PhiType.Street => ("LOCATION", "STREET"),
        PhiType.City => ("LOCATION", "CITY"),
        PhiType.County => ("LOCATION", "LOCATION-OTHER"),
        PhiType.Zip => ("LOCATION", "ZIP"),
        PhiType.Facility => ("LOCATION", "HOSPITAL"),
        PhiType.Date => ("DATE", "DATE"),
        PhiType.Age => ("AGE", "AGE"),
        PhiType.Phone => ("CONTACT", "PHONE"),
        PhiType.Fax => ("CONTACT", "FAX"),
        PhiType.Email => ("CONTACT", "EMAIL"),
        PhiType.Url => ("CONTACT", "URL"),
        PhiType.Ip => ("CONTACT", "IPADDR"),
        PhiType.Ssn => ("ID", "SSN"),
        PhiType.Mrn => ("ID", "MEDICALRECORD"),
        PhiType.Plan => ("ID", "HEALTHPLAN"),
        PhiType.Account => ("ID", "ACCOUNT"),
        PhiType.License => ("ID", "LICENSE"),
        PhiType.Vehicle => ("ID", "VEHICLE"),
        PhiType.Device => ("ID", "DEVICE"),
        PhiType.Biometric => ("ID", "BIOID"),
        _ => ("ID", "IDNUM"),
    };

    private static string Attribute(string text) => XmlScan.Escape(text).Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal);
}
