using System.Text;
using CodingAhead.Text.Redact;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>
/// Invented notes of many layouts and registers with their identifiers marked as <c>{TYPE:value}</c>, in <c>Unseen/*.txt</c>; a note begins with <c>=== name</c>. They were
/// written before the rules were looked at.
/// </summary>
internal static class UnseenNotes
{
    public static List<LabelledNote> Read(string file)
    {
        var notes = new List<LabelledNote>();
        var (id, body) = ("", new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Redact", "Unseen", file)).Append("=== "))
        {
            if (!line.StartsWith("=== ", StringComparison.Ordinal))
            {
                body.Add(line);
                continue;
            }

            if (id.Length > 0) notes.Add(Of(id, string.Join('\n', body).TrimEnd('\n')));
            (id, body) = (line[4..], []);
        }

        return notes;
    }

    private static LabelledNote Of(string id, string marked)
    {
        var text = new StringBuilder();
        var spans = new List<LabelledSpan>();
        var points = 0;
        for (var i = 0; i < marked.Length;)
        {
            if (marked[i] != '{')
            {
                if (!char.IsLowSurrogate(marked[i])) points++;
                text.Append(marked[i++]);
                continue;
            }

            var (colon, end) = (marked.IndexOf(':', i), marked.IndexOf('}', i));
            var value = marked[(colon + 1)..end];
            var length = value.EnumerateRunes().Count();
            spans.Add(new LabelledSpan(points, points + length, marked[(i + 1)..colon]));
            text.Append(value);
            points += length;
            i = end + 1;
        }

        return new LabelledNote(id, text.ToString(), spans, []);
    }
}
