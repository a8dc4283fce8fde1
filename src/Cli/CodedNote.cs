using System.Text.Json;
using CodingAhead.Codes;

namespace CodingAhead.Cli;

/// <summary>A note with the codes it should have.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Slice">What it tests: the part of its category, or nothing.</param>
/// <param name="Inpatient">Coded under the inpatient rules.</param>
/// <param name="Text">The note.</param>
/// <param name="Must">Codes it must have.</param>
/// <param name="AnyOf">Of each group one.</param>
/// <param name="May">Tolerated beginnings; a star stands for any ending.</param>
/// <param name="Forbid">Beginnings it must not have.</param>
/// <param name="FirstListed">The code that goes first; null when not said.</param>
/// <param name="Denied">Whether codes that the note denies may be among <paramref name="Must"/> and are to be left out.</param>
internal sealed record CodedNote(
    string Id, string Slice, bool Inpatient, string Text, IReadOnlyList<string> Must, IReadOnlyList<IReadOnlyList<string>> AnyOf, IReadOnlyList<string> May, IReadOnlyList<string> Forbid, string? FirstListed, bool Denied)
{
    /// <summary>Where the label says that the note speaks of a code: UTF-16 <c>[Start, End)</c>; empty when it does not say.</summary>
    public IReadOnlyDictionary<string, (int Start, int End)> Spans { get; init; } = new Dictionary<string, (int, int)>();

    public static CodedNote Of(JsonElement e)
    {
        var plain = e.TryGetProperty("codes", out var codes);
        var text = (e.TryGetProperty("text", out var t) ? t : e.GetProperty("text_en")).GetString() ?? "";
        IReadOnlyList<string> must = plain ? Strings(codes) : Keys(e.TryGetProperty("expect", out var expect) ? expect : e.GetProperty("must"));
        return new CodedNote(
            e.TryGetProperty("id", out var id) ? id.ToString() : "", e.TryGetProperty("category", out var category) ? category.GetString() ?? "" : "", e.TryGetProperty("setting", out var setting) && setting.GetString() == "inpatient" || plain, text, must,
            e.TryGetProperty("any_of", out var any) ? [.. any.EnumerateArray().Select(Strings)] : [], e.TryGetProperty("may", out var may) ? Strings(may) : [], e.TryGetProperty("forbid", out var forbid) ? Strings(forbid) : [],
            e.TryGetProperty("first_listed", out var first) && first.ValueKind == JsonValueKind.String ? first.GetString() : null, plain)
        {
            Spans = e.TryGetProperty("evidence_spans", out var spans) || e.TryGetProperty("spans", out spans) ? SpansOf(spans) : new Dictionary<string, (int, int)>(),
        };
    }

    /// <summary>The note with codes that are in force on a date: of one that is not, any of its successors will do, or of one that became a heading any code under it.</summary>
    public CodedNote On(Book book, DateOnly date)
    {
        if (!Denied) return this;
        var (must, any) = (new List<string>(), new List<IReadOnlyList<string>>());
        foreach (var code in Must)
        {
            if (!CodeKey.TryParse(CodeSet.Icd10Cm, code, out var key)) continue;
            var found = book.Find(key, date);
            if (found.Status == CodeStatus.Active && Titles.Billable(book, key, date)) { must.Add(code); continue; }
            IReadOnlyList<string> next = [.. found.Successors.Select(s => s.Display), .. found.Status == CodeStatus.Active ? book.KeysUnder(key).Select(k => k.Display) : []];
            if (next.Count > 0) any.Add(next);
            else must.Add(code);
        }

        return this with { Must = must, AnyOf = any };
    }

    /// <summary>Whether a code is one of some beginnings.</summary>
    public static bool Matches(IReadOnlyList<string> patterns, string code) =>
        patterns.Any(p => p.EndsWith('*') ? code.StartsWith(p[..^1], StringComparison.Ordinal) : p == code);

    private static Dictionary<string, (int, int)> SpansOf(JsonElement e)
    {
        var spans = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        if (e.ValueKind != JsonValueKind.Object) return spans;
        foreach (var p in e.EnumerateObject())
        {
            if (p.Value.ValueKind == JsonValueKind.Array && p.Value.GetArrayLength() == 2 && p.Value[0].ValueKind == JsonValueKind.Number) spans[p.Name] = (p.Value[0].GetInt32(), p.Value[1].GetInt32());
        }

        return spans;
    }

    private static IReadOnlyList<string> Strings(JsonElement e) => e.ValueKind == JsonValueKind.Array ? [.. e.EnumerateArray().Select(v => v.GetString() ?? "")] : [];

    private static IReadOnlyList<string> Keys(JsonElement e) => e.ValueKind == JsonValueKind.Object ? [.. e.EnumerateObject().Select(p => p.Name)] : Strings(e);
}
