using System.Globalization;
using System.Text.RegularExpressions;
using CodingAhead.Claims;

namespace CodingAhead.Site.Claims;

/// <summary>
/// The claim page's form: what was typed, as it was typed, so that a mistake comes back to be mended, and the claim that follows from it. Nothing of it is
/// kept anywhere.
/// </summary>
public sealed partial record ClaimForm
{
    /// <summary>Diagnoses a CMS-1500 has room for (item 21, A to L).</summary>
    public const int Diagnoses = 12;

    /// <summary>Lines shown empty; more can be pasted.</summary>
    public const int EmptyLines = 6;

    /// <summary>Lines the form takes.</summary>
    public const int MaxLines = 50;

    /// <summary>Which rules apply.</summary>
    public Setting Setting { get; init; }

    /// <summary><c>F</c>, <c>M</c> or empty.</summary>
    public string Sex { get; init; } = "";

    /// <summary><c>yyyy-MM-dd</c> or empty.</summary>
    public string BirthDate { get; init; } = "";

    /// <summary>Medicare number.</summary>
    public string Mbi { get; init; } = "";

    /// <summary>Rendering provider.</summary>
    public string Npi { get; init; } = "";

    /// <summary>ZIP code of the place of service.</summary>
    public string Zip { get; init; } = "";

    /// <summary>Accepts Medicare's amount.</summary>
    public bool Participating { get; init; } = true;

    /// <summary>Who renders: <c>physician</c>, <c>np-pa</c> …</summary>
    public string Kind { get; init; } = "physician";

    /// <summary>Item 21.</summary>
    public IReadOnlyList<string> Dx { get; init; } = [];

    /// <summary>Item 24.</summary>
    public IReadOnlyList<Row> Lines { get; init; } = [];

    /// <summary>One line as typed.</summary>
    /// <param name="Date">Item 24A, <c>yyyy-MM-dd</c> or <c>M/d/yyyy</c>; empty: the date of service of the page.</param>
    /// <param name="Pos">Item 24B.</param>
    /// <param name="Code">Item 24D.</param>
    /// <param name="Modifiers">Item 24D, separated by blanks or commas.</param>
    /// <param name="Pointers">Item 24E: letters of diagnoses.</param>
    /// <param name="Charge">Item 24F.</param>
    /// <param name="Units">Item 24G.</param>
    /// <param name="More">The shaded half of the line: an NDC of eleven digits, or minutes of anaesthesia.</param>
    public sealed record Row(string Date = "", string Pos = "", string Code = "", string Modifiers = "", string Pointers = "", string Charge = "", string Units = "", string More = "")
    {
        /// <summary>Nothing but what the form fills in itself.</summary>
        public bool IsEmpty => Code.Length == 0 && Modifiers.Length == 0 && Charge.Length == 0;
    }

    /// <summary>Reads the fields of the form.</summary>
    public static ClaimForm Of(IFormCollection form)
    {
        var (dates, pos, codes, modifiers) = (form["date"], form["pos"], form["code"], form["modifiers"]);
        var (pointers, charges, units, more) = (form["pointers"], form["charge"], form["units"], form["more"]);
        var lines = new List<Row>();
        for (var i = 0; i < codes.Count && lines.Count < MaxLines; i++)
        {
            var row = new Row(At(dates, i), At(pos, i), At(codes, i), At(modifiers, i), At(pointers, i), At(charges, i), At(units, i), At(more, i));
            if (!row.IsEmpty) lines.Add(row);
        }

        return new ClaimForm
        {
            Setting = form["setting"].ToString() switch { "outpatient-hospital" => Setting.OutpatientHospital, "dme" => Setting.Dme, _ => Setting.Practitioner },
            Sex = One("sex"), BirthDate = One("birth"), Mbi = One("mbi"), Npi = One("npi"), Zip = form["zip"].Select(z => z?.Trim() ?? "").FirstOrDefault(z => z.Length is > 0 and <= 40) ?? "",
            Participating = One("participating") != "no", Kind = One("kind") is { Length: > 0 } kind ? kind : "physician",
            Dx = [.. form["dx"].Select(d => d?.Trim() ?? "").Where(d => d.Length > 0).Take(Diagnoses)], Lines = lines,
        };

        string One(string name) => form[name].ToString().Trim() is { Length: <= 40 } text ? text : "";

        static string At(Microsoft.Extensions.Primitives.StringValues values, int i) => i < values.Count && values[i]?.Trim() is { Length: <= 40 } text ? text : "";
    }

    /// <summary>The form that shows a claim.</summary>
    public static ClaimForm Of(Claim claim) => new()
    {
        Setting = claim.Setting, Sex = claim.Patient.Sex ?? "", BirthDate = Text(claim.Patient.BirthDate), Mbi = claim.Patient.Mbi ?? "", Npi = claim.Provider.Npi ?? "",
        Zip = claim.Provider.Zip ?? "", Participating = claim.Provider.Participating, Kind = claim.Provider.Kind, Dx = [.. claim.Diagnoses.Take(Diagnoses)],
        Lines =
        [
            .. claim.Lines.Take(MaxLines).Select(l => new Row(
                Text(l.Date), l.Pos ?? "", l.Code, string.Join(' ', l.Modifiers), string.Concat(l.Dx.Select(d => d is >= 1 and <= 12 ? ((char)('A' + d - 1)).ToString() : "?")),
                l.Charge?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", l.Units.ToString("0.###", CultureInfo.InvariantCulture), l.Ndc ?? l.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "")),
        ],
    };

    /// <summary>
    /// Adds codes pasted as people write them, <c>64635-50, 64636 x2, 77003 M47.816</c>: procedures become lines that point to all diagnoses, diagnoses go
    /// below item 21. What is no code is left out.
    /// </summary>
    public ClaimForm WithPasted(string text, string date)
    {
        var (dx, lines) = (Dx.ToList(), Lines.ToList());
        foreach (var raw in (text.Length > 4000 ? text[..4000] : text).Split([' ', ',', ';', '\t', '\r', '\n', '|', '/', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw.ToUpperInvariant().TrimEnd('.', ':');
            if (Times().Match(word) is { Success: true } times && lines.Count > 0)
            {
                lines[^1] = lines[^1] with { Units = times.Groups["units"].Value };
            }
            else if (Procedure().Match(word) is { Success: true } match)
            {
                if (lines.Count == MaxLines) break;
                lines.Add(new Row(
                    date, Setting == Setting.Practitioner ? "11" : "", match.Groups["code"].Value, match.Groups["mod"].Value.Replace('-', ' ').Trim(), "", "",
                    match.Groups["units"].Success ? match.Groups["units"].Value : "1"));
            }
            else if (Diagnosis().IsMatch(word) && dx.Count < Diagnoses && !dx.Contains(word))
            {
                dx.Add(word);
            }
        }

        var all = string.Concat(Enumerable.Range(0, Math.Min(4, dx.Count)).Select(i => (char)('A' + i)));
        return this with { Dx = dx, Lines = [.. lines.Select(l => l.Pointers.Length == 0 ? l with { Pointers = all } : l)] };
    }

    /// <summary>Item 21 from the diagnoses of a note, and those for which a claim has no room.</summary>
    public ClaimForm WithDiagnoses(IReadOnlyList<string> codes, out IReadOnlyList<string> left)
    {
        var dx = codes.Where(static c => Diagnosis().IsMatch(c)).ToList();
        left = [.. dx.Skip(Diagnoses)];
        return this with { Dx = [.. dx.Take(Diagnoses)] };
    }

    /// <summary>What an empty form lacks; nothing when there is a line.</summary>
    public IReadOnlyList<FieldError> Lacks() => Lines.Count > 0 ? [] : Dx.Count > 0
        ? [new("code-1", "No service line yet: line 1 needs a procedure code.")]
        : [new("code-1", "Nothing to check yet: line 1 needs a procedure code. Codes can be pasted below as well."), new("dx-A", "A diagnosis is needed, to which the line points.")];

    /// <summary>The claim; false, with what is wrong where, when a field cannot be read.</summary>
    /// <param name="on">The date of service of a line that names none.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="errors">What is wrong.</param>
    public bool TryClaim(DateOnly on, out Claim claim, out IReadOnlyList<FieldError> errors)
    {
        var wrong = new List<FieldError>();
        DateOnly? born = null;
        if (BirthDate.Length > 0)
        {
            if (Day(BirthDate) is { } b) born = b;
            else wrong.Add(new("birth", "Date of birth: a date such as 1958-03-02 or 3/2/1958 is expected."));
        }

        var lines = new List<ClaimLine>();
        for (var i = 0; i < Lines.Count; i++)
        {
            var row = Lines[i];
            var n = i + 1;
            if ((row.Date.Length == 0 ? on : Day(row.Date)) is not { } date) { wrong.Add(new($"date-{n}", $"Line {n}, date: a date such as 2025-10-15 or 10/15/2025 is expected.")); continue; }
            if (row.Code.Length == 0) { wrong.Add(new($"code-{n}", $"Line {n}, code: a procedure code is expected.")); continue; }
            if (!TryNumber(row.Units.Length == 0 ? "1" : row.Units, 3, out var units) || units <= 0) { wrong.Add(new($"units-{n}", $"Line {n}, units: a number above zero is expected.")); continue; }
            decimal? charge = null;
            if (row.Charge.Length > 0)
            {
                if (!TryNumber(row.Charge.TrimStart('$'), 2, out var c)) { wrong.Add(new($"charge-{n}", $"Line {n}, charge: dollars with at most two decimals are expected.")); continue; }
                charge = c;
            }

            var modifiers = row.Modifiers.Split([' ', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Select(m => m.ToUpperInvariant()).ToList();
            if (modifiers.Exists(m => m.Length != 2)) { wrong.Add(new($"modifiers-{n}", $"Line {n}, modifiers: two characters each are expected, separated by blanks.")); continue; }
            var pointers = row.Pointers.Where(c => c is not (',' or ' ')).Select(char.ToUpperInvariant).ToList();
            if (pointers.Exists(c => c is < 'A' or > 'L')) { wrong.Add(new($"pointers-{n}", $"Line {n}, pointer: letters A to L of the diagnoses are expected.")); continue; }
            var digits = row.More.Replace("-", "", StringComparison.Ordinal);
            if (digits.Length > 0 && (digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0 || digits.Length is not (11 or <= 4))) { wrong.Add(new($"more-{n}", $"Line {n}, NDC or minutes: eleven digits, or minutes, are expected.")); continue; }
            lines.Add(new ClaimLine
            {
                Code = row.Code, Modifiers = modifiers, Units = units, Charge = charge, Date = date, Pos = row.Pos.Length > 0 ? row.Pos : null, Dx = [.. pointers.Select(c => c - 'A' + 1)],
                Ndc = digits.Length == 11 ? digits : null, Minutes = digits.Length is > 0 and <= 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : null,
            });
        }

        claim = new Claim
        {
            Setting = Setting, Patient = new Patient(Sex.Length > 0 ? Sex : null, born, Mbi.Length > 0 ? Mbi : null),
            Provider = new Provider { Npi = Npi.Length > 0 ? Npi : null, Zip = Zip.Length > 0 ? Zip : null, Participating = Participating, Kind = Kind }, Diagnoses = Dx, Lines = lines,
        };
        errors = wrong;
        return wrong.Count == 0;
    }

    // As people of the United States write a day, beside the form of addresses and releases.
    private static readonly string[] Days = ["yyyy-MM-dd", "M/d/yyyy", "M-d-yyyy", "M.d.yyyy", "MMddyyyy"];

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2100 ? date : null;

    private static bool TryNumber(string text, int decimals, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number <= 99_999_999 && decimal.Round(number, decimals) == number;

    private static string Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // One word of what was pasted: a procedure with its modifiers and units, or a diagnosis, which has a dot or three characters (J1100 is a drug).
    [GeneratedRegex(@"^(?<code>[0-9]{4}[0-9A-Z]|[A-V][0-9]{4})(?<mod>(-[0-9A-Z]{2})*)([X*×](?<units>[0-9]{1,3}))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"^[A-TV-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Diagnosis();

    [GeneratedRegex(@"^[X*×](?<units>[0-9]{1,3})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();
}

/// <summary>A field that cannot be read.</summary>
/// <param name="Field">Its place on the page.</param>
/// <param name="Message">What is expected of it.</param>
public sealed record FieldError(string Field, string Message);
