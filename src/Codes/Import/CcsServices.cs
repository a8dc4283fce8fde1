namespace CodingAhead.Codes.Import;

/// <summary>
/// AHRQ's Clinical Classifications Software for Services and Procedures: one category for each CPT or HCPCS code, as a csv of three columns
/// (<c>hcpcs_code,ccs_category,ccs_category_description</c>) that states no date. Codes have lost leading zeros, which are restored.
/// </summary>
public sealed class CcsServices : IImporter
{
    /// <summary>The category's number and AHRQ's text for it.</summary>
    public static readonly Table Ccs = new("ccs", "category", "text");

    private static readonly string[] Header = ["hcpcs_code", "ccs_category", "ccs_category_description"];

    /// <inheritdoc/>
    public string Name => "ccs-services";

    /// <inheritdoc/>
    public string Publisher => "AHRQ";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Ccs];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(file.NamedYearOrUndated("ccs-services", out var undated));
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var code = c[0].Trim();
            if (code.Length is > 2 and < 5 && char.IsAsciiDigit(code[0])) code = code.PadLeft(5, '0');
            var key = file.Procedure(code, line);
            var category = c[1].Trim();
            if (category.Length is 0 or > 3 || !category.All(char.IsAsciiDigit)) throw file.Error(line, "a category that is none", "a number of one to three digits");
            var text = c[2].Trim();
            if (categories.TryAdd(category, text) is false && categories[category] != text) throw file.Error(line, $"category {category} with another text than above", "one text a category");
            sink.Unique(key, line);
            sink.Row().Column(category).Column(text).End(Ccs, key, line, Licence.Public, undated ? Day.Unknown : null, undated ? Day.Open : null);
        }
    }
}
