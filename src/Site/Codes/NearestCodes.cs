using CodingAhead.Codes;
using CodingAhead.Codes.Search;
using CodingAhead.Site.Shared;

namespace CodingAhead.Site.Codes;

/// <summary>Codes that somebody who typed an unknown one may have meant.</summary>
internal static class NearestCodes
{
    private const int Many = 8;

    /// <summary>The same text in other sets, what remains when characters at the end are left out, the next codes, then what search finds.</summary>
    public static List<CodeKey> Of(Asked asked, CodeSet set, string text)
    {
        var found = new List<CodeKey>();
        text = text.Trim();
        if (text.Length is 0 or > 40) return found;
        foreach (var other in CodeSets.Searchable)
        {
            if (CodeKey.TryParse(other, text, out var same)) Add(same);
        }

        if (CodeKey.TryParse(set, text, out var key))
        {
            var code = key.Code;
            for (var n = code.Length - 1; n >= 3; n--)
            {
                if (CodeKey.TryParse(set, code.AsSpan(0, n), out var shorter)) Add(shorter);
            }

            for (var n = code.Length - 1; n >= 2 && found.Count < Many; n--)
            {
                foreach (var near in asked.Book.KeysUnder(CodeKey.Of(set, code.AsSpan(0, n))).Take(Many)) Add(near);
            }
        }

        foreach (var hit in asked.Open.Searcher.Find(new SearchQuery { Text = text, On = asked.On, Top = Many }).Hits) Add(hit.Key);
        return found.Count > Many ? found[..Many] : found;

        void Add(CodeKey candidate)
        {
            if (!found.Contains(candidate) && asked.Book.Find(candidate, asked.On).Status != CodeStatus.UnknownCode) found.Add(candidate);
        }
    }
}
