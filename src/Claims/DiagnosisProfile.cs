using CodingAhead.Codes;
using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Page;

namespace CodingAhead.Claims;

/// <summary>What the book says of a diagnosis code on a date, read once and kept. Immutable.</summary>
internal sealed class DiagnosisProfile
{
    public DiagnosisProfile(Book book, CodeKey key, DateOnly on)
    {
        (Key, On, Display) = (key, on, key.Display);
        Found = book.Find(key, on);
        Billable = Titles.Billable(book, key, on);
        var at = Found.Nearest ?? on;
        Proof = [];
        foreach (var table in (string[])["icd10cm-order", "icd10cm-tabular", "mce-validity", "starter-code"])
        {
            if (Proof.Length == 0 && DatedRows.Of(book, table, key, at) is [var row, ..]) Proof = [new Proof(row.Source, row.Source.File.To < on)];
        }

        if (!Billable) Below = [.. book.KeysUnder(key).Where(k => Titles.Billable(book, k, at) && book.Find(k, at).Status == CodeStatus.Active).Take(4)];
        Title = Titles.Of(book, key, on);
        if (key.Set != CodeSet.Icd10Cm) return;
        Side = LateralityAxis.Of(book, key, at);
        // The side of these is where the weakness shows, not where its cause lies: a stroke of the left brain weakens the right arm.
        if (Title.Contains("affecting", StringComparison.OrdinalIgnoreCase)) Side = null;
        Notes = TabularNotes.Of(book, key, on);
        Code = key.Code;
        IsExternalCause = Code[0] is 'V' or 'W' or 'X' or 'Y';
        if (DatedRows.Of(book, "mce-flags", key, on) is not [var flags, ..]) return;
        FlagProof = new Proof(flags.Source, flags.Stale);
        foreach (var flag in flags["flags"].Split('|'))
        {
            IsManifestation |= flag == "manifestation";
            if (flag is "female" or "male") Sex = flag == "female" ? "F" : "M";
            foreach (var age in DatedRows.Of(book, "mce-age", CodeKey.Of(CodeSet.Register, "AGE"), on))
            {
                if (!string.Equals(age["group"], flag, StringComparison.OrdinalIgnoreCase) || age.Number("start") is not { } first || age.Number("end") is not { } last) continue;
                Ages = [.. Ages, new AgeGroup(flag, (int)first, (int)last, new Proof(age.Source, age.Stale))];
            }
        }
    }

    public CodeKey Key { get; }

    public DateOnly On { get; }

    /// <summary>The code as people write it.</summary>
    public string Display { get; }

    public Found Found { get; }

    public bool Billable { get; }

    public string Title { get; }

    /// <summary>The code without its dot.</summary>
    public string Code { get; } = "";

    /// <summary>The line of the code list that has it; empty when none does.</summary>
    public Proof[] Proof { get; }

    /// <summary>Some full codes below a heading; empty for a full code.</summary>
    public IReadOnlyList<CodeKey> Below { get; } = [];

    /// <summary><c>right left bilateral unspecified</c>; null for a condition without sides.</summary>
    public string? Side { get; }

    /// <summary>What the tabular list says of it and of the headings above it.</summary>
    public TabularNotes Notes { get; } = TabularNotes.None;

    /// <summary>Says how an injury came about: V00 to Y99.</summary>
    public bool IsExternalCause { get; }

    /// <summary>The Medicare Code Editor counts it as a manifestation on the date.</summary>
    public bool IsManifestation { get; }

    /// <summary><c>F</c> or <c>M</c> where the Medicare Code Editor has a sex edit on the date; null otherwise.</summary>
    public string? Sex { get; }

    /// <summary>Ages that the Medicare Code Editor asks for.</summary>
    public IReadOnlyList<AgeGroup> Ages { get; } = [];

    /// <summary>Where the flags stand; null for a code without.</summary>
    public Proof? FlagProof { get; }
}

/// <summary>An age group of the Medicare Code Editor, in completed years, both included.</summary>
internal sealed record AgeGroup(string Name, int First, int Last, Proof Proof);
