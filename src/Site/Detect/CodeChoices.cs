using CodingAhead.Codes;
using CodingAhead.Text.Detect;

namespace CodingAhead.Site.Detect;

/// <summary>A code that may be meant instead.</summary>
/// <param name="Code">With its dot.</param>
/// <param name="Title">Its title on the date.</param>
/// <param name="Side"><c>right left bilateral</c> when only the side differs, else null.</param>
public sealed record OtherCode(string Code, string Title, string? Side);

/// <summary>What a coder may choose instead of a code that was found, in groups: the same on the other side, what would complete it, what else the words may mean, its siblings.</summary>
public static class CodeChoices
{
    private const int MostSiblings = 12;

    private static readonly string[] Sides = ["right", "left", "bilateral"];

    /// <summary>The groups that have any, each code once.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<OtherCode> Codes)> Of(Book book, DetectedCode code, DateOnly on)
    {
        if (!CodeKey.TryParse(CodeSet.Icd10Cm, code.Code, out var key)) return [];
        var seen = new HashSet<string>(StringComparer.Ordinal) { code.Code };
        var groups = new List<(string, IReadOnlyList<OtherCode>)>();
        Add("Side", OtherSides(book, key, code.Title, on));
        Add("To complete it", code.Missing.SelectMany(m => m.Choices).Select(c => new OtherCode(c.Code, c.Title, null)));
        Add("Or meant", code.Alternatives.Select(a => CodeKey.TryParse(CodeSet.Icd10Cm, a, out var other) ? new OtherCode(a, Titles.Of(book, other, on), null) : null).OfType<OtherCode>());
        Add("Siblings", Siblings(book, key, on));
        return groups;

        void Add(string name, IEnumerable<OtherCode> codes)
        {
            var list = codes.Where(c => seen.Add(c.Code)).ToList();
            if (list.Count > 0) groups.Add((name, list));
        }
    }

    // The side is one character of the fifth or sixth place, and the titles differ in its word alone.
    private static IEnumerable<OtherCode> OtherSides(Book book, CodeKey key, string title, DateOnly on)
    {
        if (key.Code.Length < 5) yield break;
        var plain = WithoutSide(title);
        foreach (var other in book.KeysUnder(CodeKey.Of(CodeSet.Icd10Cm, key.Code.AsSpan(0, 4))))
        {
            if (other == key || other.Code.Length != key.Code.Length || key.Code.Length == 7 && other.Code[6] != key.Code[6] || !IsBillable(book, other, on)) continue;
            var text = Titles.Of(book, other, on);
            if (WithoutSide(text) != plain || text == title) continue;
            yield return new OtherCode(other.Display, text, Array.Find(Sides, s => Words(text).Contains(s)));
        }
    }

    private static IEnumerable<OtherCode> Siblings(Book book, CodeKey key, DateOnly on)
    {
        if (key.Code.Length < 4) return [];
        return book.KeysUnder(CodeKey.Of(CodeSet.Icd10Cm, key.Code.AsSpan(0, key.Code.Length - 1))).Where(k => k != key && IsBillable(book, k, on)).Take(MostSiblings).Select(k => new OtherCode(k.Display, Titles.Of(book, k, on), null));
    }

    private static bool IsBillable(Book book, CodeKey key, DateOnly on) => book.Find(key, on).Status == CodeStatus.Active && Titles.Billable(book, key, on);

    private static string WithoutSide(string title) => string.Join(' ', Words(title).Where(w => w != "unspecified" && !Sides.Contains(w)));

    private static string[] Words(string title) => title.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
