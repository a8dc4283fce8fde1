using System.Text.Json.Nodes;

namespace CodingAhead.Codes.Page;

/// <summary>
/// Finds the differences of two pages in the shape of their JSON, so that a section added to the page is compared without a word here. Lists are paired by the
/// fields that name an item; what remains of one kind on either side is one thing that changed. Turning the two pages round turns every difference round.
/// </summary>
internal sealed class Differences(ComparedPage one, ComparedPage two)
{
    // Sections that are about other dates, or that pairs are compared for one by one.
    private static readonly HashSet<string> Without = new(StringComparer.Ordinal) { "history", "sources", "ptp", "trend", "siblings" };

    // Fields anywhere that follow from others, or say how the page was made rather than what the code is.
    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal) { "how", "edition", "stale", "copyright" };

    private static readonly string[] Places = ["nonFacility", "facility"];

    // Fields that name an item of a list, and fields of it that follow from those or belong to another code.
    private static readonly Dictionary<string, (string[] Named, string[] Left)> Lists = new(StringComparer.Ordinal)
    {
        ["indicators"] = (["name", "modifier"], ["label", "meaning", "stale"]),
        ["addOns"] = (["code"], ["title", "stale"]),
        ["primaries"] = (["code"], ["title", "stale"]),
        ["modifiers"] = (["code"], ["title"]),
        ["mue"] = (["setting"], ["meaning", "edition", "stale"]),
        ["rows"] = (["modifier", "variant"], []),
        ["schedules"] = (["schedule"], ["edition", "stale"]),
        ["lines"] = (["what"], ["how"]),
        ["choices"] = (["axis", "code"], ["label", "current", "billable", "value"]),
        ["notes"] = (["kind", "from", "text"], []),
        ["seventhCharacters"] = (["character"], []),
        ["characters"] = (["position"], []),
        ["parents"] = (["set", "code"], ["title"]),
        ["children"] = (["set", "code"], ["title", "billable"]),
        ["index"] = (["book", "path"], []),
        ["crosswalks"] = (["kind", "set", "code"], ["title", "stale"]),
    };

    private static readonly string[] Naming = ["kind", "set", "code", "id", "name", "modifier", "variant", "setting", "mac", "locality", "character", "text"];

    private readonly List<ComparedSection> sections = [];
    private readonly List<Difference> differences = [];
    private readonly SortedSet<string> unloaded = new(StringComparer.Ordinal);

    public ComparedPage One => one;

    public ComparedPage Two => two;

    public IReadOnlyList<ComparedSection> Sections => sections;

    /// <summary>Compares every field of the pages, section by section.</summary>
    public void Fields()
    {
        foreach (var field in (string[])["status", "validFrom", "validTo", "successors", "billable"]) Compare(field, FieldWords.Of(field), one.Json[field], two.Json[field], null, null);
        Close("status", "Status");
        foreach (var section in one.Json.Select(f => PageSections.Of(f.Key)).OfType<PageSection>().DistinctBy(s => s.Id).OrderBy(Position))
        {
            foreach (var field in section.Fields.Where(f => !Without.Contains(f))) Compare(field, one.Json[field] is JsonValue || two.Json[field] is JsonValue ? FieldWords.Of(field) : "", one.Json[field], two.Json[field], null, null);
            Close(section.Id, section.Name);
        }
    }

    /// <summary>Adds a difference to the section under way.</summary>
    public void Add(Difference difference) => differences.Add(difference);

    /// <summary>Ends a section; one without a difference or a note is left out.</summary>
    public void Close(string id, string name, string? note = null)
    {
        if (unloaded.Count > 0) note = string.Join(' ', new[] { note, $"Not compared, as no edition of both dates is loaded: {string.Join(", ", unloaded)}." }.Where(n => n is not null));
        if (differences.Count > 0 || note is not null) sections.Add(new ComparedSection(id, name, [.. differences], note));
        differences.Clear();
        unloaded.Clear();
    }

    private static int Position(PageSection section)
    {
        for (var i = 0; i < PageSections.All.Count; i++)
        {
            if (PageSections.All[i].Id == section.Id) return i;
        }

        return PageSections.All.Count;
    }

    private void Compare(string path, string what, JsonNode? a, JsonNode? b, int? sourceA, int? sourceB)
    {
        if (a is null && b is null) return;
        if (HasItems(a) || HasItems(b)) Items(path, what, a as JsonArray ?? [], b as JsonArray ?? [], sourceA, sourceB);
        else if (a is JsonObject || b is JsonObject) Members(path, what, a as JsonObject, b as JsonObject, sourceA, sourceB, []);
        else Value(path, what, Text(path, a), Text(path, b), sourceA, sourceB);
    }

    private void Members(string path, string what, JsonObject? a, JsonObject? b, int? sourceA, int? sourceB, string[] left)
    {
        // What only one side has is cited, and known to be loaded or not, by what stands below it.
        sourceA = Number(a?["source"]) ?? sourceA ?? (b is null ? Below(a) : null);
        sourceB = Number(b?["source"]) ?? sourceB ?? (a is null ? Below(b) : null);
        foreach (var field in (a ?? []).Select(f => f.Key).Union((b ?? []).Select(f => f.Key)))
        {
            if (Derived.Contains(field) || PageSections.IsSource(field) || left.Contains(field)) continue;
            var of = field + "Source";
            var label = field == "rows" ? what : what.Length == 0 ? Capital(FieldWords.Of(field)) : $"{what}: {Small(FieldWords.Of(field))}";
            Compare($"{path}.{field}", label, a?[field], b?[field], Number(a?[of]) ?? sourceA, Number(b?[of]) ?? sourceB);
        }
    }

    private void Items(string path, string what, JsonArray a, JsonArray b, int? sourceA, int? sourceB)
    {
        var field = path[(path.LastIndexOf('.') + 1)..];
        var (named, left) = Lists.GetValueOrDefault(field, (Naming, []));
        var (first, second) = (Named(a, named), Named(b, named));
        var gone = first.Where(i => !second.ContainsKey(i.Key)).ToList();
        var come = second.Where(i => !first.ContainsKey(i.Key)).ToList();
        foreach (var (key, item) in first.Where(i => second.ContainsKey(i.Key)).OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            // An indicator is its value and what that is called, told at once.
            if (field == "indicators") Value($"{path}[{key}]", Label(field, item, what), Told(field, item), Told(field, second[key]), Number(item["source"]) ?? sourceA, Number(second[key]["source"]) ?? sourceB);
            else Members($"{path}[{key}]", Label(field, item, what), item, second[key], sourceA, sourceB, [.. named, .. left]);
        }

        // One left of a kind on either side is the same thing, worded or valued otherwise.
        foreach (var before in gone.OrderBy(i => i.Key, StringComparer.Ordinal).ToList())
        {
            if (Partner(field, before.Value, gone, come) is not { Value: not null } after) continue;
            gone.Remove(before);
            come.Remove(after);
            Record(field == "notes" ? "reworded" : "changed", $"{path}[{Kind(before.Value)}]", Label(field, before.Value, what), Told(field, before.Value), Told(field, after.Value), Number(before.Value["source"]) ?? sourceA, Number(after.Value["source"]) ?? sourceB);
        }

        foreach (var (kind, key, item) in gone.Select(g => ("removed", g.Key, g.Value)).Concat(come.Select(c => ("added", c.Key, c.Value))).OrderBy(i => i.Item2, StringComparer.Ordinal))
        {
            var removed = kind == "removed";
            var source = Number(item["source"]) ?? (removed ? sourceA : sourceB);
            // A row with dates of its own speaks for days before its edition too.
            if (item["from"] is not JsonValue own || !DateOnly.TryParseExact(own.ToString(), "yyyy-MM-dd", out _))
            {
                if (Unloaded(source, removed)) continue;
            }

            Record(kind, $"{path}[{key}]", Label(field, item, what), removed ? Told(field, item) : null, removed ? null : Told(field, item), removed ? source : null, removed ? null : source);
        }
    }

    private void Value(string path, string what, string? a, string? b, int? sourceA, int? sourceB)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return;
        if ((a is null || b is null) && Unloaded(a is null ? sourceB : sourceA, b is null)) return;
        Record(a is null ? "added" : b is null ? "removed" : path.StartsWith("descriptors", StringComparison.Ordinal) ? "reworded" : "changed", path, what, a, b, a is null ? null : sourceA, b is null ? null : sourceB);
    }

    private void Record(string kind, string path, string what, string? a, string? b, int? sourceA, int? sourceB) =>
        differences.Add(new Difference(kind, path, what, a, b, one.Cite(sourceA), two.Cite(sourceB)));

    // Something that only one side has, from a data set of which the other side has no edition: no difference, but not known.
    private bool Unloaded(int? source, bool onlyFirst)
    {
        if (source is not { } id || (onlyFirst ? one : two).DatasetOf(id) is not { Length: > 0 } dataset || !(onlyFirst ? two : one).Lacks(dataset)) return false;
        unloaded.Add(dataset);
        return true;
    }

    private static Dictionary<string, JsonObject> Named(JsonArray items, string[] named)
    {
        var all = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var objects = items.OfType<JsonObject>().ToList();
        var many = objects.GroupBy(i => Name(i, named)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var item in objects)
        {
            var name = Name(item, named);
            // Several under one name, as pricing indicators: the value is part of the name.
            if (many.Contains(name)) name += $" {Told("", item)}";
            all.TryAdd(name, item);
        }

        return all;
    }

    private static string Name(JsonObject item, string[] named) =>
        string.Join(' ', named.Select(n => item[n]).OfType<JsonValue>().Select(v => v.ToString()).Where(v => v.Length > 0));

    private static KeyValuePair<string, JsonObject> Partner(string field, JsonObject before, List<KeyValuePair<string, JsonObject>> gone, List<KeyValuePair<string, JsonObject>> come)
    {
        if (field is not ("notes" or "crosswalks" or "indicators")) return default;
        var candidates = come.Where(c => Kind(c.Value) == Kind(before)).ToList();
        if (field != "notes") return candidates.Count == 1 && gone.Count(g => Kind(g.Value) == Kind(before)) == 1 ? candidates[0] : default;
        // Of notes the one that shares most words, and at least half of them; and it must not share more with another.
        var best = candidates.Where(c => Alike(before, c.Value) >= .5).OrderByDescending(c => Alike(before, c.Value)).ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value is not null && gone.Where(g => Kind(g.Value) == Kind(before)).OrderByDescending(g => Alike(g.Value, best.Value)).ThenBy(g => g.Key, StringComparer.Ordinal).First().Value == before ? best : default;
    }

    // Shared words of all words.
    private static double Alike(JsonObject a, JsonObject b)
    {
        var (x, y) = (Words(a), Words(b));
        var shared = x.Intersect(y).Count();
        return shared == 0 ? 0 : (double)shared / (x.Count + y.Count - shared);

        static HashSet<string> Words(JsonObject note) => [.. (note["text"]?.ToString() ?? "").ToUpperInvariant().Split([' ', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Kind(JsonObject item) => $"{item["kind"] ?? item["name"]} {item["from"] ?? item["modifier"]}".Trim();

    private static string Label(string field, JsonObject item, string what) => field switch
    {
        "indicators" => $"{Capital(FieldWords.Of(item["name"]!.ToString()))}{(item["modifier"] is { } m ? $" (modifier {m})" : "")}",
        "rows" => $"{(item["modifier"] is { } m ? $"Modifier {m}" : "Whole service")}{(item["variant"] is { } v ? $", {FieldWords.Of(v.ToString())}" : "")}",
        "mue" => FieldWords.Of(item["setting"]?.ToString() ?? field),
        "notes" => $"{FieldWords.Of(item["kind"]?.ToString() ?? field)}{(item["from"] is { } from ? $" (inherited from {from})" : "")}",
        "crosswalks" => FieldWords.Of(item["kind"]?.ToString() ?? field),
        "modifiers" => $"Modifier {item["code"]}",
        "addOns" or "primaries" => $"{FieldWords.Of(field)} {item["code"]}",
        "schedules" => (item["schedule"]?.ToString() ?? "").ToUpperInvariant(),
        "lines" => $"{what.Split(':')[0]} {Small(item["what"]?.ToString() ?? "")}",
        "characters" => $"Character {item["position"]}",
        "choices" => FieldWords.Of(item["axis"]?.ToString() ?? field),
        _ => what.Length > 0 ? what : Capital(FieldWords.Of(field)),
    };

    // An item in a line: what names it and what it says.
    private static string Told(string field, JsonObject item) => field switch
    {
        "indicators" => string.Join(' ', new[] { item["value"], item["label"] }.OfType<JsonNode>()),
        "mue" => $"{item["units"]} units, MAI {item["mai"]}",
        "notes" => item["text"]?.ToString() ?? "",
        "crosswalks" => string.Join(' ', new[] { item["set"], item["code"], item["title"] }.OfType<JsonNode>()),
        "modifiers" => $"{FieldWords.Of(item["verdict"]?.ToString() ?? "")}",
        "rows" => string.Join("; ", Places.Where(p => item[p]?["amount"] is not null).Select(p => $"{FieldWords.Of(p)} {Text("amount", item[p]!["amount"])}")),
        "choices" => $"{item["code"]} {item["label"]}",
        "addOns" or "primaries" => string.Join(", ", new[] { item["title"]?.ToString(), item["type"] is { } type ? $"type {type}" : null }.Where(t => t is not null)),
        _ => string.Join(' ', item.Where(f => f.Value is JsonValue && !PageSections.IsSource(f.Key) && f.Key is not ("stale" or "billable" or "set")).Select(f => Text(f.Key, f.Value))),
    };

    private static string? Text(string path, JsonNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case JsonArray list:
                return list.Count == 0 ? null : string.Join(", ", list.Select(i => i?.ToString()));
            default:
                var text = node.ToString();
                if (node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) return text == "true" ? "yes" : "no";
                if (path.EndsWith("amount", StringComparison.Ordinal)) return $"${text}";
                return path is "status" || path.EndsWith(".verdict", StringComparison.Ordinal) ? FieldWords.Of(text) : text;
        }
    }

    private static int? Below(JsonNode? node) => node switch
    {
        JsonObject fields => Number(fields["source"]) ?? fields.Select(f => Below(f.Value)).FirstOrDefault(n => n is not null),
        JsonArray items => items.Select(Below).FirstOrDefault(n => n is not null),
        _ => null,
    };

    private static bool HasItems(JsonNode? node) => node is JsonArray items && items.Any(i => i is JsonObject);

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    private static string Small(string text) => text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
