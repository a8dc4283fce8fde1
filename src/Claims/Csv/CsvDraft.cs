using System.Globalization;

namespace CodingAhead.Claims.Csv;

/// <summary>A claim while its rows are read.</summary>
internal sealed class CsvDraft(CsvCells first, Origin place)
{
    private static readonly char[] Blanks = [' ', ':', '|'];

    private readonly string id = first["claim"];
    private readonly List<ClaimLine> lines = [];
    private UnreadClaim? broken;

    /// <summary>Whether a row continues this claim.</summary>
    public bool IsOf(CsvCells row) => row["claim"] is var of && (of.Length == 0 || of == id);

    /// <summary>Keeps the first thing that is wrong.</summary>
    public void Break(string expected, Origin at) =>
        broken ??= new UnreadClaim(Id, string.Create(CultureInfo.InvariantCulture, $"Line {at.Segment}: expected {expected}."), at);

    /// <summary>Reads a service line.</summary>
    public void Add(CsvCells row, Origin at)
    {
        if (broken is not null) return;
        try
        {
            if (row.TooMany) throw new UnfitException("no more cells than the first row");
            if (lines.Count == Allowed.MostLines) throw new UnfitException("at most 999 service lines of a claim");
            for (var column = 0; column < CsvColumns.FirstOfLine; column++)
            {
                if (row[column].Length > 0 && row[column] != first[column]) throw new UnfitException($"in {CsvColumns.All[column]} the same as in the claim's first row, or nothing");
            }

            lines.Add(Line(row));
        }
        catch (UnfitException e)
        {
            Break(e.Message, at);
        }
    }

    /// <summary>The claim, or why there is none.</summary>
    public ReadClaim Finish()
    {
        if (broken is not null) return new ReadClaim(null, broken);
        try
        {
            return new ReadClaim(Whole(), null);
        }
        catch (UnfitException e)
        {
            Break(e.Message, place);
            return new ReadClaim(null, broken);
        }
    }

    private string? Id => Allowed.IsId(id) ? id : null;

    private Claim Whole() => new()
    {
        Id = Text(first, "claim", Allowed.IsId, Allowed.Id),
        Setting = Allowed.SettingOf(OneOf("setting", Allowed.Settings) ?? Allowed.Settings[0]),
        Patient = new Patient(OneOf("sex", Allowed.Sexes), Date(first, "birthDate"), Text(first, "mbi", Allowed.IsMbi, Allowed.Mbi)),
        Provider = new Provider
        {
            Npi = Text(first, "npi", Allowed.IsNpi, Allowed.Npi),
            Zip = Text(first, "zip", Allowed.IsZip, Allowed.Zip),
            Mac = Text(first, "mac", Allowed.IsMac, Allowed.Mac),
            Locality = Text(first, "locality", Allowed.IsLocality, Allowed.Locality),
            Participating = OneOf("participating", Flags) is not ("false" or "no"),
            Kind = OneOf("kind", Allowed.Kinds) ?? Allowed.Kinds[0],
            Qp = OneOf("qp", Flags) is "true" or "yes",
            Specialty = Text(first, "specialty", Allowed.IsModifier, Allowed.Specialty),
            State = Text(first, "state", Allowed.IsState, Allowed.State),
        },
        Diagnoses = Texts(first, "diagnoses", Allowed.IsCode, Allowed.Code, Allowed.MostDiagnoses),
        Lines = lines,
        Place = place,
    };

    private static readonly string[] Flags = ["true", "false", "yes", "no"];

    private static ClaimLine Line(CsvCells row)
    {
        var date = Date(row, "date") ?? throw Unfit("date", Allowed.Date);
        var to = Date(row, "to");
        if (to < date) throw Unfit("to", "a last day that is not before the first");
        return new ClaimLine
        {
            Code = Text(row, "code", Allowed.IsCode, Allowed.Code) ?? throw Unfit("code", Allowed.Code),
            Modifiers = Texts(row, "modifiers", Allowed.IsModifier, Allowed.Modifier, Allowed.MostModifiers),
            Units = Number(row, "units", Allowed.IsUnits, Allowed.Units) ?? 1,
            Charge = Number(row, "charge", Allowed.IsCharge, Allowed.Charge),
            Date = date,
            To = to,
            Pos = Text(row, "pos", Allowed.IsPos, Allowed.Pos),
            Dx = [.. Texts(row, "dx", static t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && Allowed.IsPointer(n), Allowed.Pointer, Allowed.MostPointers)
                .Select(t => int.Parse(t, NumberStyles.None, CultureInfo.InvariantCulture))],
            Minutes = (int?)Number(row, "minutes", static n => decimal.IsInteger(n) && n is > 0 and < 10_000, Allowed.Minutes),
            Ndc = Text(row, "ndc", Allowed.IsNdc, Allowed.Ndc),
        };
    }

    private static string? Text(CsvCells row, string column, Func<string, bool> fits, string expected)
    {
        var text = row[column];
        return text.Length == 0 ? null : fits(text) ? text : throw Unfit(column, expected);
    }

    private static string[] Texts(CsvCells row, string column, Func<string, bool> fits, string expected, int most)
    {
        var texts = row[column].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length > most) throw Unfit(column, string.Create(CultureInfo.InvariantCulture, $"at most {most}, separated by blanks"));
        return Array.TrueForAll(texts, t => fits(t)) ? texts : throw Unfit(column, expected);
    }

    private string? OneOf(string column, string[] values)
    {
        var text = first[column];
        return text.Length == 0 ? null : Array.Find(values, v => v.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw Unfit(column, Allowed.OneOf(values));
    }

    private static DateOnly? Date(CsvCells row, string column) => row[column] is not { Length: > 0 } text ? null : Allowed.TryDate(text, out var date) ? date : throw Unfit(column, Allowed.Date);

    private static decimal? Number(CsvCells row, string column, Func<decimal, bool> fits, string expected) => row[column] is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && fits(number) ? number
        : throw Unfit(column, expected);

    private static UnfitException Unfit(string column, string expected) => new($"in {column} {expected}");
}
