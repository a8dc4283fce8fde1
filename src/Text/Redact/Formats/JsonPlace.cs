using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CodingAhead.Text.Redact.Formats;

/// <summary>A value of a JSON text (RFC 8259) and where it stands: what is not changed stays byte for byte, which no reader that builds objects allows.</summary>
internal sealed class JsonPlace
{
    private const int Deepest = 128;

    public required char Kind { get; init; }

    /// <summary>The property's name; empty in a list.</summary>
    public required string Key { get; init; }

    /// <summary>The name of the property it belongs to, also in a list; set while walking.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the property begins: its name, or the value in a list.</summary>
    public required int From { get; init; }

    public required int Start { get; init; }

    public int End { get; private set; }

    public List<JsonPlace> Children { get; } = [];

    public JsonPlace? this[string key] => Kind == '{' ? Children.Find(c => c.Key == key) : null;

    public bool IsText => Kind == '"';

    /// <summary>A text's value; empty of anything else.</summary>
    public string Text(string source) => IsText ? Read(source).Text : "";

    /// <summary>The text of a property; empty when there is none.</summary>
    public string Text(string source, string key) => this[key]?.Text(source) ?? "";

    /// <summary>The text between the quotes, escapes undone.</summary>
    public Excerpt Read(string source) => Unescape(source, Start + 1, End - 1);

    /// <summary>Writes a text between quotes.</summary>
    public static string Escape(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    /// <summary>Reads every value of a text: one, or one a line.</summary>
    /// <exception cref="RedactionException">Not JSON; the place is named.</exception>
    public static List<JsonPlace> ReadAll(string source)
    {
        var values = new List<JsonPlace>();
        var at = source.StartsWith('\uFEFF') ? 1 : 0;
        while (Blank(source, ref at))
        {
            values.Add(Value(source, ref at, "", at, 0));
        }

        return values;
    }

    private static JsonPlace Value(string source, ref int at, string key, int from, int depth)
    {
        if (depth > Deepest || !Blank(source, ref at)) throw Bad(source, at);
        var c = source[at];
        var place = new JsonPlace { Kind = c is '{' or '[' or '"' ? c : '1', Key = key, From = from, Start = at };
        switch (c)
        {
            case '{' or '[':
                at++;
                if (!Blank(source, ref at)) throw Bad(source, at);
                if (source[at] == (c == '{' ? '}' : ']')) at++;
                else
                {
                    while (true)
                    {
                        if (!Blank(source, ref at)) throw Bad(source, at);
                        var (begin, name) = (at, "");
                        if (c == '{')
                        {
                            if (source[at] != '"') throw Bad(source, at);
                            Quoted(source, ref at);
                            name = Unescape(source, begin + 1, at - 1).Text;
                            if (!Blank(source, ref at) || source[at++] != ':') throw Bad(source, at);
                        }

                        place.Children.Add(Value(source, ref at, name, begin, depth + 1));
                        if (!Blank(source, ref at)) throw Bad(source, at);
                        var next = source[at++];
                        if (next == ',') continue;
                        if (next != (c == '{' ? '}' : ']')) throw Bad(source, at);
                        break;
                    }
                }

                break;
            case '"':
                Quoted(source, ref at);
                break;
            default:
                while (at < source.Length && (char.IsAsciiLetterOrDigit(source[at]) || source[at] is '-' or '+' or '.')) at++;
                var literal = source.AsSpan(place.Start, at - place.Start);
                if (literal is not ("true" or "false" or "null") && !(literal.Length > 0 && (literal[0] == '-' || char.IsAsciiDigit(literal[0])) && double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out _))) throw Bad(source, place.Start);
                break;
        }

        place.End = at;
        return place;
    }

    private static void Quoted(string source, ref int at)
    {
        for (at++; at < source.Length; at++)
        {
            var c = source[at];
            if (c == '"')
            {
                at++;
                return;
            }

            if (c < ' ') throw Bad(source, at);
            if (c != '\\') continue;
            if (++at >= source.Length || !"\"\\/bfnrtu".Contains(source[at], StringComparison.Ordinal)) throw Bad(source, at);
            if (source[at] != 'u') continue;
            if (at + 4 >= source.Length || !source.AsSpan(at + 1, 4).ToString().All(char.IsAsciiHexDigit)) throw Bad(source, at);
            at += 4;
        }

        throw Bad(source, at);
    }

    private static Excerpt Unescape(string source, int start, int end)
    {
        var excerpt = new Excerpt();
        var at = start;
        Span<char> read = stackalloc char[1];
        for (var i = start; i < end; i++)
        {
            if (source[i] != '\\') continue;
            excerpt.Add(source, at, i);
            var length = source[i + 1] == 'u' ? 6 : 2;
            read[0] = source[i + 1] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)int.Parse(source.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var c => c,
            };
            excerpt.AddEscape(i, i + length, read);
            at = i + length;
            i = at - 1;
        }

        excerpt.Add(source, at, end);
        return excerpt;
    }

    private static bool Blank(string source, ref int at)
    {
        while (at < source.Length && source[at] is ' ' or '\t' or '\r' or '\n') at++;
        return at < source.Length;
    }

    private static RedactionException Bad(string source, int at) => Draft.Damaged("JSON", source, at);
}
