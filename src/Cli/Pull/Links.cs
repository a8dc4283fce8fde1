using System.Net;

namespace CodingAhead.Cli.Pull;

/// <summary>The addresses that a publisher's page links, and the choice among them.</summary>
internal static class Links
{
    /// <summary>Every http(s) address that a page links, absolute, in order, each once. Tolerates any text; comments and scripts do not count.</summary>
    public static IReadOnlyList<Uri> On(string page, Uri address)
    {
        var links = new List<Uri>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var basis = address;
        var isJson = page.AsSpan().TrimStart() is ['{' or '[', ..];
        foreach (var (tag, href) in isJson ? Quoted(page) : Hrefs(page))
        {
            if (!Uri.TryCreate(basis, WebUtility.HtmlDecode(href).Trim(), out var link) || link.Scheme is not ("http" or "https"))
            {
                continue;
            }

            if (tag == "base")
            {
                basis = link;
                continue;
            }

            link = BehindLicencePage(link);
            if (seen.Add(link.AbsoluteUri))
            {
                links.Add(link);
            }
        }

        return links;
    }

    /// <summary>
    /// The newest link that fits: patterns in their order, and within the first that fits anything the newest edition that has begun.
    /// </summary>
    public static Uri? Newest(IEnumerable<Uri> links, IEnumerable<string> patterns, DateOnly on)
    {
        foreach (var pattern in patterns)
        {
            var newest = links
                .Where(link => Wildcard.Fits(pattern.Contains('/', StringComparison.Ordinal) ? Uri.UnescapeDataString(link.AbsoluteUri) : FileName(link), pattern))
                .Select(link => (Link: link, Release: ReleaseName.Read(FileName(link))))
                .Where(found => found.Release.Starts <= on)
                .OrderByDescending(found => found.Release)
                .Select(found => found.Link)
                .FirstOrDefault();
            if (newest is not null)
            {
                return newest;
            }
        }

        return null;
    }

    /// <summary>The last part of an address, decoded; empty for a directory.</summary>
    public static string FileName(Uri link) => Uri.UnescapeDataString(link.Segments[^1]) is var name && name.EndsWith('/') ? "" : name;

    /// <summary>Does the link lie directly in the directory of this listing?</summary>
    public static bool IsIn(Uri link, Uri listing)
    {
        var directory = new Uri(listing, ".");
        return link.Host == directory.Host
            && new Uri(link, ".").AbsolutePath.Equals(directory.AbsolutePath, StringComparison.OrdinalIgnoreCase);
    }

    // CMS links CPT files through /license/ama?file=/files/zip/x.zip (formerly /apps/ama/license.asp?file=…): the file is what is meant.
    private static Uri BehindLicencePage(Uri link)
    {
        if (!link.AbsolutePath.Contains("license", StringComparison.OrdinalIgnoreCase))
        {
            return link;
        }

        foreach (var pair in link.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith("file=", StringComparison.OrdinalIgnoreCase)
                && Uri.TryCreate(link, Uri.UnescapeDataString(pair["file=".Length..]), out var file) && file.Scheme is "http" or "https")
            {
                return file;
            }
        }

        return link;
    }

    private static IEnumerable<(string Tag, string Href)> Hrefs(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < html.Length; at = html.IndexOf('<', at))
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = After(html, "-->", at + 4);
                continue;
            }

            var nameEnd = at + 1;
            while (nameEnd < html.Length && char.IsAsciiLetterOrDigit(html[nameEnd]))
            {
                nameEnd++;
            }

            var tag = html[(at + 1)..nameEnd].ToLowerInvariant();
            at = nameEnd;
            while (NextAttribute(html, ref at) is { } attribute)
            {
                if (attribute.Name == "href" && tag is "a" or "area" or "base")
                {
                    yield return (tag, attribute.Value);
                }
            }

            if (tag is "script" or "style")
            {
                at = After(html, "</" + tag, at);
            }
        }
    }

    private static (string Name, string Value)? NextAttribute(string html, ref int at)
    {
        while (at < html.Length && (char.IsWhiteSpace(html[at]) || html[at] is '/' or '"' or '\'' or '='))
        {
            at++;
        }

        if (at >= html.Length || html[at] is '>' or '<')
        {
            return null;
        }

        var from = at;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '<' or '/'))
        {
            at++;
        }

        var name = html[from..at].ToLowerInvariant();
        var value = at;
        while (value < html.Length && char.IsWhiteSpace(html[value]))
        {
            value++;
        }

        if (value >= html.Length || html[value] != '=')
        {
            return (name, "");
        }

        value++;
        while (value < html.Length && char.IsWhiteSpace(html[value]))
        {
            value++;
        }

        if (value < html.Length && html[value] is '"' or '\'')
        {
            var end = html.IndexOf(html[value], value + 1);
            end = end < 0 ? html.Length : end;
            at = Math.Min(end + 1, html.Length);
            return (name, html[(value + 1)..end]);
        }

        at = value;
        while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] != '>')
        {
            at++;
        }

        return (name, html[value..at]);
    }

    // data.cms.gov's catalogue is JSON: the addresses are its strings that begin with http.
    private static IEnumerable<(string Tag, string Href)> Quoted(string json)
    {
        for (var at = json.IndexOf("\"http", StringComparison.Ordinal); at >= 0; at = json.IndexOf("\"http", at, StringComparison.Ordinal))
        {
            var end = json.IndexOf('"', at + 1);
            if (end < 0)
            {
                yield break;
            }

            yield return ("a", json[(at + 1)..end].Replace("\\/", "/", StringComparison.Ordinal));
            at = end;
        }
    }

    private static int After(string html, string mark, int from)
    {
        var at = html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at + mark.Length;
    }
}
