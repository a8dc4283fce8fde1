using System.Globalization;
using System.Text.Json;

namespace CodingAhead.Claims.Fhir;

/// <summary>An element of a resource and its FHIRPath.</summary>
internal readonly struct FhirNode(JsonElement element, string path)
{
    public string Path => path;

    /// <summary>It is there.</summary>
    public bool Exists => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>A child; one that does not exist where there is none.</summary>
    public FhirNode this[string name]
    {
        get
        {
            if (!Exists) return new FhirNode(default, $"{path}.{name}");
            if (element.ValueKind != JsonValueKind.Object) throw Unfit("an object");
            return new FhirNode(element.TryGetProperty(name, out var child) ? child : default, $"{path}.{name}");
        }
    }

    /// <summary>The elements of a list; none where it does not exist.</summary>
    public IEnumerable<FhirNode> Each(int most = int.MaxValue)
    {
        if (!Exists) yield break;
        if (element.ValueKind != JsonValueKind.Array) throw Unfit("a list");
        var i = 0;
        foreach (var one in element.EnumerateArray())
        {
            if (i == most) throw Unfit(string.Create(CultureInfo.InvariantCulture, $"at most {most} elements"));
            yield return new FhirNode(one, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"));
        }
    }

    public FhirNode First() => Each().FirstOrDefault(new FhirNode(default, path + "[0]"));

    public string? Text() => !Exists ? null : element.ValueKind == JsonValueKind.String ? element.GetString() : throw Unfit("a text");

    public string Text(Func<string, bool> fits, string expected) => Text() is { } text && fits(text) ? text : throw Unfit(expected);

    public decimal? Number() => !Exists ? null : element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number : throw Unfit("a number");

    public int Whole() => Exists && element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : throw Unfit("a whole number");

    /// <summary>The day of a date or of a dateTime.</summary>
    public DateOnly? Date() => Text() is not { } text ? null
        : (text.Length == 10 || text.Length > 10 && text[10] == 'T') && Allowed.TryDate(text.AsSpan(0, 10), out var date) ? date
        : throw Unfit(Allowed.Date);

    /// <summary>The code of a CodeableConcept in one of the systems, else one that names no system; null when it has none.</summary>
    public string? Code(params ReadOnlySpan<string> systems)
    {
        string? without = null;
        foreach (var coding in this["coding"].Each())
        {
            var (system, code) = (coding["system"].Text(), coding["code"].Text());
            if (system is null) without ??= code;
            else if (systems.Contains(system)) return code;
        }

        return without;
    }

    public UnfitException Unfit(string expected) => new($"{path}: expected {expected}.");

    /// <summary>The element itself.</summary>
    public JsonElement Element => element;
}
