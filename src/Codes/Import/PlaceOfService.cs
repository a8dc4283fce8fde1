namespace CodingAhead.Codes.Import;

/// <summary>
/// The CMS place of service code set as a csv (<c>pos_codes_2024.csv</c>: code, facility or non-facility, name, description). Numbers that are listed as
/// unassigned are no codes and are left out.
/// </summary>
public sealed class PlaceOfService : IImporter
{
    /// <summary>A place of service; <c>type</c> decides which practice expense Medicare pays.</summary>
    public static readonly Table Pos = new("pos", "name", "type", "description") { Defines = true, Complete = [CodeSet.Pos] };

    private static readonly string[] Header = ["pos_code", "pos_type", "pos_name", "pos_description"];

    /// <inheritdoc/>
    public string Name => "place-of-service";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Pos];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(PaymentEditions.CalendarYear("pos", file.Year()));
        var unassigned = 0;
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var key = CodeKey.Of(CodeSet.Pos, file.Digits(c[0], 2, line, "place of service"));
            var type = file.OneOf(c[1], line, "type", "Facility", "Non-Facility", "Unassigned");
            sink.Unique(key, line);
            if (type == "Unassigned")
            {
                unassigned++;
                continue;
            }

            if (string.IsNullOrWhiteSpace(c[2])) throw file.Error(line, "a place without a name", "one");
            sink.Row().Column(c[2]).Column(type == "Facility" ? "facility" : "non-facility").Column(c[3]).End(Pos, key, line);
        }

        if (unassigned > 0) sink.Notes.Add($"{unassigned} unassigned numbers were left out");
    }
}
