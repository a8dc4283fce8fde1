namespace CodingAhead.Text.Redact.Formats;

/// <summary>Documents with tags: which kind one is, by its root.</summary>
internal static class XmlDocuments
{
    public static RedactionResult Redact(Redactor redactor, string source, Known? known, CancellationToken cancel)
    {
        var pieces = XmlScan.Pieces(source, 0, source.Length);
        var root = pieces.FindIndex(static p => p.Kind is XmlKind.Open or XmlKind.Empty);
        if (root < 0) throw new RedactionException("The document has no element.");
        var name = pieces[root].Name;
        if (name == "ClinicalDocument") return Cda.Redact(redactor, source, pieces, known, cancel);
        if (I2b2.Is(pieces)) return I2b2.Redact(redactor, source, pieces, known, cancel);
        // FHIR as XML has its values in attributes that only its definition tells apart.
        if (pieces[root].Values.Any(v => v.Name == "xmlns" && source.AsSpan(v.Start, v.End - v.Start).SequenceEqual("http://hl7.org/fhir"))) throw new RedactionException("FHIR as XML is not read: send it as JSON.");
        var draft = new Draft(redactor, source, known ?? new Known(), 0, cancel);
        Markup.Redact(draft, pieces, 0, pieces.Count);
        return draft.Finish();
    }
}
