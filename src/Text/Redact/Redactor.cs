using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>
/// Finds the identifiers of 45 CFR 164.514(b)(2)(i) A to R in clinical text and replaces them by a policy. Made once per policy; safe for many threads; the
/// same text gives the same result in the same year on every machine and in every culture.
/// </summary>
public sealed class Redactor
{
    /// <summary>Version of the rules and their evidence, as manifests state it.</summary>
    public const string Version = "1.0";

    private readonly Policy policy;
    private readonly Evidence evidence;
    private readonly Finder finder;
    private readonly TimeProvider clock;

    /// <summary>A redactor for a policy; <see cref="Policy.SafeHarbor"/> when none is given.</summary>
    /// <param name="policy">What is replaced, and by what.</param>
    /// <param name="clock">Says which year it is, since a year of birth tells an age today, not on the day of the note; the system's when none is given.</param>
    /// <exception cref="RedactionException">The policy has a pattern that does not run in linear time, or lacks a key it needs.</exception>
    public Redactor(Policy? policy = null, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        this.policy = policy ?? Policy.SafeHarbor;
        evidence = Evidence.With(this.policy.NameTables);
        finder = new Finder(this.policy, evidence);
        var keyed = this.policy.Actions.Values.Append(this.policy.Action).Any(static a => a is PhiAction.Surrogate or PhiAction.Shift);
        if (keyed && string.IsNullOrEmpty(this.policy.Key)) throw new RedactionException("Surrogates and shifted dates need a key.");
        if (keyed && this.policy.Name is "safe-harbor") throw new RedactionException("A policy with surrogates or shifted dates cannot be named safe-harbor: shifted dates are dates.");
    }

    /// <summary>By which policy.</summary>
    public Policy Policy => policy;

    /// <summary>Redacts one text.</summary>
    /// <param name="text">The note; offsets of the result refer to it.</param>
    /// <param name="known">What is known of the patient.</param>
    /// <param name="cancel">Stops between words.</param>
    /// <exception cref="RedactionException">A removed value would remain in the output, or the text is binary. Nothing of the text is in the message.</exception>
    public RedactionResult Redact(string text, Known? known = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var survey = new Survey(policy, Year);
        var spans = new List<RedactionSpan>();
        var output = Spans(text, known, survey, new Replacements(policy, Patient(known)), spans, cancel);
        var result = policy.Mode switch { RedactionMode.Audit => "", RedactionMode.Label => text, _ => output };
        return Result(text, result, spans, []);
    }

    /// <summary>
    /// Redacts a text of any length, which is read twice and never held: first to learn what spreads, then to write. The result is that of
    /// <see cref="Redact(string, Known?, CancellationToken)"/>, but for a rule that would look further than 2,048 characters.
    /// </summary>
    /// <param name="open">Opens the text, the same each time.</param>
    /// <param name="output">Takes the text without identifiers, each part after it was checked. Not closed.</param>
    /// <param name="known">What is known of the patient.</param>
    /// <param name="cancel">Stops between words.</param>
    /// <exception cref="PartlyWrittenException">A removed value would remain in the output: what was written until then was checked, the rest is missing.</exception>
    /// <exception cref="RedactionException">The text is binary or not valid UTF-8, or the mode is not to redact: nothing was written.</exception>
    public Manifest Redact(Func<TextReader> open, TextWriter output, Known? known = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(output);
        if (policy.Mode != RedactionMode.Redact) throw new RedactionException("A streamed text is redacted, not labelled.");
        return new Streamed(this, policy, finder, known, Patient(known)).Run(open, output, cancel);
    }

    /// <summary>The finds of a text, added to a list, and the text with them replaced, checked. What the text says of names is noted in the survey.</summary>
    internal string Spans(string text, Known? known, Survey survey, Replacements replacements, List<RedactionSpan> spans, CancellationToken cancel)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) throw new RedactionException("The input is binary, not text.");
        var pass = new Pass(policy, finder, known, survey, replacements);
        if (text.Length > Windows.Whole)
        {
            foreach (var window in Windows.Of(text)) pass.Learn(window, cancel);
        }

        var points = new CodePoints(text);
        var output = new StringBuilder(text.Length);
        foreach (var window in Windows.Of(text))
        {
            pass.Write(window, text.Length > Windows.Whole, output, (start, end, mark, replacement) =>
                spans.Add(new RedactionSpan((int)start, (int)end, points.FromUtf16((int)start), points.FromUtf16((int)end), mark.Type, mark.Rule, mark.Confidence, replacement)), cancel);
        }

        var result = output.ToString();
        if (policy.Mode == RedactionMode.Redact) PostCheck.Run(survey, result);
        return result;
    }

    internal RedactionResult Result(string text, string result, List<RedactionSpan> spans, IReadOnlyList<string> notes)
    {
        var review = spans.FindAll(s => s.Confidence < policy.ReviewBelow);
        var counts = new int[18];
        foreach (var span in spans) counts[span.Category - 'A']++;
        return new RedactionResult { Text = result, Spans = spans, Review = review, Notes = notes, Manifest = Manifest(counts, review.Count, Sha256(text), Sha256(result)) };
    }

    /// <summary>The year it is.</summary>
    internal int Year => clock.GetUtcNow().Year;

    internal static string Patient(Known? known) => known is { Ids: [var id, ..] } ? id : known is { Names: [var name, ..] } ? name : "";

    internal Manifest Manifest(ReadOnlySpan<int> letters, int review, string input, string output)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var letter = 'A'; letter <= 'R'; letter++) counts[letter.ToString()] = letters[letter - 'A'];
        return new Manifest
        {
            Policy = policy.Name,
            Version = Version,
            Evidence = evidence.Names,
            Mode = policy.Mode switch { RedactionMode.Label => "label", RedactionMode.Audit => "audit", _ => "redact" },
            Counts = counts,
            Review = review,
            Checked = policy.Mode == RedactionMode.Redact ? true : null,
            InputSha256 = input,
            OutputSha256 = output,
        };
    }

    // In parts, so that a long text is not there a second time as bytes.
    private static string Sha256(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Hashed.Add(hash, text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
