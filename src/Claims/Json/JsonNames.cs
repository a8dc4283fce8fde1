using System.Text;

namespace CodingAhead.Claims.Json;

/// <summary>The fields that an object of a claim may have. docs/claim.schema.json lists the same.</summary>
internal sealed class JsonNames
{
    public static readonly JsonNames Claim = new("id", "setting", "patient", "provider", "diagnoses", "lines", "history", "place", "remarks");
    public static readonly JsonNames Patient = new("sex", "birthDate", "mbi");
    public static readonly JsonNames Provider = new("npi", "zip", "mac", "locality", "participating", "kind", "qp", "specialty", "state");
    public static readonly JsonNames Line = new("code", "modifiers", "units", "charge", "date", "to", "pos", "dx", "minutes", "ndc");
    public static readonly JsonNames Prior = new("code", "modifiers", "date", "provider");
    public static readonly JsonNames Place = new("file", "segment");

    private JsonNames(params string[] all)
    {
        All = all;
        Utf8 = [.. all.Select(Encoding.UTF8.GetBytes)];
        Expected = "no other field than " + string.Join(", ", all);
    }

    public string[] All { get; }

    public byte[][] Utf8 { get; }

    public string Expected { get; }
}
