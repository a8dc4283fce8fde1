using System.Globalization;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// NCCI add-on code edits (<c>AOC_V2026Q2-MCR.xlsx</c>): which primary procedures an add-on code may be reported with. Dates are year and day of the
/// year (<c>2024001</c>). Type 1 lists all primaries, 2 lists none (<c>CCCCC</c>: the contractor decides), 3 lists some. A pair comes again when
/// its edit was ended and taken up anew or its type changed.
/// </summary>
public sealed partial class NcciAddOn : IImporter
{
    /// <summary>
    /// One row an add-on code, primary and effective date, in force on the edit's own dates; <c>addOnDeleted</c> and <c>primaryDeleted</c> say when
    /// the codes themselves ended.
    /// </summary>
    public static readonly Table AddOn = new("addon", "type", "primary", "primaryDeleted", "effective", "deleted", "note", "addOnDeleted") { Snapshot = false };

    private static readonly string[] Header =
        ["AOC_Edit_Type", "Add-On_Code", "AOC_DelDT", "Primary_Code", "Primary_Code_DelDT", "AOC_Edit_EffDT", "AOC_Edit_DelDT", "Special_Instruction_Notes"];

    /// <inheritdoc/>
    public string Name => "ncci-addon";

    /// <inheritdoc/>
    public string Publisher => "CMS";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables => [AddOn];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.HasHeader(Header);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        var version = file.Names.Select(n => Version().Match(n)).FirstOrDefault(m => m.Success);
        sink.Edition(version is null
            ? file.NamedQuarter("ncci-addon")
            : PaymentEditions.Quarter("ncci-addon", file.CheckYear(int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture)), version.Groups[2].ValueSpan[0] - '0'));
        foreach (var (line, c) in file.Grid().Below(file, Header))
        {
            cancel.ThrowIfCancellationRequested();
            var type = file.OneOf(c[0], line, "edit type", "1", "2", "3");
            var key = file.Procedure(c[1], line);
            var primary = c[3].Trim() == "CCCCC" ? "CCCCC" : file.Procedure(c[3], line).Code;
            var addOnDeleted = YearDay(file, c[2], line, "add-on deletion date");
            var primaryDeleted = YearDay(file, c[4], line, "primary deletion date");
            var effective = YearDay(file, c[5], line, "edit effective date");
            var deleted = YearDay(file, c[6], line, "edit deletion date");
            var (from, to) = file.Dates(effective is { } f ? Day.Of(f) : Day.Unknown, deleted is { } t ? Day.Of(t) : Day.Open, line);
            sink.Unique(key, line, $"primary {primary} of type {type} from {Text(effective)}");
            sink.Row().Column(type).Column(primary).Column(Text(primaryDeleted)).Column(Text(effective)).Column(Text(deleted)).Column(c[7].Trim().Trim('"')).Column(Text(addOnDeleted))
                .End(AddOn, key, line, Licence.Public, from, to);
        }
    }

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? YearDay(ReleaseFile file, string value, int line, string what)
    {
        value = value.Trim();
        if (value.Length == 0) return null;
        if (value.Length == 7 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var (year, day) = (number / 1000, number % 1000);
            if (year is >= 1990 and <= 2100 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)) return new DateOnly(year, 1, 1).AddDays(day - 1);
        }

        throw file.Error(line, $"{what} '{(value.Length > 20 ? value[..20] : value)}'", "year and day of the year, such as 2024001");
    }

    [GeneratedRegex(@"V(20[0-9]{2})Q([1-4])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
