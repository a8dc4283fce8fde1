using CodingAhead.Codes;

namespace CodingAhead.Claims.Payment;

/// <summary>Who a surgeon's line is for: procedures rank within one role.</summary>
internal enum Role : byte
{
    Surgeon,
    Assistant,
    CoSurgeon,
}

/// <summary>A service line while it is priced.</summary>
internal sealed class LineWork
{
    public LineWork(ClaimLine line, int number, Provider provider)
    {
        (Line, Number, Mods, Units) = (line, number, ModsOfLine.Of(line.Modifiers), line.Units);
        var code = line.Code.AsSpan().Trim();
        var set = code.Length == 5 && char.IsAsciiLetter(code[0]) && char.ToUpperInvariant(code[0]) <= 'V' ? CodeSet.Hcpcs : CodeSet.Cpt;
        Key = CodeKey.TryParse(set, code, out var key) ? key : default;
        Role = (Mods & Mods.Assistant) != 0 || provider.Kind == "assistant-np-pa" ? Role.Assistant : (Mods & Mods.M62) != 0 ? Role.CoSurgeon : Role.Surgeon;
    }

    public ClaimLine Line { get; }

    /// <summary>From 1.</summary>
    public int Number { get; }

    /// <summary>Its rank among the claim's lines by what they say, from 0.</summary>
    public int Order { get; set; }

    /// <summary>
    /// By code, date, modifiers, units, place and, last, charge: lines that are equal in all of them are paid alike. The charge decides only between lines that
    /// differ in nothing else, so that a higher one never lowers the total.
    /// </summary>
    public static readonly Comparison<LineWork> BySubstance = static (a, b) =>
        a.Key != b.Key ? a.Key.CompareTo(b.Key)
        : a.Date != b.Date ? a.Date.CompareTo(b.Date)
        : a.Mods != b.Mods ? ((ulong)a.Mods).CompareTo((ulong)b.Mods)
        : a.Units != b.Units ? a.Units.CompareTo(b.Units)
        : string.CompareOrdinal(a.Line.Pos, b.Line.Pos) is not 0 and var pos ? pos
        : (a.Line.Charge ?? decimal.MaxValue) is var first && (b.Line.Charge ?? decimal.MaxValue) is var second && first != second ? second.CompareTo(first)
        : a.Number.CompareTo(b.Number);

    public CodeKey Key { get; }

    public Mods Mods { get; }

    public Role Role { get; }

    /// <summary>Services on the line; both sides count where each is paid in full.</summary>
    public decimal Units { get; set; }

    public string? Schedule { get; set; }

    /// <summary>Physician fee of one unit; null on other schedules.</summary>
    public UnitFee? Fee { get; set; }

    /// <summary>Fee of one service after the bilateral rule: what procedures are ranked by.</summary>
    public decimal Each { get; set; }

    /// <summary>The line so far.</summary>
    public decimal Amount { get; set; }

    /// <summary>The technical part of one service, after the cuts of film and old equipment; zero where there is none.</summary>
    public decimal Technical { get; set; }

    /// <summary>The professional part of one service; zero where there is none.</summary>
    public decimal Professional { get; set; }

    /// <summary>The other side, billed on a line of its own.</summary>
    public LineWork? OtherSide { get; set; }

    public string? NotPriced { get; private set; }

    public decimal? LimitingCharge { get; set; }

    /// <summary>The patient owes no coinsurance and no deductible.</summary>
    public bool Free { get; set; }

    /// <summary>Status indicator and discount of a facility's schedule.</summary>
    public string FacilityStatus { get; set; } = "";

    public List<PriceStep> Steps { get; } = new(4);

    public DateOnly Date => Line.Date;

    public bool IsPriced => NotPriced is null;

    public bool IsPhysician => Fee is not null && NotPriced is null;

    public bool Has(Mods any) => (Mods & any) != 0;

    /// <summary>The services counted one by one; 1 where the units are no whole number.</summary>
    public int Count => Units == decimal.Truncate(Units) && Units is >= 1 and <= 9_999 ? (int)Units : 1;

    /// <summary>Fee of one procedure as it is ranked: the line's whole amount where units are no whole number.</summary>
    public decimal Ranked => Count == 1 ? Amount : Each;

    /// <summary>Takes the line's amount away; the first reason stays.</summary>
    public void Refuse(string why) => NotPriced ??= why;

    public override string ToString() => $"{Number} {Key.Display} {Amount}";
}
