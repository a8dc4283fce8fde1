using System.Collections.Concurrent;
using CodingAhead.Codes;
using CodingAhead.Codes.Fees;

namespace CodingAhead.Claims.Payment;

/// <summary>A part of a service that has a row of its own in the relative value file.</summary>
internal enum ServicePart : byte
{
    Whole,
    Professional,
    Technical,
    Discontinued,
}

/// <summary>The physician fees of one place on one date, each worked out once. Thread-safe.</summary>
internal sealed class PlacePrices(PriceBook prices, Located? located, DateOnly on)
{
    private readonly Book book = prices.Book;
    private readonly ConcurrentDictionary<(CodeKey, ServicePart, FeeSetting, bool), UnitFee> fees = new();

    /// <summary>Why a place has no local amount; null when it has.</summary>
    public string? Unknown { get; } = located is null ? "Neither a ZIP code nor a contractor with locality is given, and the national amount is never put in a locality's place." : located.Because;

    /// <summary>The ZIP code spans localities and its last four digits were not given.</summary>
    public bool Spans { get; } = located?.Zip?.Spans == true;

    /// <summary>Two letters; null when not known.</summary>
    public string? State { get; } = located?.Zip?.State ?? located?.Locality?.State;

    public Locality? At { get; } = located?.Locality;

    public Proof? ZipProof { get; } = located?.Zip is { } zip ? new Proof(zip.Source, zip.Stale) : null;

    /// <summary>The fee of one unit; a fee without amount says why.</summary>
    public UnitFee Fee(CodeKey key, ServicePart part, FeeSetting setting, bool qualifying)
    {
        if (fees.TryGetValue((key, part, setting, qualifying), out var known)) return known;
        prices.Keeps();
        return fees[(key, part, setting, qualifying)] = Make(key, part, setting, qualifying);
    }

    private UnitFee Make(CodeKey key, ServicePart part, FeeSetting setting, bool qualifying)
    {
        var modifier = part switch { ServicePart.Professional => "26", ServicePart.Technical => "TC", ServicePart.Discontinued => "53", _ => null };
        RelativeValues? values = null;
        var listed = false;
        foreach (var v in PhysicianFees.Listed(book, key, on))
        {
            listed = true;
            if (v.Modifier == modifier && (v.Variant is null || v.Variant == (qualifying ? "qpp" : "nonqpp"))) values = v;
        }

        if (values is null) return new UnitFee(listed ? $"The relative value file has no row of {key.Display} for the part {modifier}, so the part has no fee." : "", null, []);
        var proof = new Proof(values.Row.Source, values.Row.Stale);
        if (values.NotPriced is { } why)
        {
            var cap = At is not null && values.Status == "C" ? PhysicianFees.ContractorCap(book, key, modifier, At, on) : null;
            return new UnitFee(
                cap is { } c ? $"{why} It may not exceed {c[setting == FeeSetting.Facility ? "facilityPrice" : "nonFacilityPrice"]}, the outpatient cap." : why,
                values, cap is { } row ? [proof, new Proof(row.Source, row.Stale)] : [proof]);
        }

        if (At is null) return new UnitFee(Unknown!, values, [proof]);
        if (PhysicianFees.At(values, At, setting) is not { } fee) return new UnitFee("The relative value file has no units for this setting.", values, [proof]);

        // CMS's own amount of the quarter counts where the units loaded are of an earlier edition.
        FeeRow? published = null;
        if (values.Row.Stale)
        {
            foreach (var row in PhysicianFees.Published(book, key, At, on))
            {
                if (row.Text("modifier") == modifier && (row.Text("variant") is not { } variant || variant == (qualifying ? "qp" : "nonqp"))) published = row;
            }
        }

        Proof[] proofs = published is { } official ? [new Proof(official.Source, false)] : [proof, new Proof(At.Source, At.Stale)];
        if (ZipProof is { } zip) proofs = [.. proofs, zip];
        var splits = part == ServicePart.Whole && values.Row["pctc"] == "1";
        return new UnitFee(key, modifier, setting, At, values, fee, published, proofs)
        {
            Technical = splits ? Priced(ServicePart.Technical) : null,
            Professional = splits ? Priced(ServicePart.Professional) : null,
        };

        UnitFee? Priced(ServicePart p) => Fee(key, p, setting, qualifying) is { NotPriced: null } f ? f : null;
    }
}
