using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Fees;

/// <summary>The dollars of an anaesthesia unit.</summary>
/// <param name="Row">The row.</param>
/// <param name="ConversionFactor">Dollars for a unit.</param>
public sealed record AnesthesiaFactor(FeeRow Row, decimal ConversionFactor);

/// <summary>
/// Anaesthesia under the physician fee schedule: (base units + minutes ÷ 15) × the locality's anaesthesia conversion factor (42 CFR 414.46). The time is
/// the claim's; the base units are CMS's list "anesthesia base units by CPT code", which no release loaded may hold.
/// </summary>
public static class AnesthesiaFees
{
    /// <summary>The factor of a locality; null when the edition that answers the date does not list it.</summary>
    public static AnesthesiaFactor? At(Book book, Locality at, DateOnly on) => Of(FeeRow.Of(book, "anes-cf", at.Key, on));

    /// <summary>The national factor.</summary>
    public static AnesthesiaFactor? National(Book book, DateOnly on) => Of(FeeRow.Of(book, "anes-cf", AnesthesiaCf.National, on));

    /// <summary>Base units of a code, from the HCPCS record where it states any; null when no release loaded does.</summary>
    public static (decimal Units, FeeRow Row)? BaseUnits(Book book, CodeKey code, DateOnly on)
    {
        foreach (var row in FeeRow.Of(book, "hcpcs", code, on))
        {
            if (row.Number("anesthesiaBaseUnits") is > 0 and { } units) return (units, row);
        }

        return null;
    }

    private static AnesthesiaFactor? Of(List<FeeRow> rows) => rows is [var row, ..] && row.Number("conversionFactor") is { } factor ? new AnesthesiaFactor(row, factor) : null;
}
