namespace CodingAhead.Codes.Import;

/// <summary>
/// Revenue centre codes of institutional claims as a csv (<c>revenue_center_code,revenue_center_description</c>) that states no date.
/// Codes and texts are the National Uniform Billing Committee's.
/// </summary>
public sealed class RevenueCentre : IImporter
{
    /// <summary>The text of a revenue code, keyed by the register key <c>REV-0450</c>.</summary>
    public static readonly Table Revenue = new("revenue-centre", "description");

    private static readonly string[] Header = ["revenue_center_code", "revenue_center_description"];

    /// <inheritdoc/>
    public string Name => "revenue-centre";

    /// <inheritdoc/>
    public string Publisher => "NUBC";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [Revenue];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => !probe.IsBinary && probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(file.NamedYearOrUndated("revenue-centre", out var undated));
        foreach (var (line, c) in file.Csv().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var code = c[0].Trim();
            if (code.Length != 4 || code.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') >= 0 || !(char.IsAsciiDigit(code[3]) || code[3] == 'X')) throw file.Error(line, "a revenue code of another form", "four digits, or three and X for a whole category");
            var key = CodeKey.Of(CodeSet.Register, "REV-" + code);
            if (string.IsNullOrWhiteSpace(c[1])) throw file.Error(line, "a revenue code without a text", "one");
            sink.Unique(key, line);
            sink.Row().Column(c[1]).End(Revenue, key, line, Licence.Nubc, undated ? Day.Unknown : null, undated ? Day.Open : null);
        }
    }
}
