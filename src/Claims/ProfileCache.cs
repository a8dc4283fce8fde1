using System.Collections.Concurrent;
using CodingAhead.Codes;

namespace CodingAhead.Claims;

/// <summary>
/// Profiles by code and date, shared by all checks of a book. Bounded: when a part is full it is started anew, so that a file with every code on every
/// date cannot fill the memory. Thread-safe.
/// </summary>
internal sealed class ProfileCache(Book book)
{
    private const int Most = 65_536;

    private readonly ConcurrentDictionary<(CodeKey, DateOnly), CodeProfile> codes = new();
    private readonly ConcurrentDictionary<(CodeKey, DateOnly), DiagnosisProfile> diagnoses = new();
    private readonly ConcurrentDictionary<(CodeKey, DateOnly), Listed> listed = new();

    public Book Book => book;

    public Editions Editions { get; } = new(book);

    public CodeProfile Of(CodeKey key, DateOnly on)
    {
        if (codes.TryGetValue((key, on), out var known)) return known;
        if (codes.Count >= Most) codes.Clear();
        return codes.GetOrAdd((key, on), static (k, b) => new CodeProfile(b, k.Item1, k.Item2), book);
    }

    public DiagnosisProfile OfDiagnosis(CodeKey key, DateOnly on)
    {
        if (diagnoses.TryGetValue((key, on), out var known)) return known;
        if (diagnoses.Count >= Most) diagnoses.Clear();
        return diagnoses.GetOrAdd((key, on), static (k, b) => new DiagnosisProfile(b, k.Item1, k.Item2), book);
    }

    /// <summary>A modifier or place of service.</summary>
    public Listed OfList(CodeKey key, DateOnly on)
    {
        if (listed.TryGetValue((key, on), out var known)) return known;
        if (listed.Count >= Most) listed.Clear();
        return listed.GetOrAdd((key, on), static (k, b) => new Listed(b, k.Item1, k.Item2), book);
    }
}
