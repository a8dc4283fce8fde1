namespace CodingAhead.Codes.Import;

/// <summary>
/// Reads one official layout. An importer is a pure function from a file's content to facts: it keeps no state between files,
/// guesses nothing, and refuses what the layout does not allow by a <see cref="ReleaseFormatException"/>.
/// </summary>
public interface IImporter
{
    /// <summary>The layout's name, lower case with dashes, as in <c>icd10cm-order</c>.</summary>
    string Name { get; }

    /// <summary>Who publishes it: <c>CMS</c>, <c>CDC/NCHS</c>, <c>AHRQ</c>, <c>AMA</c>.</summary>
    string Publisher { get; }

    /// <summary>The tables it writes.</summary>
    IReadOnlyList<Table> Tables { get; }

    /// <summary>
    /// Whether the file has this layout, judged by its first bytes, lines or rows and never by its name.
    /// At most one importer may claim a file.
    /// </summary>
    bool Recognises(FileProbe probe);

    /// <summary>Reads the whole file. The edition must be declared on the sink before the first fact.</summary>
    void Read(ReleaseFile file, FactSink sink, CancellationToken cancel);
}
