namespace CodingAhead.Codes.Page;

/// <summary>One way to complete a heading, or to change one thing about a code: its side, its seventh character.</summary>
/// <param name="Axis"><c>laterality</c> (side), <c>seventhCharacter</c>, or <c>specificity</c> (a finer code below a heading).</param>
/// <param name="Value"><c>right left bilateral unspecified</c> for a side; else the characters that are added or changed.</param>
/// <param name="Label">What it means.</param>
/// <param name="Code">The code that results.</param>
/// <param name="Billable">May stand on a claim: false when the choice leads to another heading.</param>
/// <param name="Current">It is the code of the page.</param>
public sealed record Choice(string Axis, string Value, string Label, string Code, bool Billable, bool Current);

/// <summary>
/// What a heading of ICD-10-CM lacks and the codes to choose from; for a code, the same condition on the other side or in another encounter. The seventh characters are those
/// the order file lists, named by the tabular list's definition; a side is found from the titles of codes in the same subcategory that differ in the side alone.
/// </summary>
internal static class ChoicesSection
{
    /// <summary>The choices, and in a sentence what the heading lacks.</summary>
    public static (List<Choice> Choices, string? Missing) Of(PageReader page)
    {
        var list = new List<Choice>();
        if (page.Key.Set != CodeSet.Icd10Cm) return (list, null);
        var names = TabularSection.SeventhCharacters(page).GroupBy(c => c.Character).ToDictionary(g => g.Key, g => g.First().Label, StringComparer.Ordinal);
        if (Titles.Billable(page.Book, page.Key, page.At))
        {
            Sides(page, page.Key, list);
            if (page.Key.Code.Length == 7) Sevenths(page, page.Key.Code[..6], names, list);
            // Where the seventh characters are the sides, the titles lead to the same codes.
            list = [.. list.DistinctBy(c => (c.Axis, c.Code))];
            // A code that is alone on its axis leaves no choice.
            list.RemoveAll(c => list.Count(o => o.Axis == c.Axis) < 2);
            return (list, null);
        }

        var children = HierarchySection.Children(page);
        if (children.Count == 0) return (list, null);
        if (children.TrueForAll(c => c.Code.Length == 7))
        {
            foreach (var stem in children.Select(c => c.Code[..6]).Distinct()) Sevenths(page, stem, names, list);
            return (list, Seventh(page.Key.Code, children[0].Code));
        }

        var sides = children.ConvertAll(c => (Key: c, Title: Title(page, c)));
        var first = sides.Select(s => Side.Of(s.Title)).FirstOrDefault(s => s.Value is "right" or "left");
        var members = first.Value is null ? [] : sides.Where(s => Side.IsAlike(s.Title, first.Words, out _)).ToList();
        if (members.Count == sides.Count && members.Count > 1)
        {
            foreach (var (key, title) in sides)
            {
                Side.IsAlike(title, first.Words, out var side);
                list.Add(new Choice("laterality", side, side, key.Display, Titles.Billable(page.Book, key, page.At), false));
            }

            return (list, names.Count > 0 ? "The side is missing, then a seventh character." : "The side is missing.");
        }

        foreach (var (key, title) in sides) list.Add(new Choice("specificity", key.Code[page.Key.Code.Length..], title, key.Display, Titles.Billable(page.Book, key, page.At), false));
        return (list, "More detail is missing: choose one of the codes below.");
    }

    private static string Seventh(string heading, string code)
    {
        var filled = code[heading.Length..6];
        return filled.Length == 0 ? "A seventh character is missing."
            : $"A seventh character is missing; the placeholder {filled} stands between {CodeKey.Written(CodeSet.Icd10Cm, heading)} and it.";
    }

    private static void Sevenths(PageReader page, string stem, Dictionary<string, string> names, List<Choice> list)
    {
        // The characters of some headings are sides themselves: E11.321 asks for 1 right eye, 2 left eye, 3 bilateral, 9 unspecified.
        foreach (var key in page.Book.KeysUnder(CodeKey.Of(CodeSet.Icd10Cm, stem)))
        {
            if (key.Code.Length != 7 || !page.IsListed(key)) continue;
            var character = key.Code[6..];
            var label = names.GetValueOrDefault(character) ?? Title(page, key);
            var side = Side.Of(label);
            var (axis, value) = side is { Value: not null, Words.Count: 0 } ? ("laterality", side.Value) : ("seventhCharacter", character);
            list.Add(new Choice(axis, value, label, key.Display, Titles.Billable(page.Book, key, page.At), key == page.Key));
        }
    }

    // The codes of the same length and seventh character, two characters up, whose titles name the same but for the side; of several with the same side the one that differs
    // from the page's code in the fewest characters.
    private static void Sides(PageReader page, CodeKey key, List<Choice> list)
    {
        var (code, title) = (key.Code, Title(page, key));
        if (code.Length < 5 || Side.Of(title) is not { Value: not null } own) return;
        var body = code.Length == 7 ? 6 : code.Length;
        var members = new SortedDictionary<string, (CodeKey Key, int Distance)>(StringComparer.Ordinal);
        foreach (var other in page.Book.KeysUnder(CodeKey.Of(CodeSet.Icd10Cm, code.AsSpan(0, Math.Max(3, body - 2)))))
        {
            var candidate = other.Code;
            if (candidate.Length != code.Length && (code.Length == 7 || candidate.Length is < 4 or > 6) || code.Length == 7 && candidate[6] != code[6] || !page.IsListed(other)) continue;
            var words = Title(page, other);
            var alike = Side.IsAlike(words, own.Words, out var side);
            if (!alike || other != key && !Titles.Billable(page.Book, other, page.At)) continue;
            var distance = other == key ? -1 : Distance(code, candidate);
            if (!members.TryGetValue(side, out var known) || distance < known.Distance) members[side] = (other, distance);
        }

        if (!members.Keys.Any(s => s is "right" or "left")) return;
        foreach (var (side, member) in members.OrderBy(m => Array.IndexOf(Side.Order, m.Key)))
            list.Add(new Choice("laterality", side, side, member.Key.Display, true, member.Key == key));
    }

    private static int Distance(string a, string b)
    {
        var n = Math.Abs(a.Length - b.Length);
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++) n += a[i] == b[i] ? 0 : 1;
        return n;
    }

    private static string Title(PageReader page, CodeKey key) => Titles.Of(page.Book, key, page.At);
}
