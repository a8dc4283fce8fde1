using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims;

/// <summary>
/// What the book says of a procedure code on a date, read once and kept: the edits of a hundred thousand claims a second cannot decode rows each time.
/// Immutable.
/// </summary>
internal sealed class CodeProfile
{
    private static readonly string[] Components = ["26", "TC", "53"];

    private readonly RelativeValues[] values;
    private readonly MueLimit[] mue;

    public CodeProfile(Book book, CodeKey key, DateOnly on)
    {
        (Key, On) = (key, on);
        Found = book.Find(key, on);
        values = [.. PhysicianFees.Listed(book, key, on)];
        Whole = Array.Find(values, v => v.Modifier is null && v.Variant is null or "nonqpp");
        mue = [.. FeeRow.Of(book, "mue", key, on).Select(MueLimit.Of).OfType<MueLimit>()];
        var primaries = new List<AddOnRow>();
        foreach (var row in FeeRow.Of(book, "addon", key, on)) primaries.Add(AddOnRow.Of(row));
        Primaries = primaries;
        Opps = FeeRow.Of(book, "opps", key, on) is [var opps, ..] ? opps : null;
        Proof = Defining(book, key, on);
        Noc = FeeRow.Of(book, "hcpcs-noc", key, on) is [var noc, ..] ? noc : null;
    }

    public CodeKey Key { get; }

    public DateOnly On { get; }

    public Found Found { get; }

    /// <summary>The relative value row of the whole service; null when no file has the code.</summary>
    public RelativeValues? Whole { get; }

    /// <summary>All rows of the relative value file: parts (26, TC, 53) and both conversion factors of 2026.</summary>
    public IReadOnlyList<RelativeValues> Values => values;

    /// <summary>Primaries of an add-on code; empty for a code that is none.</summary>
    public IReadOnlyList<AddOnRow> Primaries { get; }

    /// <summary>OPPS Addendum B; null when it does not list the code.</summary>
    public FeeRow? Opps { get; }

    /// <summary>Row of the list of unlisted ("not otherwise classified") codes; null for others.</summary>
    public FeeRow? Noc { get; }

    public bool IsAddOn => Primaries.Count > 0 || Global == "ZZZ";

    public string Status => Whole?.Status ?? "";

    public string Global => Column("global");

    public string PcTc => Column("pctc");

    public string Multiple => Column("multiple");

    public string Bilateral => Column("bilateral");

    public string Assistant => Column("assistant");

    public string CoSurgeon => Column("coSurgeon");

    public string Team => Column("team");

    /// <summary>The proof of what the relative value file says; null when it does not have the code.</summary>
    public Proof? RvuProof => Whole is { } w ? new Proof(w.Row.Source, w.Row.Stale) : null;

    /// <summary>The proof that the code is or was valid: the row that shows it, of whichever release speaks last.</summary>
    public Proof[] Proof { get; }

    /// <summary>A visit or other evaluation and management service: 99202 to 99499, and the HCPCS visits that the schedule marks XXX in G04xx are not.</summary>
    public bool IsVisit => Key.Set == CodeSet.Cpt && string.CompareOrdinal(Key.Code, "99202") >= 0 && string.CompareOrdinal(Key.Code, "99499") <= 0 && Key.Code.Length == 5 && char.IsAsciiDigit(Key.Code[4]);

    /// <summary>The limit of a setting; null when none is published.</summary>
    public MueLimit? Mue(Setting setting)
    {
        var name = setting switch { Setting.Practitioner => "practitioner", Setting.OutpatientHospital => "outpatient-hospital", _ => "dme" };
        return Array.Find(mue, m => m.Setting == name);
    }

    /// <summary>The row of a part; null when the service is not split.</summary>
    public RelativeValues? Part(string modifier, string? variant = null) => Array.IndexOf(Components, modifier) < 0 ? null : Array.Find(values, v => v.Modifier == modifier && (v.Variant is null || v.Variant == (variant ?? "nonqpp")));

    private static Proof[] Defining(Book book, CodeKey key, DateOnly on)
    {
        foreach (var table in (string[])["pfs-rvu", "hcpcs", "opps", "clfs", "mce-validity", "addon", "mue", "starter-code", "starter-history"])
        {
            if (FeeRow.Of(book, table, key, on) is [var row, ..]) return [new Proof(row.Source, row.Stale)];
        }

        return [];
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
        var known = CodeKey.TryParse(CodeSet.Cpt, text, out var key) || CodeKey.TryParse(CodeSet.Hcpcs, text, out key);
        return new AddOnRow(row["type"], known ? key : default, text == "CCCCC", new Proof(row.Source, row.Stale));
    }
}
