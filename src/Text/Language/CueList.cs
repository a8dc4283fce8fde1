using System.Collections.Frozen;

namespace CodingAhead.Text.Language;

/// <summary>The cues of <c>data/detect/cues.txt</c>, found by their first word, the longest first.</summary>
internal static class CueList
{
    /// <summary>What a cue does.</summary>
    internal enum Effect : byte { Pseudo, Stop, Pre, Post }

    /// <summary>A form of a cue; the same form may have a pre and a post effect.</summary>
    internal sealed record Form(string[] Words, Assertion Kind, Effect Effect);

    private static readonly FrozenDictionary<string, Form[]> ByFirst = Load();

    /// <summary>The forms that begin with a word, the longest first.</summary>
    public static Form[] From(string word) => ByFirst.TryGetValue(word, out var forms) ? forms : [];

    /// <summary>Every form as text, for the test that none came from elsewhere.</summary>
    public static IEnumerable<string> All => ByFirst.Values.SelectMany(f => f).Select(f => string.Join(' ', f.Words));

    private static FrozenDictionary<string, Form[]> Load()
    {
        var forms = new List<Form>();
        foreach (var cells in WordLists.Read("cues.txt"))
        {
            var effect = cells[0] switch { "pseudo" => Effect.Pseudo, "stop" => Effect.Stop, _ => cells[1] == "pre" ? Effect.Pre : Effect.Post };
            var kind = cells[0] switch
            {
                "negated" => Assertion.Negated,
                "uncertain" => Assertion.Uncertain,
                "family" => Assertion.Family,
                "other" => Assertion.OtherPerson,
                "historical" => Assertion.Historical,
                "hypothetical" => Assertion.Hypothetical,
                "instruction" => Assertion.Instruction,
                _ => Assertion.Present,
            };
            foreach (var form in cells.Skip(2).SelectMany(Spelt))
            {
                forms.Add(new Form(form.Split(' '), kind, effect));
                // "Flu neg", "neg for DVT".
                if (form.Contains("negative", StringComparison.Ordinal)) forms.Add(new Form(form.Replace("negative", "neg", StringComparison.Ordinal).Split(' '), kind, effect));
            }
        }

        return forms.DistinctBy(f => (string.Join(' ', f.Words), f.Kind, f.Effect)).GroupBy(f => f.Words[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(f => f.Words.Length).ThenBy(f => f.Effect).ToArray(), StringComparer.Ordinal);
    }

    // "{can,may} cause": one form for each word in braces.
    private static IEnumerable<string> Spelt(string form)
    {
        var open = form.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return [form];
        var close = form.IndexOf('}', open);
        return form[(open + 1)..close].Split(',').SelectMany(word => Spelt(form[..open] + word + form[(close + 1)..]));
    }
}
