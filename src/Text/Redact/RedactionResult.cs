namespace CodingAhead.Text.Redact;

/// <summary>
/// One identifier found. Offsets refer to the text that came in and are half-open: <see cref="Start"/> and <see cref="End"/> in UTF-16 units,
/// <see cref="CpStart"/> and <see cref="CpEnd"/> in Unicode code points.
/// </summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="CpStart">First code point.</param>
/// <param name="CpEnd">One past the last code point.</param>
/// <param name="Type">What it is.</param>
/// <param name="Rule">The rule that found it, such as <c>name-title</c>.</param>
/// <param name="Confidence">How sure the rule is, 0 to 1: an ordering for review, not a probability.</param>
/// <param name="Replacement">What stands in its place; null when the policy keeps it or nothing was replaced (labels or audit only).</param>
public sealed record RedactionSpan(int Start, int End, int CpStart, int CpEnd, PhiType Type, string Rule, double Confidence, string? Replacement)
{
    /// <summary>The letter of 45 CFR 164.514(b)(2)(i), A to R.</summary>
    public char Category => Type.Category();
}

/// <summary>What became of a text. <see cref="Spans"/> still point into the text that came in: they are for the person who gave it, never for a log.</summary>
public sealed record RedactionResult
{
    /// <summary>The text without identifiers; the text as it came in when the mode is labels; empty when it is audit.</summary>
    public required string Text { get; init; }

    /// <summary>All identifiers found, in order, not overlapping.</summary>
    public required IReadOnlyList<RedactionSpan> Spans { get; init; }

    /// <summary>Counts and hashes, no values.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>Those of <see cref="Spans"/> whose confidence is below the policy's <see cref="Policy.ReviewBelow"/>, for a person to confirm. They are replaced all the same.</summary>
    public required IReadOnlyList<RedactionSpan> Review { get; init; }

    /// <summary>What was done to a format beside replacing: columns that were not looked at, attachments that could not be read. Without values.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What is known of the patient beforehand: the strongest evidence there is. Each value is looked for whole and, names, by their parts.</summary>
public sealed record Known
{
    /// <summary>Names of persons: patient, relatives, providers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Dates, <c>yyyy-MM-dd</c> or as they are written in the note.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Numbers: record, account, member, telephone. Separators are ignored.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];
}

/// <summary>The proof that something was done, without a value of the text: it may be stored and shown.</summary>
public sealed record Manifest
{
    /// <summary>Name of the policy.</summary>
    public required string Policy { get; init; }

    /// <summary>Version of the engine and its rules.</summary>
    public required string Version { get; init; }

    /// <summary>Which evidence about names and places was loaded.</summary>
    public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary><c>redact</c>, <c>label</c> or <c>audit</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Spans by letter A to R, all eighteen, zeros included.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Spans below the policy's threshold for review.</summary>
    public required int Review { get; init; }

    /// <summary>Whether the check found no removed value left: always true in a result of mode <c>redact</c>, since otherwise there is none; null when nothing was removed to check.</summary>
    public required bool? Checked { get; init; }

    /// <summary>SHA-256 of the text that came in, UTF-8, lower-case hexadecimal.</summary>
    public required string InputSha256 { get; init; }

    /// <summary>SHA-256 of the text that went out.</summary>
    public required string OutputSha256 { get; init; }
}

/// <summary>A text that is not given out, because a removed value would remain or because it is no text. The message never contains a part of it.</summary>
public class RedactionException(string message) : Exception(message);

/// <summary>A streamed text that could not be finished: what was written before was checked, the rest is missing.</summary>
/// <param name="written">Characters that were written.</param>
public sealed class PartlyWrittenException(long written) : RedactionException(
    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A removed value would remain in the output. The first {written} characters were written and had been checked; the rest was not written."))
{
    /// <summary>Characters that were written.</summary>
    public long Written => written;
}
