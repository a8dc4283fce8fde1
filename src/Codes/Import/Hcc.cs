using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Risk adjustment of Medicare Advantage and Part D (values: CMS, <i>Announcement of … Payment Policies</i> and its model software; the comma-separated form with a
/// header is not CMS's own layout): which condition category a diagnosis falls into
/// under each model (<c>ra_dx_to_cc_2026.csv</c>: <c>diagnosis_code,cc,model_name</c>), and the models' coefficients (<c>ra_coefficients_2026.csv</c>:
/// <c>coefficient,value,model_domain,model_version</c>). The year in the name is the payment year, a calendar year.
/// </summary>
public sealed partial class Hcc : IImporter
{
    /// <summary>One row a condition category of a diagnosis under a model; a diagnosis may have several under one model.</summary>
    public static readonly Table Category = new("hcc", "model", "cc");

    /// <summary>
    /// One row a coefficient: of a category alone at its <see cref="TryKeyOf"/>, of anything else (age, interactions) at HCC of the register. A name may stand several times
    /// in one model with different values: the file does not say for which population each is meant.
    /// </summary>
    public static readonly Table Coefficient = new("hcc-coefficient", "coefficient", "value", "domain", "version");

    private static readonly CodeKey Others = CodeKey.Of(CodeSet.Register, "HCC");

    private const string Diagnoses = "diagnosis_code,cc,model_name";
    private const string Coefficients = "coefficient,value,model_domain,model_version";

    /// <summary>The register's key of a category's coefficients under a version (<c>C28</c>, <c>R08</c>): HCC-C28-37.</summary>
    public static bool TryKeyOf(ReadOnlySpan<char> version, ReadOnlySpan<char> category, out CodeKey key) => CodeKey.TryParse(CodeSet.Register, $"HCC-{version}-{category}", out key);

    /// <inheritdoc/>
    public string Name => "hcc";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Category, Coefficient];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.FirstLines.Count > 0 && probe.FirstLines[0] is Diagnoses or Coefficients;

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        // The model of a payment year reads the diagnoses of the year before (42 CFR 422.310(g)).
        var year = file.Year();
        var header = "";
        var seen = new HashSet<string>();
        var again = 0;
        foreach (var (line, fields) in file.Csv())
        {
            if (header.Length == 0)
            {
                header = string.Join(',', fields);
                if (header is not (Diagnoses or Coefficients)) throw file.Error(line, $"header '{Icd.Shown(header)}'", $"{Diagnoses} or {Coefficients}");
                sink.Edition(new EditionDates(header == Diagnoses ? "hcc" : "hcc-coefficient", $"payment year {year}", new DateOnly(year - 1, 1, 1), new DateOnly(year - 1, 12, 31)));
                continue;
            }

            var columns = header == Diagnoses ? 3 : 4;
            if (fields.Length != columns) throw file.Error(line, $"{fields.Length} columns", $"{columns}");
            if (header == Diagnoses)
            {
                var key = Icd.Cm(file, line, fields[0]);
                if (!CategoryNumber().IsMatch(fields[1])) throw file.Error(line, $"condition category '{Icd.Shown(fields[1])}'", "a number");
                if (fields[2].Length == 0) throw file.Error(line, "no model", "the name of a model");
                sink.Unique(key, line, fields[2] + "/" + fields[1]);
                sink.Row().Column(fields[2]).Column(fields[1]).End(Category, key, line);
            }
            else
            {
                if (fields[0].Length == 0 || fields[2].Length == 0 || fields[3].Length == 0) throw file.Error(line, "a blank name, domain or version", "coefficient, value, domain and version");
                if (!decimal.TryParse(fields[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
                    throw file.Error(line, $"value '{Icd.Shown(fields[1])}'", "a number");
                if (!seen.Add($"{fields[3]}/{fields[2]}/{fields[0]}")) again++;
                sink.Row().Column(fields[0]).Number(fields[1], line, "value").Column(fields[2]).Column(fields[3]).End(Coefficient, KeyOf(fields[0], fields[3]), line);
            }

            if ((line & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
        }

        if (sink.CurrentEdition is null) throw file.Error(0, "no lines", "a header and rows");
        if (again > 0) sink.Notes.Add($"{again} coefficients stand a second time in the same model and version");
    }

    // CNA_HCC37 is a category after its population; CNA_HCC37_HCC85 and HCC85_gRenal are interactions with names of their own.
    private static CodeKey KeyOf(string name, string version) =>
        Alone().Match(name) is { Success: true } alone && TryKeyOf(version, alone.Groups[1].ValueSpan, out var key) ? key : Others;

    [GeneratedRegex(@"\A(?:(?!HCC).)*_(?:RX)?HCC([0-9]{1,3})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\A[0-9]{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CategoryNumber();
}
