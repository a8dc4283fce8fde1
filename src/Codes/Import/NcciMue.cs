namespace CodingAhead.Codes.Import;

/// <summary>
/// NCCI medically unlikely edits (<c>MCR_MUE_PractitionerServices_Eff_04-01-2026.csv</c>, <c>…OutpatientHospital…</c>, <c>…DMESupplier…</c>): a quoted
/// copyright notice over several lines, a header that names the setting, four columns. The same as a workbook. The copyright year is not the edition.
/// Some edits are confidential and not in the file: a code that is absent is not free of a limit.
/// </summary>
public sealed class NcciMue : IImporter
{
    /// <summary>Units a day or line, and the adjudication indicator: 1 claim line, 2 date of service (policy), 3 date of service (clinical).</summary>
    public static readonly Table Mue = new("mue", "setting", "units", "mai", "maiText", "rationale");

    private static readonly (string Heading, string Setting, string Dataset)[] Settings =
    [
        ("Practitioner Services MUE Values", "practitioner", "ncci-mue-practitioner"),
        ("Outpatient Hospital Services MUE Values", "outpatient-hospital", "ncci-mue-outpatient-hospital"),
        ("DME Supplier Services MUE Values", "dme", "ncci-mue-dme"),
    ];

    /// <inheritdoc/>
    public string Name => "ncci-mue";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Mue];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.IsZip
        ? Settings.Any(s => probe.HasHeader(Header(s.Heading)))
        : Settings.Any(s => probe.Text.Contains($"{s.Heading},MUE Adjudication Indicator,MUE Rationale", StringComparison.Ordinal));

    private static string[] Header(string heading) => ["HCPCS/ CPT Code", heading, "MUE Adjudication Indicator", "MUE Rationale"];

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var setting = "";
        foreach (var (line, c) in file.Grid())
        {
            cancel.ThrowIfCancellationRequested();
            if (c.All(string.IsNullOrWhiteSpace)) continue;
            if (setting.Length == 0)
            {
                var match = Settings.FirstOrDefault(s => Cells.IsHeader(c, Header(s.Heading)));
                if (match.Setting is not null)
                {
                    setting = match.Setting;
                    sink.Edition(file.NamedQuarter(match.Dataset));
                }
                else if (c.Skip(1).Any(cell => !string.IsNullOrWhiteSpace(cell)) || line > 40)
                {
                    throw file.Error(line, $"'{Cells.Squeeze(string.Join(' ', c))[..Math.Min(60, Cells.Squeeze(string.Join(' ', c)).Length)]}'", "the header row, which names the setting");
                }

                continue;
            }

            if (c.Length != 4) throw file.Error(line, $"{c.Length} columns", "4");
            var key = file.Procedure(c[0], line);
            sink.Unique(key, line);
            var units = c[1].Trim();
            if (units.Length is 0 or > 6 || !units.All(char.IsAsciiDigit)) throw file.Error(line, $"units '{units}'", "a whole number");
            var indicator = file.OneOf(c[2], line, "adjudication indicator", "1 Line Edit", "2 Date of Service Edit: Policy", "3 Date of Service Edit: Clinical");
            sink.Row().Column(setting).Number(units, line, "units").Column(indicator.AsSpan(0, 1)).Column(indicator.AsSpan(2)).Column(c[3]).End(Mue, key, line);
        }

        if (setting.Length == 0) throw file.Error(0, "no header row", "a header that names the setting");
        if (sink.Facts.Count == 0) throw file.Error(0, "no rows below the header", "at least one");
    }
}
