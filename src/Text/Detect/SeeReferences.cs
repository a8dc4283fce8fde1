using CodingAhead.Codes.Build;

namespace CodingAhead.Text.Detect;

/// <summary>
/// Resolves "see" entries of one edition of the Alphabetic Index: the target names a main term and terms under it ("Fracture, femur, neck") and leads to the code that
/// stands there. Chains are followed to a bounded depth; what cannot be resolved is left out.
/// </summary>
internal sealed class SeeReferences
{
    private const int MaxDepth = 3;

    private readonly Dictionary<string, CodeEntry> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    private readonly List<(string Path, string Target, int Fact, bool Also)> references = [];

    /// <summary>An entry with its code.</summary>
    public void Entry(string path, CodeEntry entry)
    {
        foreach (var name in Names(path)) codes.TryAdd(name, entry);
    }

    /// <summary>Takes in the entries of another part of the index; of two with the same name the one that was there stays.</summary>
    public void Absorb(SeeReferences part)
    {
        foreach (var (name, entry) in part.codes) codes.TryAdd(name, entry);
    }

    /// <summary>Whether an entry has a code of its own. Right only when all entries are in.</summary>
    public bool HasCode(string path) => codes.ContainsKey(Normal(path));

    /// <summary>An entry that refers elsewhere.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="target">What it refers to.</param>
    /// <param name="fact">Its row.</param>
    /// <param name="also">It is a "see also".</param>
    public void Reference(string path, string target, int fact, bool also = false)
    {
        // "Abdomen - see condition" tells the reader to look under the condition, whatever it is.
        if (target.StartsWith("condition", StringComparison.OrdinalIgnoreCase) || target.Equals("disease", StringComparison.OrdinalIgnoreCase)) return;
        references.Add((path, target, fact, also));
        foreach (var name in Names(path)) targets.TryAdd(name, target);
    }

    /// <summary>Calls back with every reference that leads to a code.</summary>
    public void Resolve(Action<CodeEntry, int, string, bool> add)
    {
        foreach (var (path, target, fact, also) in references)
        {
            if (Follow(target, 0) is { } entry) add(entry, fact, path, also);
        }
    }

    private CodeEntry? Follow(string target, int depth)
    {
        var name = Normal(target);
        if (name.Length == 0 || depth > MaxDepth) return null;
        if (codes.TryGetValue(name, out var found)) return found;
        return targets.TryGetValue(name, out var next) ? Follow(next, depth + 1) : null;
    }

    private static IEnumerable<string> Names(string path) => IndexPath.Names(path).Select(Normal);

    private static string Normal(string text)
    {
        Span<char> buffer = stackalloc char[256];
        var n = 0;
        var word = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (n >= buffer.Length - 2) break;
            if (i < text.Length && char.IsLetterOrDigit(text[i])) { buffer[n++] = char.ToLowerInvariant(text[i]); continue; }
            if (n == word) continue;
            if (buffer[word..n] is "by" or "type" or "site") n = word;
            else buffer[n++] = ' ';
            word = n;
        }

        return new string(buffer[..n].TrimEnd(' '));
    }
}
