using System.Text;
using System.Text.RegularExpressions;

namespace CodingAhead.Codes.Import;

/// <summary>
/// An article's file, read strictly (the format is described in <c>content/README.md</c>): front matter in a small part of YAML between two
/// lines of dashes, then Markdown. What the format does not allow is refused with file and line.
/// </summary>
/// <param name="Slug">The file's name without its extension.</param>
/// <param name="Title">In common language.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Written">When.</param>
/// <param name="Reviewed">When it was last compared with the releases.</param>
/// <param name="Codes">The codes it is about.</param>
/// <param name="Facts">What it relies on.</param>
/// <param name="Sources">Publisher and document.</param>
/// <param name="Text">The Markdown after the front matter.</param>
public sealed partial record ArticleFile(
    string Slug, string Title, string Author, DateOnly Written, DateOnly Reviewed, IReadOnlyList<CodeKey> Codes, IReadOnlyList<ArticleFact> Facts,
    IReadOnlyList<string> Sources, string Text)
{
    /// <summary>The line before and after the front matter.</summary>
    public const string Fence = "---";

    /// <summary>The headings an article may have, in their order.</summary>
    public static readonly IReadOnlyList<string> Headings = ["Indications", "Procedure", "After the procedure", "Coding notes", "Common errors"];

    private static readonly string[] Keys = ["title", "codes", "author", "written", "reviewed", "facts", "sources"];

    /// <summary>Reads a file; throws <see cref="ReleaseFormatException"/> naming its first error.</summary>
    public static ArticleFile Read(ReleaseFile file)
    {
        var lines = Lines(file);
        var slug = file.Name.EndsWith(".md", StringComparison.Ordinal) ? file.Name[..^3] : file.Name;
        if (!SlugForm().IsMatch(slug)) throw file.Error(0, $"the name '{file.Name}'", "lower-case words joined by dashes, and .md");
        if (lines.Count == 0 || lines[0] != Fence) throw file.Error(1, "no front matter", Fence);
        var values = FrontMatter(file, lines, out var body);
        foreach (var key in Keys)
        {
            if (!values.ContainsKey(key)) throw file.Error(body, $"no '{key}'", $"the keys {string.Join(", ", Keys)}");
        }

        var written = Date(file, One(file, values, "written"));
        var reviewed = Date(file, One(file, values, "reviewed"));
        if (reviewed < written) throw file.Error(values["reviewed"][0].Line, "a review before the writing", "'reviewed' on or after 'written'");
        var codes = new List<CodeKey>();
        foreach (var (line, text) in values["codes"].SelectMany(v => v.Text.Split(',').Select(t => (v.Line, t.Trim()))))
        {
            var key = Code(text) ?? throw file.Error(line, $"code '{text}'", "a CPT or HCPCS code, or a set and a code as in icd10cm:E11.9");
            if (codes.Contains(key)) throw file.Error(line, $"code '{text}' a second time", "each code once");
            codes.Add(key);
        }

        var facts = values["facts"].SelectMany(v => v.Text.Split(';').Select(t => ArticleFact.Read(file, v.Line, t.Trim()))).ToList();
        Body(file, lines, body);
        return new ArticleFile(
            slug, One(file, values, "title").Text, One(file, values, "author").Text, written, reviewed, codes, facts,
            [.. values["sources"].Select(v => v.Text)], string.Join('\n', lines.Skip(body)).Trim());
    }

    /// <summary>A code as an article writes it: its set by its form, or named before a colon; null when it is none.</summary>
    public static CodeKey? Code(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var set = colon >= 0 ? CodeSets.TryParse(text.AsSpan(0, colon), out var named) && CodeSets.Searchable.Contains(named) ? named : CodeSet.None
            : CptForm().IsMatch(text) ? CodeSet.Cpt : HcpcsForm().IsMatch(text) ? CodeSet.Hcpcs : CodeSet.None;
        return CodeKey.TryParse(set, text.AsSpan(colon + 1), out var key) && !text.Contains(' ', StringComparison.Ordinal) ? key : null;
    }

    private static List<string> Lines(ReleaseFile file)
    {
        var lines = new List<string>();
        using var reader = file.Lines();
        while (reader.Read()) lines.Add(Encoding.UTF8.GetString(reader.Current).TrimEnd());
        return lines;
    }

    // Keys with their values: one on the key's line, or several on lines of "  - " below it.
    private static Dictionary<string, List<(int Line, string Text)>> FrontMatter(ReleaseFile file, List<string> lines, out int body)
    {
        var values = new Dictionary<string, List<(int Line, string Text)>>(StringComparer.Ordinal);
        List<(int Line, string Text)>? list = null;
        for (var i = 1; i < lines.Count; i++)
        {
            var (line, number) = (lines[i], i + 1);
            if (line == Fence)
            {
                body = i + 1;
                if (values.FirstOrDefault(v => v.Value.Count == 0).Key is { } empty) throw file.Error(number, $"'{empty}' without a value", "a value");
                return values;
            }

            if (ItemForm().Match(line) is { Success: true } item)
            {
                (list ?? throw file.Error(number, "an item that belongs to no list", "'key:' before it")).Add((number, item.Groups[1].Value));
                continue;
            }

            if (KeyForm().Match(line) is not { Success: true } pair) throw file.Error(number, $"'{line}'", "'key: value', or '  - item'");
            var key = pair.Groups[1].Value;
            if (!Keys.Contains(key)) throw file.Error(number, $"key '{key}'", $"one of {string.Join(", ", Keys)}");
            var text = pair.Groups[2].Value;
            if (!values.TryAdd(key, text.Length > 0 ? [(number, text)] : [])) throw file.Error(number, $"key '{key}' a second time", "each key once");
            list = text.Length > 0 ? null : values[key];
        }

        throw file.Error(lines.Count, "front matter that never ends", Fence);
    }

    private static (int Line, string Text) One(ReleaseFile file, Dictionary<string, List<(int Line, string Text)>> values, string key) =>
        values[key] is [var only] ? only : throw file.Error(values[key][0].Line, $"a list for '{key}'", "one value");

    private static DateOnly Date(ReleaseFile file, (int Line, string Text) value) =>
        Day.TryParse(value.Text, out var date) ? date : throw file.Error(value.Line, $"date '{value.Text}'", "yyyy-MM-dd");

    private static void Body(ReleaseFile file, List<string> lines, int from)
    {
        var last = -1;
        var opened = false;
        for (var i = from; i < lines.Count; i++)
        {
            var (line, number) = (lines[i], i + 1);
            if (line.StartsWith('#'))
            {
                var heading = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : null;
                var at = Headings.ToList().IndexOf(heading ?? "");
                if (at < 0) throw file.Error(number, $"heading '{line}'", $"'## ' and one of {string.Join(", ", Headings)}");
                if (at <= last) throw file.Error(number, $"heading '{heading}' out of order", string.Join(", ", Headings));
                if (!opened) throw file.Error(number, "a heading at the beginning", "an opening paragraph");
                last = at;
            }
            else if (line.Length > 0)
            {
                opened = true;
            }

            if (HtmlForm().IsMatch(line)) throw file.Error(number, "HTML", "Markdown");
            if (line.StartsWith('|')) throw file.Error(number, "a table", "a list");
            if (line.Contains("](", StringComparison.Ordinal)) throw file.Error(number, "a link", "text: codes become links by themselves");
        }

        if (last < Headings.ToList().IndexOf("Coding notes")) throw file.Error(lines.Count, "no coding notes", "'## Coding notes'");
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugForm();

    [GeneratedRegex(@"^(\w+):(?: +(\S.*))?$")]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"^ +- +(\S.*)$")]
    private static partial Regex ItemForm();

    [GeneratedRegex(@"^[0-9]{4}[0-9FTUMA]$")]
    private static partial Regex CptForm();

    [GeneratedRegex(@"^[A-V][0-9]{4}$")]
    private static partial Regex HcpcsForm();

    [GeneratedRegex(@"<[A-Za-z/!?]")]
    private static partial Regex HtmlForm();
}

/// <summary>A fact that an article relies on: <c>64635 global 010</c>.</summary>
/// <param name="Code">Whose.</param>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Values">One, or several where the fact is a list.</param>
/// <param name="Line">Where it stands in the file.</param>
public sealed record ArticleFact(CodeKey Code, string Name, IReadOnlyList<string> Values, int Line)
{
    /// <summary>What can be stated; the table in <c>content/README.md</c> says what each is compared with.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "status", "global", "pctc", "multiple", "bilateral", "assistant", "co-surgeon", "team", "supervision", "addons", "addon", "primaries", "primary", "addon-type",
        "mue", "mai", "mue-hospital", "opps", "asc", "deleted", "successors", "valid-from", "billable",
    ];

    private static readonly string[] Lists = ["addons", "addon", "primaries", "primary", "successors"];

    internal static ArticleFact Read(ReleaseFile file, int line, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) throw file.Error(line, $"fact '{text}'", "a code, a name and a value, as in '64635 global 010'");
        var code = ArticleFile.Code(words[0]) ?? throw file.Error(line, $"fact '{text}'", "a code first");
        if (!Names.Contains(words[1])) throw file.Error(line, $"fact '{words[1]}'", $"one of {string.Join(", ", Names)}");
        if (words.Length > 3 && !Lists.Contains(words[1])) throw file.Error(line, $"{words.Length - 2} values of '{words[1]}'", "one");
        return new ArticleFact(code, words[1], words[2..], line);
    }
}
