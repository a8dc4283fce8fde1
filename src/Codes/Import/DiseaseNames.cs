namespace CodingAhead.Codes.Import;

/// <summary>
/// Our own list of what diseases are also called (<c>data/names/*.txt</c>, embedded): eponyms, older and descriptive names, lay words, which the official
/// lists do not have. Search finds a code by them, and detection reads them in a note.
/// </summary>
/// <remarks>A line is <c>code | name | ~name</c>; a name after <c>~</c> is for search alone, since in a note it may mean something else. Lines after <c>#</c> are comments.</remarks>
public sealed class DiseaseNames : IImporter
{
    /// <summary>The names of a code, separated by <c>|</c>, as the file has them.</summary>
    public static readonly Table Table = new("disease-name", "names") { Snapshot = false };

    /// <summary>The embedded files.</summary>
    public static IReadOnlyList<ReleaseFile> Files { get; } = Embedded.Under("names/");

    /// <inheritdoc/>
    public string Name => "disease-name";

    /// <inheritdoc/>
    public string Publisher => "CodingAhead";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables { get; } = [Table];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Path.StartsWith("names/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(new EditionDates(StarterImporter.Dataset, "names", new DateOnly(2000, 1, 1), DateOnly.MaxValue));
        using var lines = file.Lines();
        while (lines.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var line = System.Text.Encoding.UTF8.GetString(lines.Current);
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length < 2 || Array.Exists(cells, static c => c.Length == 0)) throw file.Error(lines.Number, $"'{line}'", "a code and names, separated by |");
            if (!CodeKey.TryParse(CodeSet.Icd10Cm, cells[0], out var key)) throw file.Error(lines.Number, $"code '{cells[0]}'", "a code of ICD-10-CM");
            sink.Unique(key, lines.Number);
            sink.Row().Column(string.Join('|', cells[1..])).End(Table, key, lines.Number, from: Day.Unknown, to: Day.Open);
        }
    }

    /// <summary>The names of a row, and whether each is for search alone.</summary>
    public static IEnumerable<(string Name, bool SearchOnly)> Of(string names) =>
        names.Split('|').Select(static n => n[0] == '~' ? (n[1..], true) : (n, false));
}
