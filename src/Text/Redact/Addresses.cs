using System.Buffers;

namespace CodingAhead.Text.Redact;

/// <summary>Addresses of the net (F, N, O) and names of image files (Q): found by the one character that each needs.</summary>
internal static class Addresses
{
    private static readonly SearchValues<string> Endings = SearchValues.Create([".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".heic", ".dcm", ".webp"], StringComparison.OrdinalIgnoreCase);

    // Top-level domains that a bare host may have without looking like a sentence's end. The reserved ones of RFC 2606 included.
    private static readonly SearchValues<string> Domains = SearchValues.Create([".com", ".org", ".net", ".edu", ".gov", ".mil", ".info", ".biz", ".io", ".health", ".us", ".co.uk", ".ca", ".au", ".de", ".example", ".test"], StringComparison.OrdinalIgnoreCase);

    public static void Run(Note n)
    {
        var view = n.View;
        for (var at = view.AsSpan().IndexOf('@'); at >= 0; at = Next(view, at + 1, '@')) Email(n, at);
        for (var at = view.AsSpan().IndexOf("://"); at >= 0; at = NextText(view, at + 3, "://")) Link(n, at);
        for (var at = view.AsSpan().IndexOf("www.", StringComparison.OrdinalIgnoreCase); at >= 0; at = NextText(view, at + 4, "www.")) Rest(n, at, at + 4);
        for (var at = view.AsSpan().IndexOfAny(Domains); at >= 0; at = After(view, at + 1, Domains)) Host(n, at);
        for (var at = view.AsSpan().IndexOfAny(Endings); at >= 0; at = After(view, at + 1, Endings)) Image(n, at);
        for (var at = view.AsSpan().IndexOf("::"); at >= 0; at = NextText(view, at + 2, "::")) Six(n, at);
    }

    /// <summary>Four numbers of at most 255 joined by points, at token <paramref name="i"/>; or eight groups of hexadecimal digits joined by colons.</summary>
    public static int Four(Note n, int i)
    {
        if (n.Joined(i, '.') && n.Joined(i + 1, '.') && n.Joined(i + 2, '.') && n.Before(i) != '.' && n.T[i].Length <= 3)
        {
            for (var k = i; k < i + 4; k++)
            {
                if (n.Number(k) is < 0 or > 255) return -1;
            }

            if (n.CharAt(n.T[i + 3].End) == '.' && char.IsAsciiDigit(n.CharAt(n.T[i + 3].End + 1))) return -1;
            var end = n.T[i + 3].End;
            if (n.CharAt(end) == ':' && char.IsAsciiDigit(n.CharAt(end + 1)))
            {
                end++;
                while (char.IsAsciiDigit(n.CharAt(end))) end++;
            }

            n.Mark(n.T[i].Start, end, PhiType.Ip, "ip", 0.97);
            return i + 3;
        }

        if (!n.Joined(i, ':') || n.Before(i) == ':') return -1;
        var last = i;
        while (last < i + 7 && n.Joined(last, ':') && Hex(n.Text(last)) && Hex(n.Text(last + 1))) last++;
        if (last < i + 5) return -1;
        n.Mark(n.T[i].Start, n.T[last].End, PhiType.Ip, last == i + 5 ? "mac" : "ip-6", 0.95);
        return last;
    }

    private static bool Hex(ReadOnlySpan<char> text)
    {
        if (text.Length > 4) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
        }

        return true;
    }

    private static void Six(Note n, int at)
    {
        var (start, end) = (at, at + 2);
        while (at - start < 40 && (char.IsAsciiHexDigit(n.CharAt(start - 1)) || n.CharAt(start - 1) == ':')) start--;
        while (end - at < 40 && (char.IsAsciiHexDigit(n.CharAt(end)) || n.CharAt(end) == ':')) end++;
        if (n.View[end - 1] == ':' && end > at + 2) end--;
        if (end - start < 4 || !n.View.AsSpan(start, end - start).ContainsAnyInRange('0', '9') || Tokens.IsLetterOrDigit(n.CharAt(start - 1))) return;
        n.Mark(start, end, PhiType.Ip, "ip-6", 0.95);
    }

    private static void Email(Note n, int at)
    {
        var (start, end) = (at, at + 1);
        while (at - start < 128 && start > 0 && IsLocal(n.View[start - 1])) start--;
        while (start < at && n.View[start] is '.' or '-' or '\'') start++;
        while (end - at < 200 && end < n.View.Length && IsHost(n.View[end])) end++;
        while (end > at + 1 && n.View[end - 1] is '.' or '-') end--;
        var host = n.View.AsSpan(at + 1, end - at - 1);
        if (start == at || host.Length == 0 || !host.ContainsAnyInRange('a', 'z') && !host.ContainsAnyInRange('A', 'Z')) return;
        n.Mark(start, end, PhiType.Email, host.Contains('.') ? "email" : "handle", host.Contains('.') ? 0.99 : 0.7);
    }

    private static void Link(Note n, int at)
    {
        var start = at;
        while (at - start < 12 && start > 0 && (char.IsAsciiLetter(n.View[start - 1]) || n.View[start - 1] == '+')) start--;
        if (start < at) Rest(n, start, at + 3);
    }

    private static void Rest(Note n, int start, int at)
    {
        var end = at;
        while (end < n.View.Length && n.View[end] is > ' ' and not ('"' or '<' or '>' or '|' or '{' or '}' or '\\' or '^' or '`' or FoldedText.Blank)) end++;
        while (end > at && n.View[end - 1] is '.' or ',' or ';' or ')' or ']' or '!' or '?' or ':' or '\'') end--;
        if (end - at >= 3) n.Mark(start, end, PhiType.Url, "url", 0.98);
    }

    private static void Host(Note n, int at)
    {
        var start = at;
        while (at - start < 128 && start > 0 && IsHost(n.View[start - 1])) start--;
        var end = at + 1;
        while (end < n.View.Length && char.IsAsciiLetter(n.View[end])) end++;
        if (start == at || n.CharAt(start - 1) == '@' || at - start < 2) return;
        // The ending is the whole last label, and the host is written as one word.
        if (!Domains.Contains(n.View[at..end]) && n.CharAt(end) is not ('.' or '/' or ':')) return;
        if (n.CharAt(end) is '/' or ':' or '?' && n.CharAt(end + 1) > ' ') Rest(n, start, end);
        else if (n.CharAt(end) != '.' || !char.IsAsciiLetter(n.CharAt(end + 1))) n.Mark(start, end, PhiType.Url, "host", 0.8);
    }

    private static void Image(Note n, int at)
    {
        var start = at;
        while (at - start < 128 && start > 0 && (Tokens.IsLetterOrDigit(n.View[start - 1]) || n.View[start - 1] is '_' or '-' or '.' or '/' or '\\')) start--;
        var end = at + 1;
        while (end < n.View.Length && char.IsAsciiLetter(n.View[end])) end++;
        if (start < at) n.Mark(start, end, PhiType.Photo, "image-file", 0.95);
    }

    private static bool IsLocal(char c) => Tokens.IsLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'' or '&' or '~';

    private static bool IsHost(char c) => Tokens.IsLetterOrDigit(c) || c is '.' or '-' or '_';

    private static int Next(string view, int from, char sign) => view.AsSpan(from).IndexOf(sign) is var i and >= 0 ? from + i : -1;

    private static int NextText(string view, int from, string sign) => view.AsSpan(from).IndexOf(sign, StringComparison.OrdinalIgnoreCase) is var i and >= 0 ? from + i : -1;

    private static int After(string view, int from, SearchValues<string> any) => view.AsSpan(from).IndexOfAny(any) is var i and >= 0 ? from + i : -1;
}
