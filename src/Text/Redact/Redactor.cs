using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Finds the identifiers of 45 CFR 164.514(b)(2)(i) A to R in clinical text and replaces them by a policy. Made once per policy; safe for many threads; the
/// same text gives the same result on every machine and in every culture.
/// </summary>
public sealed class Redactor
{
    /// <summary>Version of the rules and their evidence, as manifests state it.</summary>
    public const string Version = "1.0";

    private readonly Policy policy;
    private readonly Evidence evidence;
    private readonly Finder finder;

    /// <summary>A redactor for a policy; <see cref="Policy.SafeHarbor"/> when none is given.</summary>
    /// <exception cref="RedactionException">The policy has a pattern that does not run in linear time, or lacks a key it needs.</exception>
    public Redactor(Policy? policy = null)
    {
        this.policy = policy ?? Policy.SafeHarbor;
        evidence = Evidence.With(this.policy.NameTables);
        finder = new Finder(this.policy, evidence);
        var keyed = this.policy.Actions.Values.Append(this.policy.Action).Any(static a => a is PhiAction.Surrogate or PhiAction.Shift);
        if (keyed && string.IsNullOrEmpty(this.policy.Key)) throw new RedactionException("Surrogates and shifted dates need a key.");
        if (keyed && this.policy.Name is "safe-harbor") throw new RedactionException("A policy with surrogates or shifted dates cannot be named safe-harbor: shifted dates are dates.");
    }

    /// <summary>Redacts one text.</summary>
    /// <param name="text">The note; offsets of the result refer to it.</param>
    /// <param name="known">What is known of the patient.</param>
    /// <param name="cancel">Stops between words.</param>
    /// <exception cref="RedactionException">A removed value would remain in the output, or the text is binary. Nothing of the text is in the message.</exception>
    public RedactionResult Redact(string text, Known? known = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains('\0', StringComparison.Ordinal)) throw new RedactionException("The input is binary, not text.");
        var folded = FoldedText.Of(text);
        var (marks, note) = finder.Find(folded, known, cancel);
        var points = new CodePoints(text);
        var replacements = new Replacements(policy, Ages.Latest(note));
        var patient = known is { Ids: [var id, ..] } ? id : known is { Names: [var name, ..] } ? name : "";
        var spans = new List<RedactionSpan>(marks.Count);
        var output = new StringBuilder(text.Length);
        var at = 0;
        var removed = new List<Mark>();
        foreach (var mark in marks)
        {
            var (start, end) = (folded.Start(mark.Start), folded.End(mark.End));
            if (start < at || end <= start) continue;
            if (!policy.Providers && mark.Type == PhiType.Name && mark.Rule is "name-title" or "name-credential") continue;
            var replacement = policy.Mode == RedactionMode.Redact ? replacements.Of(mark, text[start..end], patient) : null;
            spans.Add(new RedactionSpan(start, end, points.FromUtf16(start), points.FromUtf16(end), mark.Type, mark.Rule, mark.Confidence, replacement));
            output.Append(text, at, start - at).Append(replacement ?? text[start..end]);
            if (replacement is not null) removed.Add(mark);
            at = end;
        }

        output.Append(text, at, text.Length - at);
        var result = policy.Mode switch { RedactionMode.Audit => "", RedactionMode.Label => text, _ => output.ToString() };
        if (policy.Mode == RedactionMode.Redact) PostCheck.Run(note, removed, folded, result);
        var review = spans.FindAll(s => s.Confidence < policy.ReviewBelow);
        return new RedactionResult { Text = result, Spans = spans, Review = review, Manifest = Manifest(text, result, spans, review.Count) };
    }

    private Manifest Manifest(string text, string result, List<RedactionSpan> spans, int review)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var letter = 'A'; letter <= 'R'; letter++) counts[letter.ToString()] = 0;
        foreach (var span in spans) counts[span.Category.ToString()]++;
        return new Manifest
        {
            Policy = policy.Name,
            Version = Version,
            Evidence = evidence.Names,
            Mode = policy.Mode switch { RedactionMode.Label => "label", RedactionMode.Audit => "audit", _ => "redact" },
            Counts = counts,
            Review = review,
            Checked = policy.Mode == RedactionMode.Redact ? true : null,
            InputSha256 = Sha256(text),
            OutputSha256 = Sha256(result),
        };
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The last look: no number that was removed, and no rare part of a name, may stand in the output.</summary>
internal static class PostCheck
{
    public static void Run(Note note, List<Mark> removed, FoldedText folded, string output)
    {
        if (removed.Count == 0) return;
        var view = FoldedText.Of(output).View;
        var words = new HashSet<ulong>();
        var numbers = new HashSet<ulong>();
        var at = 0;
        foreach (var mark in removed)
        {
            while (at < note.T.Length && note.T[at].End <= mark.Start) at++;
            for (var k = at; k < note.T.Length && note.T[k].End <= mark.End; k++)
            {
                ref readonly var t = ref note.T[k];
                var certain = mark.Confidence >= 0.7;
                if (mark.Type == PhiType.Name && t.IsWord && t.Length >= 4 && t.Weights.Ordinary == 0 && !t.Is((Word)ulong.MaxValue) && certain) words.Add(t.Hash);
                else if (mark.Type is not (PhiType.Date or PhiType.Zip or PhiType.Age) && !t.IsWord && t.Length >= 7) numbers.Add(t.Hash);
            }
        }

        if (words.Count + numbers.Count == 0) return;
        foreach (var token in Tokens.Of(view, null))
        {
            if (token.IsWord ? words.Contains(token.Hash) && token.Big : numbers.Contains(token.Hash))
            {
                var context = new Note(view, [.. Tokens.Of(view, Evidence.Shipped)]);
                var index = Array.FindIndex(context.T, t => t.Start == token.Start);
                if (token.IsWord && Spreading.Eponymous(context, index)) continue;
                throw new RedactionException("A removed value would remain in the output; nothing was written.");
            }
        }
    }
}
