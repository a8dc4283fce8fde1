using System.Text;
using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests.Import;

/// <summary>What one importer makes of one file: for tests.</summary>
public sealed record Imported(EditionDates Edition, IReadOnlyList<ImportedRow> Rows, int Pairs, int Withheld, IReadOnlyList<string> Notes)
{
    /// <summary>Reads a file with the importer that recognises it; fails when none or several do, or another than the one named.</summary>
    public static Imported Read(ReleaseFile file, string importer, Licence accepted = Licence.Ama | Licence.Ada | Licence.Nubc)
    {
        var probe = new FileProbe(file);
        var claimants = Importers.All.Where(i => i.Recognises(probe)).ToList();
        Assert.Equal([importer], claimants.Select(i => i.Name));
        var pool = new StringPool();
        var sink = new FactSink(file, pool, accepted);
        claimants[0].Read(file, sink, CancellationToken.None);
        Assert.NotNull(sink.CurrentEdition);
        return new Imported(
            sink.CurrentEdition!.Value,
            [.. sink.Facts.Select(f => new ImportedRow(sink.TablesUsed[f.Table], new CodeKey(f.Key), Encoding.UTF8.GetString(pool[f.Value]).Split('\t'), f.Line, Day.Text(f.From), Day.Text(f.To)))],
            sink.Pairs.Count,
            sink.Withheld,
            sink.Notes);
    }

    /// <summary>The same from text made in the test.</summary>
    public static Imported Text(string path, string content, string importer, Licence accepted = Licence.Ama | Licence.Ada | Licence.Nubc) =>
        Read(Bytes(path, Encoding.UTF8.GetBytes(content)), importer, accepted);

    public static ReleaseFile Bytes(string path, byte[] content) => new(path, new string('0', 64), content.Length, () => new MemoryStream(content, writable: false));

    public IEnumerable<ImportedRow> Of(string table, string code) => Rows.Where(r => r.Table.Name == table && r.Key.Display == code);
}

public sealed record ImportedRow(Table Table, CodeKey Key, string[] Columns, int Line, string? From, string? To)
{
    public string this[string column] => Columns[Table[column]];
}
