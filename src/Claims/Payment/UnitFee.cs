using System.Globalization;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>
/// What one unit of a service, or of its 26, TC or 53 part, pays by the physician fee schedule at a place and in a setting, with the indicators that
/// decide its reductions. Worked out once and kept; immutable.
/// </summary>
internal sealed class UnitFee
{
    private readonly RelativeValues? values;
    private readonly Locality? at;
    private readonly decimal practice;
    private readonly FeeRow? published;
    private readonly FeeSetting setting;

    /// <summary>A fee that does not exist, and why.</summary>
    public UnitFee(string notPriced, RelativeValues? values, Proof[] proofs)
    {
        (NotPriced, Proofs, How, What, Family) = (notPriced, proofs, "", "", "");
        if (values is not null) Indicators(values.Row);
        Status = values?.Status ?? "";
    }

    public UnitFee(CodeKey key, string? part, FeeSetting setting, Locality at, RelativeValues values, PhysicianFee fee, FeeRow? published, Proof[] proofs)
    {
        (this.values, this.at, this.setting, this.published, Proofs, Family) = (values, at, setting, published, proofs, "");
        var column = setting == FeeSetting.Facility ? "facilityFee" : "nonFacilityFee";
        var place = $"{(setting == FeeSetting.Facility ? "facility" : "non-facility")} fee{(part is null ? "" : " of the part " + part)}, locality {at.Number} {at.Name}";
        if (published is { } official && official.Dollars(column) is { } amount)
        {
            (Amount, How, What) = (amount, Text(amount), place + ", as published for the quarter");
        }
        else
        {
            (Amount, How, What) = (fee.Amount, fee.How, place);
            this.published = null;
        }

        practice = fee.Uncapped is null ? values.In(setting).Units : values.In(setting).Opps;
        Practice = Cents.Round(practice * at.PracticeExpense * (values.ConversionFactor ?? 0));
        Status = values.Status;
        Indicators(values.Row);
        EndoscopicBase = CodeKey.TryParse(key.Set, values.Row["endoscopicBase"], out var endo) ? endo : default;
        Family = values.Row["imagingFamily"];
        Pre = values.Row.Number("pre") ?? 0;
        Intra = values.Row.Number("intra") ?? 0;
        Post = values.Row.Number("post") ?? 0;
    }

    /// <summary>Dollars.</summary>
    public decimal Amount { get; }

    /// <summary>Its arithmetic.</summary>
    public string How { get; }

    /// <summary>The step in words.</summary>
    public string What { get; }

    /// <summary>Why there is none; null when there is.</summary>
    public string? NotPriced { get; }

    public Proof[] Proofs { get; }

    public string Status { get; }

    /// <summary>Dollars of practice expense in it, by which therapy ranks.</summary>
    public decimal Practice { get; }

    public char Multiple { get; private set; }

    public char Bilateral { get; private set; }

    public char Assistant { get; private set; }

    public char CoSurgeon { get; private set; }

    public char Team { get; private set; }

    public char PcTc { get; private set; }

    public decimal Pre { get; }

    public decimal Intra { get; }

    public decimal Post { get; }

    public CodeKey EndoscopicBase { get; }

    /// <summary>Diagnostic imaging family, 88 since 2011.</summary>
    public string Family { get; }

    /// <summary>The technical part of the whole service; itself for a technical part; null where there is none.</summary>
    public UnitFee? Technical { get; init; }

    /// <summary>The professional part, likewise.</summary>
    public UnitFee? Professional { get; init; }

    /// <summary>The fee with a share of its practice expense: that of therapy after the first unit, rounded once as the whole fee is.</summary>
    public (decimal Amount, string How) WithPractice(decimal share)
    {
        var column = setting == FeeSetting.Facility ? "therapyReductionFacility" : "therapyReductionNonFacility";
        if (published is { } official && official.Dollars(column) is > 0 and { } reduced) return (reduced, Text(reduced) + ", as published for the quarter");
        if (values is not { ConversionFactor: { } factor } || at is null) return (Amount, How);
        var amount = Cents.Round(((values.Work * at.Work) + (share * practice * at.PracticeExpense) + (values.Malpractice * at.Malpractice)) * factor);
        return (amount, string.Create(CultureInfo.InvariantCulture,
            $"({Cents.Text(values.Work)}×{Cents.Text(at.Work)} + {Cents.Text(share)}×{Cents.Text(practice)}×{Cents.Text(at.PracticeExpense)} + {Cents.Text(values.Malpractice)}×{Cents.Text(at.Malpractice)}) × {Cents.Text(factor)} = {Text(amount)}"));
    }

    private void Indicators(FeeRow row)
    {
        Multiple = First(row["multiple"]);
        Bilateral = First(row["bilateral"]);
        Assistant = First(row["assistant"]);
        CoSurgeon = First(row["coSurgeon"]);
        Team = First(row["team"]);
        PcTc = First(row["pctc"]);

        static char First(string text) => text.Length > 0 ? text[0] : '9';
    }

    private static string Text(decimal amount) => Cents.Text(amount, 2);
}
