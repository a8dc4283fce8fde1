namespace CodingAhead.Text.Redact.Formats;

/// <summary>How a note is written down.</summary>
public enum NoteFormat : byte
{
    /// <summary>Text as it is read.</summary>
    Text,

    /// <summary>HL7 v2, delimited.</summary>
    Hl7,

    /// <summary>FHIR R4 as JSON: a resource, a bundle, or resources a line.</summary>
    Fhir,

    /// <summary>A document with tags: C-CDA, i2b2, XHTML.</summary>
    Xml,
}

/// <summary>Which format a text has, by what it begins with, and its redaction.</summary>
public static class NoteFormats
{
    /// <summary>The format of a text.</summary>
    public static NoteFormat Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Hl7Message.Is(text)) return NoteFormat.Hl7;
        var begin = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (begin.StartsWith("{") && begin.Contains("\"resourceType\"", StringComparison.Ordinal)) return NoteFormat.Fhir;
        // A note may begin with a bracket; a document begins with its declaration or a named root that is closed.
        if (begin.StartsWith("<?xml") || begin.StartsWith("<!--") || begin.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) return NoteFormat.Xml;
        if (begin.Length < 2 || begin[0] != '<' || !char.IsAsciiLetter(begin[1])) return NoteFormat.Text;
        var name = begin[1..];
        var end = 0;
        while (end < name.Length && name[end] is > ' ' and not ('/' or '>')) end++;
        name = name[..end];
        return name.Length > 0 && begin.TrimEnd().EndsWith($"</{name}>", StringComparison.Ordinal) ? NoteFormat.Xml : NoteFormat.Text;
    }

    /// <summary>The format that a long text has to all appearance, by its begin.</summary>
    public static NoteFormat Begins(string begin)
    {
        ArgumentNullException.ThrowIfNull(begin);
        var format = Detect(begin);
        // The end of the root is not there yet.
        return format == NoteFormat.Text && begin.AsSpan().TrimStart("\uFEFF \t\r\n") is ['<', var c, ..] && char.IsAsciiLetter(c) ? NoteFormat.Xml : format;
    }

    /// <summary>Redacts a text in its format; everything that is no identifier stays byte for byte.</summary>
    /// <param name="redactor">By which policy.</param>
    /// <param name="text">The text; offsets of the result refer to it.</param>
    /// <param name="format">Its format.</param>
    /// <param name="known">What is known of the patient; a format adds what it says itself.</param>
    /// <param name="cancel">Stops between words.</param>
    /// <exception cref="RedactionException">The text is not of the format, or a removed value would remain. Places are named, nothing that stands there.</exception>
    public static RedactionResult Redact(Redactor redactor, string text, NoteFormat format, Known? known = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        ArgumentNullException.ThrowIfNull(text);
        if (format != NoteFormat.Text && text.Contains('\0', StringComparison.Ordinal)) throw new RedactionException("The input is binary, not text.");
        return format switch
        {
            NoteFormat.Hl7 => Hl7Message.Redact(redactor, text, known, cancel),
            NoteFormat.Fhir => FhirDocument.Redact(redactor, text, known, cancel),
            NoteFormat.Xml => XmlDocuments.Redact(redactor, text, known, cancel),
            _ => redactor.Redact(text, known, cancel),
        };
    }
}
