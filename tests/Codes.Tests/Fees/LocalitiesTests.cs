using CodingAhead.Codes.Fees;

namespace CodingAhead.Codes.Tests.Fees;

/// <summary>From a ZIP code to a locality, against CMS's ZIP5 files of 2025 Q4 and 2026 Q1 and the indices of 2025.</summary>
[Collection(nameof(MirrorBook))]
public sealed class LocalitiesTests(MirrorBook mirror)
{
    private static readonly DateOnly October = new(2025, 10, 15);

    [Theory]
    [InlineData("60601", "06102", "16", "IL", 1.007, 1.023, 2.018)]
    [InlineData("10001", "13202", "01", "NY", 1.065, 1.166, 1.656)]
    [InlineData("99501", "02102", "01", "AK", 1.5, 1.081, 0.592)]
    [InlineData("35203", "10112", "00", "AL", 1, 0.869, 0.575)]
    [InlineData("00901", "09202", "20", "PR", 1, 1.007, 0.982)]
    public void A_zip_code_has_a_contractor_a_locality_and_its_indices(string zip, string mac, string number, string state, double work, double practice, double malpractice)
    {
        var found = Localities.Find(mirror.Book, Place.OfZip(zip), October);
        Assert.Equal(PlaceStatus.Found, found.Status);
        var at = found.Locality!;
        Assert.Equal((mac, number, state), (at.Mac, at.Number, at.State));
        Assert.Equal(((decimal)work, (decimal)practice, (decimal)malpractice), (at.Work, at.PracticeExpense, at.Malpractice));
        Assert.True(at.WorkFloor);
        Assert.Equal("2025 Q4", found.Zip!.Source.File.Edition);
    }

    [Fact]
    public void An_unknown_zip_code_has_no_locality_and_is_never_the_nation()
    {
        var found = Localities.Find(mirror.Book, Place.OfZip("00000"), October);
        Assert.Equal((PlaceStatus.UnknownZip, null, null), (found.Status, found.Locality, found.Zip));
        Assert.DoesNotContain("00000", found.Because, StringComparison.Ordinal);
        Assert.Equal(PlaceStatus.UnknownLocality, Localities.Find(mirror.Book, Place.OfLocality("06102", "98"), October).Status);
    }

    [Fact]
    public void A_date_before_every_file_has_no_answer_and_one_after_them_a_stale_one()
    {
        Assert.Equal(PlaceStatus.NoEdition, Localities.Find(mirror.Book, Place.OfZip("60601"), new DateOnly(2025, 9, 30)).Status);
        var later = Localities.Find(mirror.Book, Place.OfZip("60601"), new DateOnly(2026, 11, 22));
        Assert.Equal((true, "2026 Q1", true), (later.Zip!.Stale, later.Zip.Source.File.Edition, later.Locality!.Stale));
    }

    [Fact]
    public void Every_zip_code_leads_to_a_locality_of_the_index_file()
    {
        var counts = Localities.ZipCodes(mirror.Book, October);
        Assert.Equal(42_956, counts.Values.Sum());
        Assert.Empty(counts.Keys.Except(Localities.All(mirror.Book, October).Select(l => l.Key.Code)));
        Assert.Equal(109, Localities.All(mirror.Book, October).Count);
    }

    [Theory]
    [InlineData("60601", null, null, "60601", null)]
    [InlineData(" 60601-1234 ", null, null, "60601", "1234")]
    [InlineData("606011234", null, null, "60601", "1234")]
    [InlineData(null, "06102", "16", null, null)]
    public void A_place_is_read(string? zip, string? mac, string? locality, string? five, string? four)
    {
        var place = Place.Of(zip, mac, locality)!;
        Assert.Equal((five, four, null), (place.Zip, place.PlusFour, place.Error));
        Assert.Equal(mac, place.Mac);
    }

    [Theory]
    [InlineData("6060", null, null)]
    [InlineData("abcde", null, null)]
    [InlineData("60601-", null, null)]
    [InlineData("６０６０１", null, null)] // digits of another script
    [InlineData(null, "06102", null)]
    [InlineData(null, "6102", "16")]
    [InlineData("60601", "06102", "16")]
    public void What_is_no_place_is_refused_without_repeating_it(string? zip, string? mac, string? locality)
    {
        var place = Place.Of(zip, mac, locality)!;
        Assert.NotNull(place.Error);
        Assert.Equal(PlaceStatus.Unreadable, Localities.Find(mirror.Book, place, October).Status);
        if (zip is "6060" or "abcde") Assert.DoesNotContain($"{zip} ", place.Error, StringComparison.Ordinal);
        Assert.Null(Place.Of(" ", null, ""));
    }
}
