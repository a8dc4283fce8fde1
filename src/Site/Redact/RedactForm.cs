using CodingAhead.Text.Redact;

namespace CodingAhead.Site.Redact;

/// <summary>A note to redact and how, as it was typed. Nothing of it is kept anywhere.</summary>
public sealed record RedactForm
{
    /// <summary>The most characters of a note on the page.</summary>
    public const int Longest = 500_000;

    /// <summary>What can stand in the place of an identifier on the page; what needs a key is for the command line and the API.</summary>
    public static readonly IReadOnlyList<(string Value, string Label, PhiAction Action)> Replacements =
        [("token", "numbered tokens", PhiAction.Token), ("mask", "asterisks of the same length", PhiAction.Mask), ("remove", "nothing", PhiAction.Remove)];

    /// <summary>The note.</summary>
    public string Text { get; init; } = "";

    /// <summary><c>safe-harbor</c> or <c>limited-data-set</c>.</summary>
    public string Policy { get; init; } = "safe-harbor";

    /// <summary>One of <see cref="Replacements"/>.</summary>
    public string Replacement { get; init; } = "token";

    /// <summary>What is known beforehand: names, dates and numbers, one a line.</summary>
    public string Known { get; init; } = "";

    /// <summary>Found words that are no identifiers.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Words that are identifiers though they were not found, one a line.</summary>
    public string Deny { get; init; } = "";

    /// <summary>Reads the form.</summary>
    public static RedactForm Of(IFormCollection form) => new()
    {
        // A browser sends a line's end as CR LF whatever it was; one form of it keeps offsets the same however the note came.
        Text = form["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal),
        Policy = form["policy"] == "limited-data-set" ? "limited-data-set" : "safe-harbor",
        Replacement = Replacements.Any(r => r.Value == form["replacement"]) ? form["replacement"].ToString() : "token",
        Known = form["known"].ToString(),
        Allow = [.. form["allow"].OfType<string>().Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)],
        Deny = form["deny"].ToString(),
    };

    /// <summary>The policy that the form asks for.</summary>
    public Policy ToPolicy() => (Policy == "limited-data-set" ? CodingAhead.Text.Redact.Policy.LimitedDataSet : CodingAhead.Text.Redact.Policy.SafeHarbor) with
    {
        Action = Replacements.First(r => r.Value == Replacement).Action,
        Allow = Allow,
        Deny = Lines(Deny),
    };

    /// <summary>What is known. A line with a digit is a date or a number, another a name.</summary>
    public Known ToKnown()
    {
        var lines = Lines(Known);
        return new Known
        {
            Names = [.. lines.Where(l => !l.Any(char.IsAsciiDigit))],
            Dates = [.. lines.Where(l => l.Any(char.IsAsciiDigit) && l.Any(c => c is '/' or '-' or ' ') && l.Count(char.IsAsciiDigit) <= 8)],
            Ids = [.. lines.Where(l => l.Any(char.IsAsciiDigit))],
        };
    }

    private static List<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
