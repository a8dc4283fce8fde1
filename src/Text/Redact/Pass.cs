using System.Security.Cryptography;
using System.Text;

namespace CodingAhead.Text.Redact;

/// <summary>Reads the windows of a text: once to learn what they say of the whole, once to write them.</summary>
internal sealed class Pass(Policy policy, Finder finder, Known? known, Survey survey, Replacements replacements)
{
    // Up to where the whole text was written, in UTF-16 units.
    private long done;

    public void Learn(Window window, CancellationToken cancel)
    {
        var folded = FoldedText.Of(window.Text);
        finder.Learn(folded, m => folded.Start(m.Start) is var at && at >= window.From && at < window.To, known, survey, cancel);
    }

    /// <summary>Appends the window's part with its finds replaced, and tells each with its place in the whole.</summary>
    public void Write(Window window, bool learned, StringBuilder output, Action<long, long, Mark, string?> found, CancellationToken cancel)
    {
        var folded = FoldedText.Of(window.Text);
        var (marks, note) = learned ? finder.Again(folded, known, survey, cancel) : finder.Find(folded, known, survey, cancel);
        var at = (int)Math.Max(window.From, done - window.At);
        foreach (var mark in marks)
        {
            var (start, end) = (folded.Start(mark.Start), folded.End(mark.End));
            if (start >= window.To && window.To < window.Text.Length) break;
            // What the window before has written of it is written; the rest is part of it all the same.
            start = Math.Max(start, at);
            if (end <= start || survey.Leaves(note, mark)) continue;
            var value = window.Text[start..end];
            var replacement = policy.Mode == RedactionMode.Redact ? replacements.Of(mark, value, survey) : null;
            found(window.At + start, window.At + end, mark, replacement);
            output.Append(window.Text, at, start - at).Append(replacement ?? value);
            at = end;
        }

        if (at < window.To) output.Append(window.Text, at, window.To - at);
        done = window.At + Math.Max(at, window.To);
    }
}

/// <summary>A text that is redacted without being held.</summary>
internal sealed class Streamed(Redactor redactor, Policy policy, Finder finder, Known? known, string patient)
{
    // What is kept back until what follows it is known, so that the last check sees a word's surroundings.
    private const int Back = 1 << 11;

    private readonly StringBuilder pending = new();
    private readonly int[] counts = new int[18];
    private long written;
    private int before, review;

    public Manifest Run(Func<TextReader> open, TextWriter output, CancellationToken cancel)
    {
        var survey = new Survey(policy, redactor.Year);
        var pass = new Pass(policy, finder, known, survey, new Replacements(policy, patient));
        using var input = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var result = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var several = false;
        using (var reader = open())
        {
            foreach (var window in Windows.Of(reader))
            {
                var part = window.Text.AsSpan(window.From, window.To - window.From);
                if (part.Contains('\0')) throw new RedactionException("The input is binary, not text.");
                if (part.Contains('\uFFFD')) throw new RedactionException("The input is not valid UTF-8.");
                Hashed.Add(input, part);
                several |= window.From > 0 || window.To < window.Text.Length;
                if (several) pass.Learn(window, cancel);
            }
        }

        using (var reader = open())
        {
            foreach (var window in Windows.Of(reader))
            {
                pass.Write(window, several, pending, Count, cancel);
                Flush(survey, output, result, last: false);
            }
        }

        Flush(survey, output, result, last: true);
        return redactor.Manifest(counts, review, Convert.ToHexStringLower(input.GetHashAndReset()), Convert.ToHexStringLower(result.GetHashAndReset()));
    }

    private void Count(long start, long end, Mark mark, string? replacement)
    {
        counts[mark.Type.Category() - 'A']++;
        if (mark.Confidence < policy.ReviewBelow) review++;
    }

    private void Flush(Survey survey, TextWriter output, IncrementalHash hash, bool last)
    {
        var text = pending.ToString();
        var to = text.Length;
        if (!last)
        {
            to = Math.Max(before, text.Length - Back);
            while (to > before && !char.IsWhiteSpace(text[to - 1])) to--;
        }

        try
        {
            PostCheck.Run(survey, text, before, last ? int.MaxValue : to);
        }
        catch (RedactionException) when (written > 0)
        {
            output.Flush();
            throw new PartlyWrittenException(written);
        }

        var part = text.AsSpan(before, to - before);
        output.Write(part);
        Hashed.Add(hash, part);
        written += part.Length;
        // What was written stays a while as the surroundings of what follows.
        var keep = Math.Max(0, to - Back);
        pending.Clear().Append(text, keep, text.Length - keep);
        before = to - keep;
    }
}

/// <summary>Adds text to a hash as UTF-8, part by part.</summary>
internal static class Hashed
{
    public static void Add(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[3 * 1024];
        while (!text.IsEmpty)
        {
            var take = Math.Min(1024, text.Length);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1])) take--;
            hash.AppendData(bytes[..Encoding.UTF8.GetBytes(text[..take], bytes)]);
            text = text[take..];
        }
    }
}
