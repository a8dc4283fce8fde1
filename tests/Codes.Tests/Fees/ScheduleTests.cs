using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Tests.Fees;

/// <summary>Rows of the other schedules, each checked by eye against its file.</summary>
[Collection(nameof(MirrorBook))]
public sealed class ScheduleTests(MirrorBook mirror)
{
    [Theory]
    [InlineData("64635", "2025-02-01", "J1", "5431", 1952.77, 390.56)]
    [InlineData("64635", "2025-10-15", "J1", null, 1952.77, null)] // the October list gives status and rate only
    [InlineData("G0260", "2025-10-15", "T", null, 692.52, null)]
    [InlineData("J1100", "2025-10-15", "N", null, null, null)]
    public void The_hospital_rate_is_that_of_the_quarter(string code, string on, string status, string? apc, double? rate, double? minimum)
    {
        var fee = HospitalFees.Of(mirror.Book, Key(code), DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture))!;
        Assert.Equal((status, apc, (decimal?)rate, (decimal?)minimum, false), (fee.Status, fee.Apc, fee.Rate, fee.MinimumCopayment, fee.Row.Stale));
    }

    [Theory]
    [InlineData("64635", "AA", "G2", 796.79, true)]
    [InlineData("G0260", "AA", "A2", 315.83, true)]
    [InlineData("J1100", "BB", "N1", null, null)]
    public void A_surgical_centre_is_paid_by_its_addendum(string code, string addendum, string indicator, double? rate, bool? discounted)
    {
        var fee = AscFees.Of(mirror.Book, Key(code), new DateOnly(2020, 8, 1))!;
        Assert.Equal((addendum, indicator, (decimal?)rate, discounted, false), (fee.Addendum, fee.Indicator, fee.Rate, fee.Discounted, fee.Row.Stale));
        Assert.True(AscFees.Of(mirror.Book, Key(code), new DateOnly(2025, 10, 15))!.Row.Stale);
        Assert.Null(AscFees.Of(mirror.Book, Key(code), new DateOnly(2020, 6, 30)));
    }

    [Theory]
    [InlineData("80053", null, 10.56)]
    [InlineData("80053", "QW", 10.56)]
    [InlineData("85025", null, 7.77)]
    public void A_laboratory_test_has_one_national_rate(string code, string? modifier, double rate)
    {
        var fee = LaboratoryFees.Of(mirror.Book, Key(code), new DateOnly(2026, 8, 1)).Single(f => f.Modifier == modifier);
        Assert.Equal(((decimal)rate, false), (fee.Rate!.Value, fee.Local));
        Assert.Empty(LaboratoryFees.Of(mirror.Book, Key(code), new DateOnly(2026, 6, 30)));
    }

    [Fact]
    public void Equipment_is_paid_by_state_area_and_modifier()
    {
        var fee = Assert.Single(EquipmentFees.Of(mirror.Book, Key("E0601"), new DateOnly(2026, 2, 1)));
        Assert.Equal(("dmepos", "RR", "CR"), (fee.Schedule, fee.Modifiers, fee.Category));
        Assert.Equal(new StateFee("IL", 52.65m, 97.02m), fee.States.Single(s => s.State == "IL"));
        var food = Assert.Single(EquipmentFees.Of(mirror.Book, Key("B4150"), new DateOnly(2026, 2, 1)));
        Assert.Equal("pen", food.Schedule);
        Assert.Null(food.Category);
        Assert.Empty(EquipmentFees.Of(mirror.Book, Key("E0601"), new DateOnly(2025, 12, 31)));
    }

    [Theory]
    [InlineData("J1100", "1 MG", 0.094, 20)]
    [InlineData("J7170", "0.5 MG", 56.101, 20)]
    [InlineData("90670", "0.5 ML", 257.989, 0)]
    [InlineData("A9606", "1 microCurie", null, 20)] // the file says N/A; its notes price
    public void A_drug_has_a_limit_for_its_dosage(string code, string dosage, double? limit, double coinsurance)
    {
        var fee = DrugFees.Of(mirror.Book, Key(code), new DateOnly(2025, 10, 15))!;
        Assert.Equal((dosage, (decimal?)limit, (decimal)coinsurance), (fee.Dosage, fee.Limit, fee.Coinsurance!.Value));
        if (limit is null) Assert.NotNull(fee.Notes);
    }

    [Fact]
    public void A_drug_names_its_packages()
    {
        var packages = DrugFees.Packages(mirror.Book, Key("J1100"), new DateOnly(2025, 10, 15));
        Assert.Equal(54, packages.Count);
        Assert.All(packages, p => Assert.Matches("^[0-9]{5}-[0-9]{4}-[0-9]{2}$", p.Ndc));
        Assert.Empty(DrugFees.Packages(mirror.Book, Key("64635"), new DateOnly(2025, 10, 15)));
    }

    [Fact]
    public void Anaesthesia_has_a_factor_for_the_nation_and_each_locality()
    {
        var on = new DateOnly(2025, 11, 1);
        Assert.Equal(20.3178m, AnesthesiaFees.National(mirror.Book, on)!.ConversionFactor);
        Assert.Equal(19.31m, AnesthesiaFees.At(mirror.Book, Localities.Of(mirror.Book, "10112", "00", on)!, on)!.ConversionFactor);
        Assert.All(Localities.All(mirror.Book, on), l => Assert.NotNull(AnesthesiaFees.At(mirror.Book, l, on)));
        Assert.Null(AnesthesiaFees.National(mirror.Book, new DateOnly(2025, 9, 30)));
    }

    [Fact]
    public void The_history_has_every_loaded_edition_and_no_other()
    {
        var history = FeeHistory.Of(mirror.Book, Key("64635"));
        Assert.Equal(["RVU25D"], history.Where(f => f.Schedule == "pfs").Select(f => f.Edition));
        Assert.Equal(["2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4", "2026 Q1", "2026 Q2"], history.Where(f => f.Schedule == "opps").Select(f => f.Edition));
    }

    private static CodeKey Key(string code) => CodeKey.Of(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code);
}
