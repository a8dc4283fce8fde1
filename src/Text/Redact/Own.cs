using System.Text.RegularExpressions;

namespace CodingAhead.Text.Redact;

/// <summary>What the user knows beforehand: the policy's lists and patterns, and what is known of the patient.</summary>
internal sealed class Own
{
    private readonly Policy policy;
    private readonly ulong[][] allow;
    private readonly ulong[][] deny;
    private readonly (Regex Regex, OwnPattern Pattern)[] patterns;

    /// <exception cref="RedactionException">A pattern cannot run in linear time or is none.</exception>
    public Own(Policy policy)
    {
        this.policy = policy;
        allow = [.. policy.Allow.Select(Phrase).Where(static p => p.Length > 0)];
        deny = [.. policy.Deny.Select(Phrase).Where(static p => p.Length > 0)];
        patterns = [.. policy.Patterns.Select(static p => (Compile(p), p))];
    }

    public void Run(Note n, Known? known, Evidence evidence)
    {
        foreach (var words in deny) All(n, words, PhiType.Name, "policy-deny", 1);
        foreach (var (regex, pattern) in patterns)
        {
            foreach (var match in regex.EnumerateMatches(n.View))
            {
                if (match.Length > 0) n.Mark(match.Index, match.Index + match.Length, pattern.Type, pattern.Rule, 0.99);
            }
        }

        if (known is null) return;
        foreach (var name in known.Names)
        {
            var words = Phrase(name);
            All(n, words, PhiType.Name, "known-name", 1);
            var parts = Tokens.Of(FoldedText.Of(name).View, evidence);
            foreach (var part in parts)
            {
                if (!part.IsWord || part.Length < 2 || part.Is(Word.Title | Word.Credential | Word.Particle | Word.Suffix)) continue;
                for (var i = 0; i < n.T.Length; i++)
                {
                    if (n.T[i].Hash == part.Hash && (n.T[i].Big || part.Weights.Ordinary < 4 && n.T[i].Length > 2) && !Spreading.Eponymous(n, i)) n.Mark(n.T[i].Start, n.T[i].End, PhiType.Name, "known-name", 0.98);
                }
            }
        }

        foreach (var date in known.Dates) All(n, Phrase(date), PhiType.Date, "known-date", 1);
        foreach (var id in known.Ids) Id(n, id);
    }

    /// <summary>The finds without those that the allow list names.</summary>
    public List<Mark> Without(Note n, List<Mark> marks)
    {
        if (allow.Length == 0) return marks;
        return marks.FindAll(m => !allow.Any(words => Phrase(n.View[m.Start..m.End]).AsSpan().SequenceEqual(words)));
    }

    private static Regex Compile(OwnPattern pattern)
    {
        try
        {
            return new Regex(pattern.Expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            throw new RedactionException($"The policy's pattern '{pattern.Rule}' cannot run in linear time: look-around, back-references and atomic groups are refused.");
        }
        catch (ArgumentException)
        {
            throw new RedactionException($"The policy's pattern '{pattern.Rule}' is not a regular expression.");
        }
    }

    private static ulong[] Phrase(string text) => [.. Tokens.Of(FoldedText.Of(text).View, Evidence.Shipped).Select(static t => t.Hash)];

    private static void All(Note n, ulong[] words, PhiType type, string rule, double confidence)
    {
        if (words.Length == 0) return;
        for (var i = 0; i + words.Length <= n.T.Length; i++)
        {
            var k = 0;
            while (k < words.Length && n.T[i + k].Hash == words[k]) k++;
            if (k == words.Length) n.Mark(n.T[i].Start, n.T[i + k - 1].End, type, rule, confidence);
        }
    }

    // Letters and digits of the identifier in their order, whatever separates them.
    private static void Id(Note n, string id)
    {
        var plain = string.Concat(FoldedText.Of(id).View.Where(Tokens.IsLetterOrDigit)).ToUpperInvariant();
        if (plain.Length < 3) return;
        for (var i = 0; i < n.T.Length; i++)
        {
            if (char.ToUpperInvariant(n.View[n.T[i].Start]) != plain[0]) continue;
            var (matched, at) = (0, n.T[i].Start);
            for (; at < n.View.Length && matched < plain.Length; at++)
            {
                var c = n.View[at];
                if (!Tokens.IsLetterOrDigit(c))
                {
                    if (c is ' ' or '-' or '.' or '/' or '_' && at - n.T[i].Start < plain.Length * 2) continue;
                    break;
                }

                if (char.ToUpperInvariant(c) != plain[matched]) break;
                matched++;
            }

            if (matched == plain.Length && !Tokens.IsLetterOrDigit(n.CharAt(at))) n.Mark(n.T[i].Start, at, PhiType.Id, "known-id", 1);
        }
    }
}
