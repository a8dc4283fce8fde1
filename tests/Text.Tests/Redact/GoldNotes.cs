using System.Text.Json;

namespace CodingAhead.Text.Tests.Redact;

/// <summary>A note and the values in it that identify.</summary>
public sealed record GoldNote(string Id, string Text, IReadOnlyList<string> Values)
{
    /// <summary>The note as a table, a resource, a document, a message.</summary>
    public IEnumerable<(string Kind, string Content)> Forms()
    {
        yield return ("csv", $"id,note\n{Id},\"{Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        yield return ("fhir", JsonSerializer.Serialize(new { resourceType = "DocumentReference", status = "current", description = Text, content = new[] { new { attachment = new { contentType = "text/plain", data = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Text)) } } } }));
        yield return ("cda", $"<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><section><text>{System.Security.SecurityElement.Escape(Text)}</text></section></component></ClinicalDocument>");
        yield return ("hl7", "MSH|^~\\&|A|B|C|D|||ORU^R01|M1|P|2.5\rOBX|1|TX|8251-1^Comment^LN||" + Text.Replace("\\", "\\E\\", StringComparison.Ordinal).Replace("|", "\\F\\", StringComparison.Ordinal).Replace("^", "\\S\\", StringComparison.Ordinal).Replace("&", "\\T\\", StringComparison.Ordinal).Replace("~", "\\R\\", StringComparison.Ordinal).ReplaceLineEndings("\\.br\\") + "||||||F\r");
    }

    /// <summary>Values of this note that stand in a text they have no business in.</summary>
    public IEnumerable<string> In(string text) => Values.Where(v => text.Contains(v, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Notes of invented people, which always run, and those of the corpora beside the checkout.</summary>
public static class GoldNotes
{
    private static readonly (string Text, string[] Values)[] Invented =
    [
        ("Patient: Wilhelmine Zwickelbart   MRN: 7740-9921\nMrs. Zwickelbart was seen on 04/17/2022 by Dr. Oskar Trautwetter; call (216) 555-0188. Graves disease.", ["Wilhelmine", "Zwickelbart", "7740-9921", "04/17/2022", "Trautwetter", "555-0188"]),
        ("Herr Müßiggängerle, 93 years old, of 12 Kirschblütenweg, Thornwick, OH 44012; e-mail w.muessig@example.org & SSN 901-55-3127 <seen> \"twice\".", ["Müßiggängerle", "Kirschblütenweg", "Thornwick", "muessig", "901-55-3127"]),
        ("Dictated by Ptolemaios Quarrenbuehl, MD\r\nVIN 1HGCM82633A004352, pacemaker serial PJQ773120H, 192.0.2.17, left_quarren.jpg", ["Quarrenbuehl", "1HGCM82633A004352", "PJQ773120H", "192.0.2.17", "left_quarren"]),
    ];

    /// <summary>The invented ones.</summary>
    public static IReadOnlyList<GoldNote> Ours { get; } = [.. Invented.Select(static (n, i) => new GoldNote($"o{i}", n.Text, n.Values))];

    /// <summary>Some notes of each corpus; skips the test, with its reason, where there is none.</summary>
    public static List<GoldNote> OfMirror(int each)
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, "no corpora directory (keep ../shared/corpora beside the checkout)");
        var notes = new List<GoldNote>();
        foreach (var file in Directory.EnumerateFiles(folder!, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file).Take(each))
            {
                using var note = JsonDocument.Parse(line);
                if (!note.RootElement.TryGetProperty("spans", out var spans) || !note.RootElement.TryGetProperty("text", out var text)) continue;
                var read = text.GetString()!;
                var points = new CodePoints(read);
                // Short values may stand anywhere by chance.
                var values = spans.EnumerateArray().Select(s => read[points.ToUtf16(s.GetProperty("start").GetInt32())..points.ToUtf16(s.GetProperty("end").GetInt32())]).Where(static v => v.Length >= 6 && !v.All(char.IsAsciiLetterLower)).ToList();
                notes.Add(new GoldNote($"m{notes.Count}", read, values));
            }
        }

        return notes;
    }

    private static string? Find()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            var candidate = Path.Combine(d.FullName, "shared", "corpora", "phi");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
