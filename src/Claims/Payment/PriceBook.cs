using System.Collections.Concurrent;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;
using CodingAhead.Codes.Import;

namespace CodingAhead.Claims.Payment;

/// <summary>What a place of service means for the amount.</summary>
internal sealed record PlaceOfService(FeeSetting Setting, Proof Proof);

/// <summary>What schedules other than the physicians' say of a code on a date.</summary>
internal sealed class OtherFees(Book book, CodeKey key, DateOnly on)
{
    public IReadOnlyList<LaboratoryFee> Laboratory { get; } = LaboratoryFees.Of(book, key, on);

    public IReadOnlyList<EquipmentFee> Equipment { get; } = EquipmentFees.Of(book, key, on);

    public DrugFee? Drug { get; } = DrugFees.Of(book, key, on);

    public HospitalFee? Hospital { get; } = HospitalFees.Of(book, key, on);

    public AscFee? Centre { get; } = AscFees.Of(book, key, on);

    public (decimal Units, FeeRow Row)? BaseUnits { get; } = AnesthesiaFees.BaseUnits(book, key, on);
}

/// <summary>Everything of a book that prices ask for again and again, each worked out once: rates, places, fees. Bounded and thread-safe.</summary>
internal sealed class PriceBook(Book book)
{
    // What is kept stays below some 60 MB, also for a file with every code at every place on every date: a part that is full is begun anew.
    private const int Most = 16_384;
    private const int MostFees = 32_768;

    private int fees;

    private readonly ConcurrentDictionary<(string? Zip, string? Mac, string? Locality, DateOnly On), PlacePrices> places = new();
    private readonly ConcurrentDictionary<(string Pos, DateOnly On), PlaceOfService?> settings = new();
    private readonly ConcurrentDictionary<(CodeKey, DateOnly), OtherFees> others = new();
    private readonly ConcurrentDictionary<(CodeKey, DateOnly), AnesthesiaFactor?> factors = new();

    public Book Book => book;

    public PaymentRates Rates { get; } = new(book);

    public PlacePrices At(Provider provider, DateOnly on)
    {
        var key = (provider.Zip, provider.Mac, provider.Locality, on);
        if (places.TryGetValue(key, out var known)) return known;
        if (places.Count >= Most) places.Clear();
        var place = Place.Of(provider.Zip, provider.Mac, provider.Locality);
        var prices = new PlacePrices(this, place is null ? null : Localities.Find(book, place, on), on);
        // What is no place is not kept: its text may be of any length.
        return place?.Error is null ? places.GetOrAdd(key, prices) : prices;
    }

    /// <summary>Counts a fee that a place keeps; when there are too many, all places are forgotten.</summary>
    public void Keeps()
    {
        if (Interlocked.Increment(ref fees) < MostFees) return;
        Interlocked.Exchange(ref fees, 0);
        places.Clear();
    }

    /// <summary>Facility or not; null when the place of service is none, or no file says.</summary>
    public PlaceOfService? SettingOf(string? pos, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(pos) || pos.Length > 2) return null;
        if (settings.TryGetValue((pos, on), out var known)) return known;
        if (settings.Count >= Most) settings.Clear();
        return settings[(pos, on)] = Read(pos, on);
    }

    public OtherFees Others(CodeKey key, DateOnly on)
    {
        if (others.TryGetValue((key, on), out var known)) return known;
        if (others.Count >= Most) others.Clear();
        return others.GetOrAdd((key, on), static (k, b) => new OtherFees(b, k.Item1, k.Item2), book);
    }

    public AnesthesiaFactor? AnesthesiaAt(Locality at, DateOnly on)
    {
        var key = (at.Key, on);
        if (factors.TryGetValue(key, out var known)) return known;
        if (factors.Count >= Most) factors.Clear();
        return factors[key] = AnesthesiaFees.At(book, at, on);
    }

    private PlaceOfService? Read(string pos, DateOnly on)
    {
        if (!CodeKey.TryParse(CodeSet.Pos, pos, out var key)) return null;
        foreach (var table in book.Tables)
        {
            if (table.Name != StarterImporter.Place.Name) continue;
            foreach (var row in book.Rows(key, table, on))
            {
                if (row["setting"] is "facility") return new PlaceOfService(FeeSetting.Facility, new Proof(row.Sources[^1], false));
                if (row["setting"] is "non-facility") return new PlaceOfService(FeeSetting.NonFacility, new Proof(row.Sources[^1], false));
            }
        }

        return null;
    }
}
