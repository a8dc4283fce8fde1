using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CodingAhead.Codes;
using CodingAhead.Codes.Page;

namespace CodingAhead.Site.News;

/// <summary>
/// What each edition of a book changed, worked out when first asked for and kept with the book: comparing two full lists of ICD-10 takes a few
/// tenths of a second. No more than <see cref="Many"/> comparisons are kept; the one asked for longest ago goes first.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
public sealed class KeptChanges(Book book)
{
    /// <summary>Comparisons kept: every step of every set of the public releases since 2015, with room.</summary>
    public const int Many = 96;

    private readonly ConcurrentDictionary<EditionStep, (EditionChanges Changes, long Used)> kept = [];
    private readonly ConcurrentDictionary<CodeSet, IReadOnlyList<EditionStep>> steps = [];
    private readonly ConcurrentDictionary<CodeSet, IReadOnlyList<EditionCount>> counts = [];
    private readonly SemaphoreSlim one = new(1);
    private long used;

    /// <summary>How many comparisons are kept now.</summary>
    public int Count => kept.Count;

    /// <summary>The steps of a set, newest first.</summary>
    public IReadOnlyList<EditionStep> Steps(CodeSet set) => steps.GetOrAdd(set, static (s, b) => EditionStep.Of(b, s), book);

    /// <summary>How many codes each edition of a set lists, oldest first.</summary>
    public IReadOnlyList<EditionCount> Counts(CodeSet set) => counts.GetOrAdd(set, static (s, b) => EditionCount.Of(b, s), book);

    /// <summary>What a step changed. One is worked out at a time, so that a burst of requests for the same costs one comparison.</summary>
    public async Task<EditionChanges> Of(EditionStep step, CancellationToken cancel)
    {
        if (Find(step) is { } known) return known;
        await one.WaitAsync(cancel);
        try
        {
            if (Find(step) is { } meanwhile) return meanwhile;
            var changes = EditionChanges.Between(book, step.Set, step.Before, step.Date, cancel);
            while (kept.Count >= Many) kept.TryRemove(kept.MinBy(k => k.Value.Used).Key, out _);
            kept[step] = (changes, Interlocked.Increment(ref used));
            return changes;
        }
        finally
        {
            one.Release();
        }
    }

    private EditionChanges? Find(EditionStep step)
    {
        if (!kept.TryGetValue(step, out var found)) return null;
        kept[step] = found with { Used = Interlocked.Increment(ref used) };
        return found.Changes;
    }
}
