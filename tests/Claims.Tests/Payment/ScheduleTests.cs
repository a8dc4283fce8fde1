using System.Globalization;
using CodingAhead.Claims.Payment;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>The schedules beside the physicians', who is paid what share, and what comes off at the end; figures from the rows of the files.</summary>
[Collection(nameof(PriceMirror))]
public sealed class ScheduleTests(PriceMirror mirror)
{
    [Theory]
    // claim, date, setting, schedule, amount
    [InlineData("80053", "2026-07-15", "Practitioner", "clfs", "10.56")] // the file's rate
    [InlineData("80053-QW x2", "2026-07-15", "Practitioner", "clfs", "21.12")]
    [InlineData("80053 $8", "2026-07-15", "Practitioner", "clfs", "8.00")]
    [InlineData("80053", "2025-10-15", "Practitioner", "pfs", "-")] // no edition that early: status X of the physician schedule
    [InlineData("90371 x3", "2025-10-15", "Practitioner", "asp", "402.58")] // 134.194 × 3 = 402.582
    [InlineData("90371 x3 #13533-0636-05", "2025-10-15", "Practitioner", "asp", "402.58")]
    [InlineData("90375 #13533-0636-05", "2025-10-15", "Practitioner", "asp", "-")] // a package of another code
    [InlineData("J0585 x100", "2025-10-15", "Practitioner", "asp", "649.70")] // 6.497 × 100
    [InlineData("45385", "2025-10-15", "OutpatientHospital", "opps", "1179.08")]
    [InlineData("45385; 45378", "2025-10-15", "OutpatientHospital", "opps", "1179.08; 455.86")] // status T: the second at half of 911.71
    [InlineData("64493-50", "2025-10-15", "OutpatientHospital", "opps", "1335.44")] // both sides of status T: 890.29 × 1.5
    [InlineData("45378-73", "2025-10-15", "OutpatientHospital", "opps", "455.86")]
    [InlineData("27447; 64493", "2025-10-15", "OutpatientHospital", "opps", "12866.82; -")] // comprehensive
    [InlineData("99213", "2025-10-15", "OutpatientHospital", "opps", "-")] // status B
    [InlineData("00630 m60", "2025-10-15", "Practitioner", "anesthesia", "-")] // base units in no release
    public void A_line_is_paid_by_its_schedule(string claim, string on, string setting, string schedule, string amounts)
    {
        var result = mirror.Pricer.Price(Shorthand.Claim(claim, DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture), setting: Enum.Parse<Setting>(setting)));
        Assert.Equal((schedule, amounts), (result.Lines[0].Schedule, Shorthand.Amounts(result)));
    }

    [Theory]
    // rates of July 2020: 45385 and 45380 507.42, 64635 796.79; specialty 49 is the centre itself
    [InlineData("45385 @24", "49", "asc", "507.42")]
    [InlineData("64635 @24; 45385 @24", "49", "asc", "796.79; 253.71")]
    [InlineData("64635-50 @24", "49", "asc", "1195.19")] // the second side at half: 796.79 × 1.5
    [InlineData("64635-73 @24", "49", "asc", "398.40")]
    [InlineData("99213 @24", "49", null, "-")]
    [InlineData("64635 @24", null, null, "-")] // the physician's own claim: no relative values of 2020 are loaded
    public void A_surgical_centre_is_paid_its_own_rates(string claim, string? specialty, string? schedule, string amounts)
    {
        var result = mirror.Pricer.Price(Shorthand.Claim(claim, new DateOnly(2020, 8, 1), new Provider { Zip = "60601", Specialty = specialty }));
        Assert.Equal((schedule, amounts), (result.Lines[0].Schedule, Shorthand.Amounts(result)));
    }

    [Theory]
    [InlineData("E0601-RR", "IL", 1)]
    [InlineData("E0601-RR", null, 1)] // the state of the ZIP code
    [InlineData("E0601", "IL", null)] // only listed as rented
    [InlineData("E0601-RR", "ZZ", null)]
    public void Equipment_is_paid_by_state_and_modifier(string claim, string? state, int? priced)
    {
        var line = Assert.Single(mirror.Pricer.Price(Shorthand.Claim(claim, new DateOnly(2026, 2, 1), new Provider { Zip = "60601", State = state }, Setting.Dme)).Lines);
        Assert.Equal("dmepos", line.Schedule);
        Assert.Equal(priced is null, line.Amount is null);
        if (priced is not null) Assert.InRange(line.Amount!.Value, 50.04m, 100.22m);
    }

    [Theory]
    // kind, claim: 64635 outside a facility is 437.79 in Chicago, 99213 93.54
    [InlineData("physician", "64635", "437.79")]
    [InlineData("np-pa", "64635", "372.12")]
    [InlineData("np-pa", "27447-AS @21", "191.01")] // AS holds the 85 percent
    [InlineData("np-pa", "27447-80 @21", "191.01")]
    [InlineData("assistant-np-pa", "27447 @21", "191.01")]
    [InlineData("csw", "99213", "70.16")]
    [InlineData("cnm", "99213", "93.54")]
    [InlineData("astronaut", "99213", "-")]
    public void A_practitioner_is_paid_a_share_of_a_physicians_fee(string kind, string claim, string amount) =>
        Assert.Equal(amount, Shorthand.Amounts(mirror.Pricer.Price(Shorthand.Claim(claim, provider: new Provider { Zip = "60601", Kind = kind }))));

    [Fact]
    public void A_provider_who_does_not_participate_is_allowed_95_percent_and_may_charge_109_25()
    {
        var line = Assert.Single(mirror.Pricer.Price(Shorthand.Claim("64635", provider: new Provider { Zip = "60601", Participating = false })).Lines);
        Assert.Equal((415.90m, 478.29m), (line.Amount, line.LimitingCharge));
        Assert.Null(mirror.Pricer.Price(Shorthand.Claim("64635")).Lines[0].LimitingCharge);
    }

    [Fact]
    public void Deductible_coinsurance_and_sequestration_come_off_in_this_order()
    {
        // 437.79 − 100 = 337.79; 80 % = 270.23; 98 % = 264.83
        var line = Assert.Single(mirror.Pricer.Price(Shorthand.Claim("64635"), new PriceOptions { Deductible = 100, Coinsurance = true, Sequestration = true }).Lines);
        Assert.Equal([437.79m, 337.79m, 270.23m, 264.83m], line.Steps.Select(s => s.Amount));
        var test = mirror.Pricer.Price(Shorthand.Claim("80053", new DateOnly(2026, 7, 15)), new PriceOptions { Deductible = 100, Coinsurance = true, Sequestration = true });
        Assert.Equal(10.35m, test.Total); // 10.56 × 98 %
    }

    [Theory]
    // kind, rank, date, percent; null: no rate holds
    [InlineData("imaging-tc", 2, "2005-12-31", null)]
    [InlineData("imaging-tc", 2, "2010-06-30", 75.0)]
    [InlineData("imaging-tc", 2, "2010-07-01", 50.0)]
    [InlineData("imaging-pc", 2, "2011-12-31", null)]
    [InlineData("imaging-pc", 2, "2016-12-31", 75.0)]
    [InlineData("imaging-pc", 2, "2017-01-01", 95.0)]
    [InlineData("therapy-pe", 2, "2013-03-31", 80.0)]
    [InlineData("therapy-pe", 2, "2013-04-01", 50.0)]
    [InlineData("surgery-2", 3, "2025-10-15", 50.0)]
    [InlineData("surgery-2", 6, "2025-10-15", null)]
    [InlineData("surgery-1", 3, "1994-10-15", 25.0)]
    [InlineData("cardiovascular-tc", 2, "2025-10-15", 75.0)]
    [InlineData("ophthalmology-tc", 2, "2025-10-15", 80.0)]
    [InlineData("cnm", 0, "2010-12-31", 65.0)]
    [InlineData("sequestration", 0, "2021-06-01", null)]
    [InlineData("sequestration", 0, "2022-05-01", 1.0)]
    [InlineData("sequestration", 0, "2025-10-15", 2.0)]
    public void A_rate_is_that_of_its_date(string kind, int rank, string on, double? percent) =>
        Assert.Equal((decimal?)percent, new PaymentRates(mirror.Pricer.Book).Of(kind, DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture), rank)?.Percent);

    [Theory]
    [InlineData("", 60, "-")]
    [InlineData("AA", 60, "188.76")] // (5 + 60 ÷ 15 = 4) × 20.9733
    [InlineData("QK", 60, "94.38")]
    [InlineData("QZ", 67, "199.25")] // 67 ÷ 15 = 4.5 units
    [InlineData("AD", 60, "62.92")] // three base units
    public void Anaesthesia_is_base_units_and_time(string modifier, int minutes, string amount)
    {
        // The base units are given here, as no release of the mirror holds them.
        var claim = new PricedClaim(
            new Claim { Lines = [new ClaimLine { Code = "00630", Modifiers = modifier.Length > 0 ? [modifier] : [], Minutes = minutes, Date = Shorthand.October }] }, new PriceBook(mirror.Pricer.Book), new PriceOptions());
        AnesthesiaSchedule.Price(claim, claim.Lines[0], 5, 20.9733m, []);
        Assert.Equal(amount, Shorthand.Amounts(claim.Result()));
    }
}
