using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Tests.Fees;

/// <summary>The physician fee schedule of RVU25D: national amounts, localities, the outpatient cap, and CMS's own amounts as the judge.</summary>
[Collection(nameof(MirrorBook))]
public sealed class PhysicianFeesTests(MirrorBook mirror)
{
    private static readonly DateOnly October = new(2025, 10, 15);

    [Theory]
    [InlineData("64635", null, FeeSetting.NonFacility, 420.50)] // 13.00 × 32.3465
    [InlineData("64635", null, FeeSetting.Facility, 186.64)] // 5.77 × 32.3465
    [InlineData("99213", null, FeeSetting.NonFacility, 88.95)] // 2.75 × 32.3465 = 88.952875
    [InlineData("70553", "26", FeeSetting.NonFacility, 104.80)] // 3.24 × 32.3465 = 104.80266
    [InlineData("70553", "TC", FeeSetting.NonFacility, 209.28)] // 6.47 × 32.3465 = 209.281855
    [InlineData("45378", "53", FeeSetting.Facility, 88.95)] // 2.75 × 32.3465
    public void National_amounts_are_the_total_times_the_conversion_factor(string code, string? modifier, FeeSetting setting, double amount) =>
        Assert.Equal((decimal)amount, PhysicianFees.National(Values(code, modifier), setting)!.Amount);

    [Fact]
    public void The_product_of_the_factors_is_the_amount_of_other_years_too()
    {
        // A value seen elsewhere: 13.92 units at 33.4009 printed as 480.9.
        Assert.Equal(464.94m, Cents.Round(13.92m * 33.4009m));
        Assert.Equal(2.68m, Cents.Round(2.675m));
        Assert.Equal(2.67m, Cents.Round(2.6749999m));
    }

    [Theory]
    [InlineData("64635", "06102", "16", FeeSetting.NonFacility, 437.79, 415.90, 478.29)]
    [InlineData("64635", "06102", "16", FeeSetting.Facility, 198.55, 188.62, 216.92)]
    [InlineData("64635", "10112", "00", FeeSetting.NonFacility, 376.73, 357.89, 411.58)] // Alabama: work 1.0, practice 0.869, malpractice 0.575
    [InlineData("64635", "02102", "01", FeeSetting.Facility, 242.17, 230.06, 264.57)] // Alaska: work 1.5, practice 1.081, malpractice 0.592
    public void A_locality_weights_each_kind_of_unit_and_the_charges_follow(string code, string mac, string number, FeeSetting setting, double amount, double nonParticipating, double limiting)
    {
        var fee = PhysicianFees.At(Values(code, null), Localities.Of(mirror.Book, mac, number, October)!, setting)!;
        Assert.Equal(((decimal)amount, (decimal)nonParticipating, (decimal)limiting), (fee.Amount, fee.NonParticipating, fee.LimitingCharge));
    }

    [Fact]
    public void The_arithmetic_is_written_out() => Assert.Equal(
        "(3.32×1.007 + 9.39×1.023 + 0.29×2.018) × 32.3465 = 437.79",
        PhysicianFees.At(Values("64635", null), Localities.Of(mirror.Book, "06102", "16", October)!, FeeSetting.NonFacility)!.How);

    [Theory]
    [InlineData("70496", null, 257.80, 272.36)] // the outpatient units are lower
    [InlineData("70496", "26", 79.57, null)] // the reading has no cap
    [InlineData("70553", null, 314.08, null)] // the outpatient units are higher
    public void Imaging_pays_the_lower_of_relative_values_and_outpatient_cap(string code, string? modifier, double amount, double? uncapped)
    {
        var fee = PhysicianFees.National(Values(code, modifier), FeeSetting.NonFacility)!;
        Assert.Equal(((decimal)amount, (decimal?)uncapped), (fee.Amount, fee.Uncapped));
    }

    [Fact]
    public void Every_revised_amount_that_CMS_published_for_2025_follows_to_the_cent()
    {
        // PFREV25C and PFREV4 as they lie in the mirror, repeated records included: an independent computation by CMS.
        var (amounts, wrong) = (0, new List<string>());
        foreach (var file in new[] { "PFREV25C.txt", "PFREV4.txt" })
        {
            foreach (var line in File.ReadLines(Path.Combine(Mirror.Require(), "pfs", "revisions", file)))
            {
                var c = line.Split(',').Select(f => f.Trim('"', ' ')).ToArray();
                if (c.Length != 16) continue;
                amounts++;
                var at = Localities.Of(mirror.Book, c[1], c[2], October);
                var values = Values(c[3], c[4].Length > 0 ? c[4] : null);
                foreach (var (setting, expected) in new[] { (FeeSetting.NonFacility, c[5]), (FeeSetting.Facility, c[6]) })
                {
                    if (at is null || PhysicianFees.At(values, at, setting)?.Amount != decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)) wrong.Add($"{file} {c[3]} {c[1]}-{c[2]} {setting}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(1_635, amounts);
    }

    [Fact]
    public void The_capped_amounts_of_every_locality_are_those_of_OPPSCAP()
    {
        // CMS lists exactly the rows in which the cap is the lower one. Localities of the file that the indices lack (six of California's) cannot be computed.
        var listed = new HashSet<string>();
        var computed = new HashSet<string>();
        var codes = new HashSet<string>();
        foreach (var line in File.ReadLines(Path.Combine(Mirror.Require(), "pfs", "2025D", "OPPSCAP_Oct.csv")).Skip(1))
        {
            var c = line.Split(',').Select(f => f.Trim()).ToArray();
            if (c.Length != 7 || c[2] != "A") continue;
            codes.Add(c[0]);
            if (Localities.Of(mirror.Book, c[3].PadLeft(5, '0'), c[4].PadLeft(2, '0'), October) is { } at) listed.Add($"{c[0]} {c[1]} {at.Key.Code} {c[5]} {c[6]}");
        }

        foreach (var code in codes)
        {
            foreach (var values in PhysicianFees.Listed(mirror.Book, Key(code), October))
            {
                foreach (var at in Localities.All(mirror.Book, October))
                {
                    if (PhysicianFees.At(values, at, FeeSetting.NonFacility) is { Uncapped: not null } n && PhysicianFees.At(values, at, FeeSetting.Facility) is { } f)
                        computed.Add(FormattableString.Invariant($"{code} {values.Modifier} {at.Key.Code} {f.Amount} {n.Amount}"));
                }
            }
        }

        Assert.Empty(listed.Except(computed).Take(5));
        Assert.Empty(computed.Except(listed).Take(5));
        Assert.Equal(6_322, listed.Count);
    }

    [Theory]
    [InlineData("0633T", "Status C")]
    [InlineData("80053", "Status X")]
    [InlineData("00630", "Status J")]
    [InlineData("G0260", "Status E")]
    public void A_status_that_relative_values_do_not_pay_says_so_and_has_no_amount(string code, string because)
    {
        var values = Values(code, null);
        Assert.StartsWith(because, values.NotPriced, StringComparison.Ordinal);
        Assert.Null(PhysicianFees.National(values, FeeSetting.NonFacility));
        Assert.Null(PhysicianFees.At(values, Localities.Of(mirror.Book, "06102", "16", October)!, FeeSetting.Facility));
    }

    [Fact]
    public void Only_status_A_R_and_T_have_amounts() => Assert.All(
        mirror.Book.Keys(CodeSet.Cpt).Concat(mirror.Book.Keys(CodeSet.Hcpcs)).SelectMany(k => PhysicianFees.Listed(mirror.Book, k, October)),
        v => Assert.True(v.Status is "A" or "R" or "T" || PhysicianFees.National(v, FeeSetting.NonFacility) is null, v.Status));

    [Fact]
    public void A_contractor_priced_image_names_the_cap_of_its_locality()
    {
        var at = Localities.Of(mirror.Book, "01112", "05", October)!;
        Assert.Equal(150.69m, PhysicianFees.ContractorCap(mirror.Book, Key("0633T"), "TC", at, October)!.Value.Dollars("facilityPrice"));
        Assert.Null(PhysicianFees.ContractorCap(mirror.Book, Key("0633T"), null, at, October));
    }

    [Fact]
    public void An_edition_answers_its_dates_a_later_date_stale_and_an_earlier_date_never()
    {
        Assert.Empty(PhysicianFees.Listed(mirror.Book, Key("64635"), new DateOnly(2025, 9, 30)));
        Assert.False(Assert.Single(PhysicianFees.Listed(mirror.Book, Key("64635"), new DateOnly(2025, 12, 31))).Row.Stale);
        Assert.True(Assert.Single(PhysicianFees.Listed(mirror.Book, Key("64635"), new DateOnly(2026, 5, 1))).Row.Stale);
    }

    [Fact]
    public void A_published_revision_counts_from_its_quarter_to_the_end_of_its_year()
    {
        var at = Localities.Of(mirror.Book, "01112", "05", October)!;
        Assert.Empty(PhysicianFees.Published(mirror.Book, Key("76145"), at, new DateOnly(2025, 6, 30)));
        Assert.Equal(1339.81m, Assert.Single(PhysicianFees.Published(mirror.Book, Key("76145"), at, October)).Dollars("nonFacilityFee"));
        var two = PhysicianFees.Published(mirror.Book, Key("21610"), at, new DateOnly(2026, 5, 1));
        Assert.Equal([("nonqp", 1337.33m), ("qp", 1344.00m)], two.Select(r => (r["variant"], r.Dollars("facilityFee")!.Value)).Order());
    }

    private RelativeValues Values(string code, string? modifier) => PhysicianFees.Listed(mirror.Book, Key(code), October).Single(v => v.Modifier == modifier);

    private static CodeKey Key(string code) => CodeKey.Of(char.IsAsciiLetter(code[0]) ? CodeSet.Hcpcs : CodeSet.Cpt, code);
}
