using CodingAhead.Codes.Fees;

namespace CodingAhead.Site.Localities;

/// <summary>Where a service is furnished, as addresses name it: <c>?zip=60601</c>, or <c>?mac=06102&amp;locality=16</c>.</summary>
public static class PlaceQuery
{
    /// <summary>The query parameters, for the cache: each changes the answer.</summary>
    public static readonly string[] Keys = ["zip", "mac", "locality"];

    /// <summary>The place asked for; null when none was.</summary>
    public static Place? Of(HttpRequest request) => Place.Of(request.Query["zip"], request.Query["mac"], request.Query["locality"]);

    /// <summary>The parameters that say it again; none for a text that is no place.</summary>
    public static IEnumerable<(string Name, string Value)> Keep(Place? place) => place switch
    {
        null or { Error: not null } => [],
        { Zip: { } zip } => [("zip", place.PlusFour is { } four ? $"{zip}-{four}" : zip)],
        _ => [("mac", place.Mac!), ("locality", place.Number!)],
    };
}
