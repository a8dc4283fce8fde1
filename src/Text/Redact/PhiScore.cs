using System.Text.RegularExpressions;

namespace CodingAhead.Text.Redact;

/// <summary>A span of a labelled or predicted text; offsets in Unicode code points, half-open.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">One past the last.</param>
/// <param name="Type">Type as the corpus names it; empty in predictions and ignored spans.</param>
/// <param name="Tag">Slices it belongs to, parted by bars; null when the corpus has none.</param>
public sealed record LabelledSpan(int Start, int End, string Type = "", string? Tag = null);

/// <summary>A labelled text.</summary>
public sealed record LabelledNote(string Id, string Text, IReadOnlyList<LabelledSpan> Spans, IReadOnlyList<LabelledSpan> Ignore, string? Case = null);

/// <summary>A labelled span that is not fully covered. It holds offsets, not the value.</summary>
public sealed record PhiLeak(string Id, string Class, int Start, int End);

/// <summary>Counts of one class or slice.</summary>
public sealed class PhiCount
{
    public int Spans { get; set; }

    public int Full { get; set; }

    public int Any { get; set; }

    public int Covered { get; set; }

    public int Required { get; set; }

    /// <summary>Share of spans whose every required character is covered.</summary>
    public double Recall => (double)Full / Math.Max(1, Spans);

    /// <summary>Lower bound of a 95 % interval of <see cref="Recall"/> (Wilson).</summary>
    public double Lower => PhiScore.Lower(Full, Spans);
}

/// <summary>
/// Leak-first scoring: a span counts as found only when every letter and digit that must go is covered, whatever label was guessed. What may stay under Safe
/// Harbor (the year of a date, a state, generic words of an institution, a title, the letters of a label) is not required.
/// </summary>
public sealed partial class PhiScore
{
    private static readonly Dictionary<string, string> Classes = Map();

    private readonly SortedDictionary<string, PhiCount> classes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PhiCount> slices = new(StringComparer.Ordinal);
    private int tp;
    private int fp;
    private int other;

    /// <summary>Notes scored.</summary>
    public int Notes { get; private set; }

    /// <summary>Labelled notes without a prediction; they are not scored.</summary>
    public int Missing { get; set; }

    /// <summary>Notes without a leak.</summary>
    public int Clean { get; private set; }

    /// <summary>Notes without identifiers.</summary>
    public int Negative { get; private set; }

    /// <summary>Of those, notes in which something was found.</summary>
    public int NegativeTouched { get; private set; }

    /// <summary>Counts by class.</summary>
    public IReadOnlyDictionary<string, PhiCount> ByClass => classes;

    /// <summary>Counts by the corpus's own tags, and by its case.</summary>
    public IReadOnlyDictionary<string, PhiCount> BySlice => slices;

    /// <summary>Spans that leak.</summary>
    public List<PhiLeak> Leaks { get; } = [];

    /// <summary>All classes together.</summary>
    public PhiCount Total
    {
        get
        {
            var all = new PhiCount();
            foreach (var c in classes.Values)
            {
                all.Spans += c.Spans;
                all.Full += c.Full;
                all.Any += c.Any;
                all.Covered += c.Covered;
                all.Required += c.Required;
            }

            return all;
        }
    }

    /// <summary>Share of touched words that belong to an identifier; a word is a run of ASCII letters and digits.</summary>
    public double TokenPrecision => (double)tp / Math.Max(1, tp + fp);

    /// <summary>Share of all other words that were touched.</summary>
    public double OverRedaction => (double)fp / Math.Max(1, other);

    /// <summary>Share of notes without a leak.</summary>
    public double LeakFree => (double)Clean / Math.Max(1, Notes);

    /// <summary>Adds a note and what was predicted for it.</summary>
    public void Add(LabelledNote note, IEnumerable<LabelledSpan> predicted)
    {
        var points = new CodePoints(note.Text);
        var (covered, gold, ignored) = (new bool[note.Text.Length + 1], new bool[note.Text.Length + 1], new bool[note.Text.Length + 1]);
        foreach (var span in predicted) Fill(covered, points, note.Text.Length, span);
        foreach (var span in note.Ignore) Fill(ignored, points, note.Text.Length, span);
        var clean = true;
        foreach (var span in note.Spans)
        {
            var (start, end) = Fill(gold, points, note.Text.Length, span);
            var name = Classes.GetValueOrDefault(span.Type, span.Type);
            var required = Required(note.Text, start, end, name);
            var hit = required.Count(i => covered[i]);
            var any = Array.IndexOf(covered, true, start, Math.Max(0, end - start)) >= 0;
            Count(classes, name, hit, required.Count, any);
            foreach (var tag in (string.IsNullOrEmpty(span.Tag) ? "-" : span.Tag).Split('|')) Count(slices, span.Type + ":" + tag, hit, required.Count, any);
            if (note.Case is { Length: > 0 }) Count(slices, span.Type + ":case=" + note.Case, hit, required.Count, any);
            if (hit == required.Count) continue;
            clean = false;
            Leaks.Add(new PhiLeak(note.Id, name, span.Start, span.End));
        }

        Notes++;
        if (clean) Clean++;
        var before = fp;
        foreach (var word in Word().EnumerateMatches(note.Text))
        {
            var isGold = Array.IndexOf(gold, true, word.Index, word.Length) >= 0;
            var isIgnored = Array.IndexOf(ignored, true, word.Index, word.Length) >= 0;
            if (Array.IndexOf(covered, true, word.Index, word.Length) >= 0)
            {
                if (isGold) tp++;
                else if (!isIgnored) fp++;
            }

            if (!isGold && !isIgnored) other++;
        }

        if (note.Spans.Count > 0) return;
        Negative++;
        if (fp > before) NegativeTouched++;
    }

    /// <summary>Lower bound of the 95 % Wilson interval of a share.</summary>
    public static double Lower(int hits, int all)
    {
        if (all == 0) return 0;
        const double Z = 1.959964;
        var p = (double)hits / all;
        return (p + Z * Z / (2 * all) - Z * Math.Sqrt((p * (1 - p) + Z * Z / (4 * all)) / all)) / (1 + Z * Z / all);
    }

    private static void Count(SortedDictionary<string, PhiCount> counts, string key, int hit, int required, bool any)
    {
        if (!counts.TryGetValue(key, out var count)) counts[key] = count = new PhiCount();
        count.Spans++;
        if (hit == required) count.Full++;
        if (any) count.Any++;
        count.Covered += hit;
        count.Required += required;
    }

    private static (int Start, int End) Fill(bool[] to, CodePoints points, int length, LabelledSpan span)
    {
        var (start, end) = (Math.Clamp(points.ToUtf16(Math.Max(0, span.Start)), 0, length), Math.Clamp(points.ToUtf16(Math.Max(0, span.End)), 0, length));
        if (end > start) Array.Fill(to, true, start, end - start);
        return (start, Math.Max(start, end));
    }

    private static Dictionary<string, string> Map()
    {
        (string Class, string Names)[] lists =
        [
            ("NAME", "NAME PERSON PATIENT DOCTOR FIRST_NAME LAST_NAME MIDDLE_NAME USERNAME RELATIVE PROVIDER INITIALS"),
            ("GEO", "GEOGRAPHIC_LOCATION GPE LOCATION STREET_ADDRESS ADDRESS ZIP_CODE ZIPCODE ZIP CITY COUNTY HOSPITAL FACILITY STREET"),
            ("DATE", "DATE DATE_TIME DATE_OF_BIRTH DOB"), ("AGE90", "AGE90"), ("PHONE", "PHONE_NUMBER PHONE"), ("FAX", "FAX_NUMBER FAX"), ("EMAIL", "EMAIL_ADDRESS EMAIL"),
            ("SSN", "SOCIAL_SECURITY_NUMBER US_SSN SSN"), ("MRN", "MEDICAL_RECORD_NUMBER MRN"), ("PLAN", "HEALTH_PLAN_BENEFICIARY_NUMBER HEALTHPLAN PLAN"),
            ("ACCOUNT", "ACCOUNT_NUMBER CREDIT_CARD IBAN_CODE ACCOUNT"), ("LICENSE", "CERTIFICATE_LICENSE_NUMBER US_DRIVER_LICENSE LICENSE DEA NPI"), ("VEHICLE", "VEHICLE VIN PLATE"),
            ("DEVICE", "DEVICE"), ("URL", "URL DOMAIN_NAME"), ("IP", "IP_ADDRESS IP"), ("BIOMETRIC", "BIOMETRIC"), ("OTHERID", "UNIQUE_IDENTIFIER OTHERID ID ID_NUM"),
        ];
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, names) in lists)
        {
            foreach (var alias in names.Split(' ')) map[alias] = name;
        }

        return map;
    }

    // The positions that must be covered. A surrogate pair counts once: at its first half.
    private static List<int> Required(string text, int start, int end, string name)
    {
        var all = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (char.IsSurrogatePair(text, Math.Min(i, text.Length - 1)))
            {
                if (System.Text.Rune.IsLetterOrDigit(new System.Text.Rune(text[i], text[i + 1]))) all.Add(i);
                i++;
            }
            else if (char.IsLetterOrDigit(text[i]) || char.IsNumber(text[i])) all.Add(i);
        }

        var value = text[start..end];
        var optional = new bool[value.Length];
        Drop(optional, Possessive(), value);
        switch (name)
        {
            case "DATE":
                Drop(optional, KeptYear(), value);
                Drop(optional, OrdinalEnding(), value);
                Drop(optional, DateWord(), value);
                Drop(optional, DayName(), value);
                break;
            case "GEO":
                foreach (Match m in StateAtEnd().Matches(value))
                {
                    if (m.Index > 0) Array.Fill(optional, true, m.Index, m.Length);
                }

                Drop(optional, StateCode(), value);
                Drop(optional, GeoWord(), value);
                Drop(optional, FacilityWord(), value);
                break;
            case "MRN" or "PLAN" or "ACCOUNT" or "OTHERID" or "LICENSE" or "DEVICE" or "VEHICLE":
                foreach (Match m in Letters().Matches(value))
                {
                    var after = m.Index + m.Length;
                    if (!(m.Index > 0 && char.IsDigit(value[m.Index - 1]) || after < value.Length && char.IsDigit(value[after]))) Array.Fill(optional, true, m.Index, m.Length);
                }

                break;
            case "SSN" or "PHONE" or "FAX":
                for (var i = 0; i < value.Length; i++) optional[i] |= char.IsLetter(value[i]);
                break;
            case "NAME":
                Drop(optional, Honorific(), value);
                Drop(optional, PossessiveEnd(), value);
                Drop(optional, Degree(), value);
                break;
        }

        var required = all.FindAll(i => !optional[i - start]);
        return required.Count > 0 ? required : all;
    }

    private static void Drop(bool[] optional, Regex pattern, string value)
    {
        foreach (var m in pattern.EnumerateMatches(value)) Array.Fill(optional, true, m.Index, m.Length);
    }

    private const string States = "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming|new (?:york|jersey|mexico|hampshire)|north (?:carolina|dakota)|south (?:carolina|dakota)|west virginia|rhode island";
    private const string Codes = "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC";
    private const RegexOptions Blind = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=['’])s\\b")]
    private static partial Regex Possessive();

    [GeneratedRegex("(?<!\\d)(?:19|20)\\d\\d(?!\\d)")]
    private static partial Regex KeptYear();

    [GeneratedRegex("(?<=\\d)(?:st|nd|rd|th)\\b")]
    private static partial Regex OrdinalEnding();

    [GeneratedRegex("\\b(?:of|the|and|at|on)\\b", Blind)]
    private static partial Regex DateWord();

    [GeneratedRegex("\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b", Blind)]
    private static partial Regex DayName();

    [GeneratedRegex("\\b(?:" + States + ")\\s*$", Blind)]
    private static partial Regex StateAtEnd();

    [GeneratedRegex("(?<=[, ])(?:" + Codes + ")\\b")]
    private static partial Regex StateCode();

    [GeneratedRegex("\\b(?:the|of|at|in|and|apt|suite|ste|unit|room)\\b", Blind)]
    private static partial Regex GeoWord();

    [GeneratedRegex("\\b(?:hospital|clinic|medical|center|centre|health|general|memorial|regional|university|community|care)\\b", Blind)]
    private static partial Regex FacilityWord();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Letters();

    [GeneratedRegex("^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?\\s+)")]
    private static partial Regex Honorific();

    [GeneratedRegex("(?:'s|’s)$")]
    private static partial Regex PossessiveEnd();

    [GeneratedRegex(",?\\s*(?:MD|M\\.D\\.|DO|RN|NP|PA-C|PhD|DDS|Jr\\.?|Sr\\.?)$")]
    private static partial Regex Degree();
}
