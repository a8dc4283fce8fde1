using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// Which national drug codes bill under which HCPCS code (<c>October 2025 ASP NDC-HCPCS Crosswalk</c>, csv or workbook): ten columns, then hundreds of blank
/// ones that a spreadsheet left behind. The first header is "2025_CODE" with a leading underscore. Skin substitutes have no NDC: the maker's
/// product number in its place is left out, and counted in a note.
/// </summary>
public sealed partial class AspCrosswalk : IImporter
{
    /// <summary>One row a package (eleven digits, without dashes) and HCPCS code.</summary>
    public static readonly Table Ndc = new(
        "ndc-crosswalk", "hcpcs", "labeler", "drug", "dosage", "packageSize", "packageQuantity", "billUnits", "billUnitsPackage");

    private static readonly string[] Header =
        ["*_CODE", "Short Description", "LABELER NAME", "NDC2", "Drug Name", "HCPCS dosage", "PKG SIZE", "PKG QTY", "BILLUNITS", "BILLUNITSPKG"];

    /// <inheritdoc/>
    public string Name => "asp-crosswalk";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Ndc];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var above = new List<string>();
        var others = 0;
        foreach (var (line, c) in file.Grid().Below(file, Header, above))
        {
            cancel.ThrowIfCancellationRequested();
            if (sink.CurrentEdition is null) sink.Edition(AspPricing.Effective(file, above, "ndc-crosswalk"));
            for (var i = Header.Length; i < c.Length; i++)
            {
                if (!string.IsNullOrWhiteSpace(c[i])) throw file.Error(line, $"a value in column {i + 1}", "blank columns after the tenth");
            }

            var code = file.Procedure(c[0], line).Code;
            var ndc = c[3].Trim();
            if (ndc.Length == 0) throw file.Error(line, "no NDC", "eleven digits as 13533-0636-01, or a product number");
            if (!Dashed().IsMatch(ndc))
            {
                others++;
                continue;
            }

            var key = CodeKey.Of(CodeSet.Ndc, ndc.Replace("-", "", StringComparison.Ordinal));
            sink.Unique(key, line, code);
            sink.Row().Column(code).Column(c[2]).Column(c[4]).Column(c[5])
                .Number(c[6], line, "package size").Number(c[7], line, "package quantity")
                .Number(c[8], line, "billing units").Number(c[9], line, "billing units of a package")
                .End(Ndc, key, line);
        }

        if (others > 0) sink.Notes.Add($"{others} product numbers that are no NDC were left out");
    }

    [GeneratedRegex(@"^[0-9]{5}-?[0-9]{4}-?[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();
}
