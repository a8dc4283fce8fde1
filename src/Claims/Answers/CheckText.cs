using System.Globalization;
using System.Text;

namespace CodingAhead.Claims.Answers;

/// <summary>Answers for a person at a terminal: the verdict, then each finding with its proof and the smallest honest change.</summary>
public static class CheckText
{
    /// <summary>Writes an answer.</summary>
    public static void Write(StringBuilder text, CheckResult result)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(result);
        text.Append(Name(result.Id, result.Place)).Append(": ").Append(Loud(result.Verdict)).Append('\n');
        foreach (var f in result.Findings)
        {
            text.Append("  ").Append(Loud(f.Outcome.Name())).Append("  ").Append(f.Rule);
            if (f.Lines.Count > 0) text.Append(f.Lines.Count == 1 ? ", line " : ", lines ").AppendJoin(" and ", f.Lines.Select(l => l.ToString(CultureInfo.InvariantCulture)));
            if (f.Codes.Count > 0) text.Append(", ").AppendJoin(' ', f.Codes);
            if (f.Stale) text.Append("  (from an edition that is over on the date)");
            text.Append("\n    ").Append(f.Message).Append('\n');
            if (f.Fix is not null) text.Append("    Change: ").Append(f.Fix).Append('\n');
            if (f.Condition is not null) text.Append("    Only if: ").Append(f.Condition).Append('\n');
            foreach (var id in f.Sources)
            {
                var s = result.Sources[id - 1];
                text.Append(CultureInfo.InvariantCulture, $"    Proof: {s.Publisher} {s.Edition}, {s.File} line {s.Line}, sha256 {s.Sha256[..Math.Min(12, s.Sha256.Length)]}…\n");
            }

            if (f.Manual is not null) text.Append("    Manual: ").Append(f.Manual).Append('\n');
        }

        if (result.Stale.Count > 0) text.Append("  Over on the date of service and answered nevertheless: ").AppendJoin(", ", result.Stale).Append(". --strict leaves them unanswered.\n");
    }

    /// <summary>Writes why a claim could not be read.</summary>
    public static void Write(StringBuilder text, UnreadClaim unread)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unread);
        text.Append(Name(unread.Id, unread.Place)).Append(": NOT READ\n    ").Append(unread.Error).Append('\n');
    }

    internal static string Name(string? id, Origin? place) => (id, place) switch
    {
        ({ }, null) => $"Claim {id}",
        (null, null) => "Claim",
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"Claim at {place.Segment} of {place.File}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Claim {id} (at {place.Segment} of {place.File})"),
    };

    private static string Loud(string word) => word.ToUpperInvariant().Replace('-', ' ');
}
