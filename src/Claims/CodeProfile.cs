using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Modifiers;

namespace CodingAhead.Claims;

/// <summary>
/// What the book says of a procedure code on a date, read once and kept: the edits of a hundred thousand claims a second cannot decode rows each time.
/// Immutable, but for the modifiers' verdicts, which are decided when first asked for.
/// </summary>
internal sealed class CodeProfile
{
    private static readonly string[] Components = ["26", "TC", "53"];

    private readonly RelativeValues[] values;
    private readonly MueLimit[] mue;

    public CodeProfile(Book book, CodeKey key, DateOnly on)
    {
        (Key, On, Code, Place) = (key, on, key.Display, book.PlaceOf(key));
        Found = book.Find(key, on);
        values = [.. PhysicianFees.Listed(book, key, on)];
        Whole = Array.Find(values, v => v.Modifier is null && v.Variant is null or "nonqpp");
        mue = [.. DatedRows.Of(book, "mue", key, on).Select(MueLimit.Of).OfType<MueLimit>()];
        var primaries = new List<AddOnRow>();
        foreach (var row in DatedRows.Of(book, "addon", key, on)) primaries.Add(AddOnRow.Of(row));
        Primaries = primaries;
        Opps = FeeRow.Of(book, "opps", key, on) is [var opps, ..] ? opps : null;
        Noc = DatedRows.Of(book, "hcpcs-noc", key, on) is [var noc, ..] ? new Proof(noc.Source, noc.Stale) : null;
        Proof = Defining(book, key, on);
        RvuProof = Whole is { } w ? new Proof(w.Row.Source, w.Row.Stale) : null;
        OppsProof = Opps is { } o ? new Proof(o.Source, o.Stale) : null;
        Modifiers = new CodeModifiers(book, key, on);
        (Status, Global, PcTc, Multiple) = (Whole?.Status ?? "", Column("global"), Column("pctc"), Column("multiple"));
        (Bilateral, Assistant, CoSurgeon, Team) = (Column("bilateral"), Column("assistant"), Column("coSurgeon"), Column("team"));
        IsVisit = Visit(key);
        IsUnlisted = Edits.Unlisted.IsCpt(key);
        foreach (var table in (string[])["clfs", "asp", "dmepos"])
        {
            if (PaidElsewhere is null && DatedRows.Of(book, table, key, on) is [var other, ..]) PaidElsewhere = new Proof(other.Source, other.Stale);
        }

        if (Whole is not null || DatedRows.Of(book, "starter-indicators", key, on) is not [var ours, ..]) return;
        (Status, Global, Bilateral) = (ours["status"], ours["global"], ours["bilateral"]);
        RvuProof = new Proof(ours.Source, ours.Stale);
    }

    public CodeKey Key { get; }

    public DateOnly On { get; }

    /// <summary>The code as people write it.</summary>
    public string Code { get; }

    /// <summary>Where it stands in the book.</summary>
    public CodePlace Place { get; }

    public Found Found { get; }

    /// <summary>The relative value row of the whole service; null when no file has the code.</summary>
    public RelativeValues? Whole { get; }

    /// <summary>All rows of the relative value file: parts (26, TC, 53) and both conversion factors of 2026.</summary>
    public IReadOnlyList<RelativeValues> Values => values;

    /// <summary>Primaries of an add-on code; empty for a code that is none.</summary>
    public IReadOnlyList<AddOnRow> Primaries { get; }

    /// <summary>OPPS Addendum B; null when it does not list the code.</summary>
    public FeeRow? Opps { get; }

    /// <summary>The row of the list of unlisted ("not otherwise classified") codes; null for others.</summary>
    public Proof? Noc { get; }

    /// <summary>One of CPT's codes for services without one of their own.</summary>
    public bool IsUnlisted { get; }

    /// <summary>What each modifier does with the code.</summary>
    public CodeModifiers Modifiers { get; }

    public bool IsAddOn => Primaries.Count > 0 || Global == "ZZZ";

    public string Status { get; }

    public string Global { get; }

    public string PcTc { get; }

    public string Multiple { get; }

    public string Bilateral { get; }

    public string Assistant { get; }

    public string CoSurgeon { get; }

    public string Team { get; }

    /// <summary>The line of another schedule that lists the code: laboratory, drugs, equipment.</summary>
    public Proof? PaidElsewhere { get; }

    /// <summary>The proof of what the relative value file, or for want of one our own list, says; null when neither has the code.</summary>
    public Proof? RvuProof { get; }

    /// <summary>The proof of the hospital's status indicator; null when Addendum B does not list the code.</summary>
    public Proof? OppsProof { get; }

    /// <summary>The proof that the code is or was valid: the row that shows it, of whichever release speaks last.</summary>
    public Proof[] Proof { get; }

    /// <summary>A visit or other evaluation and management service: 99202 to 99499, and the eye visits 92002 to 92014 (Pub. 100-04, chapter 12, section 30.6).</summary>
    public bool IsVisit { get; }

    /// <summary>The limit of a setting; null when none is published.</summary>
    public MueLimit? Mue(Setting setting)
    {
        var name = setting switch { Setting.Practitioner => "practitioner", Setting.OutpatientHospital => "outpatient-hospital", _ => "dme" };
        foreach (var limit in mue)
        {
            if (limit.Setting == name) return limit;
        }

        return null;
    }

    /// <summary>The row of a part; null when the service is not split.</summary>
    public RelativeValues? Part(string modifier, string? variant = null) => Array.IndexOf(Components, modifier) < 0 ? null : Array.Find(values, v => v.Modifier == modifier && (v.Variant is null || v.Variant == (variant ?? "nonqpp")));

    /// <summary>Days after the day of the procedure that its payment includes; null when it has no global period (record layout of the relative value file).</summary>
    public int? GlobalDays => Global switch { "000" => 0, "010" => 10, "090" => 90, _ => null };

    private static Proof[] Defining(Book book, CodeKey key, DateOnly on)
    {
        foreach (var table in (string[])["pfs-rvu", "hcpcs", "opps", "clfs", "mce-validity", "addon", "mue", "starter-code", "starter-history"])
        {
            if (DatedRows.Of(book, table, key, on) is [var row, ..]) return [new Proof(row.Source, row.Stale)];
        }

        return [];
    }

    private static bool Visit(CodeKey key)
    {
        if (key.Set != CodeSet.Cpt) return false;
        var code = key.Code;
        return code.Length == 5 && char.IsAsciiDigit(code[4])
            && (string.CompareOrdinal(code, "99202") >= 0 && string.CompareOrdinal(code, "99499") <= 0 || code is "92002" or "92004" or "92012" or "92014");
    }

    private string Column(string name) => Whole is { } w ? w.Row[name] : "";
}

/// <summary>A medically unlikely edit.</summary>
internal sealed record MueLimit(string Setting, int Units, string Mai, string Rationale, Proof Proof)
{
    public static MueLimit? Of(FeeRow row) => int.TryParse(row["units"], NumberStyles.None, CultureInfo.InvariantCulture, out var units)
        ? new MueLimit(row.Text("setting") ?? "practitioner", units, row["mai"], row["rationale"], new Proof(row.Source, row.Stale))
        : null;
}

/// <summary>A primary of an add-on code; <see cref="Primary"/> is default for <c>CCCCC</c>, contractor-defined.</summary>
internal sealed record AddOnRow(string Type, CodeKey Primary, bool ContractorDefined, Proof Proof)
{
    public static AddOnRow Of(FeeRow row)
    {
        var text = row["primary"];
        var cpt = CodeKey.TryParse(CodeSet.Cpt, text, out var key);
        // A primary is CPT or Level II as its form says: a letter first is Level II.
        if (cpt && char.IsAsciiLetter(text[0])) CodeKey.TryParse(CodeSet.Hcpcs, text, out key);
        return new AddOnRow(row["type"], text == "CCCCC" ? default : key, text == "CCCCC", new Proof(row.Source, row.Stale));
    }
}
