using System.IO.Compression;
using System.Text;

namespace CodingAhead.Cli.Pull;

/// <summary>Whether what came is what the file name promises. Publishers answer 200 with a web page where a file should be.</summary>
internal static class BodyKind
{
    /// <summary>Does it begin like a web page?</summary>
    public static bool IsHtml(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8))
        {
            head = head[3..];
        }

        head = head.TrimStart(" \t\r\n"u8);
        while (head.StartsWith("<!--"u8) || head.StartsWith("<?xml"u8))
        {
            var end = head.IndexOf((byte)'>');
            head = end < 0 ? [] : head[(end + 1)..].TrimStart(" \t\r\n"u8);
        }

        return StartsWith(head, "<!doctype html"u8) || StartsWith(head, "<html"u8) || StartsWith(head, "<head"u8) || StartsWith(head, "<body"u8);
    }

    /// <summary>What the first bytes say against the file name; null when they fit.</summary>
    public static string? Refuse(string file, string? contentType, ReadOnlySpan<byte> head)
    {
        var kind = Path.GetExtension(file).ToLowerInvariant();
        if (kind is ".html" or ".htm")
        {
            return null;
        }

        if (head.IsEmpty)
        {
            return "it is empty";
        }

        var isHtml = IsHtml(head);
        var fits = kind switch
        {
            ".zip" or ".xlsx" => head.StartsWith("PK"u8),
            ".pdf" => head.StartsWith("%PDF"u8),
            ".gz" => head.StartsWith("\u001f"u8),
            _ => !isHtml,
        };
        return fits ? null
            : isHtml || contentType == "text/html" ? $"it is a web page, not a {kind.TrimStart('.')} file"
            : $"it does not begin like a {kind.TrimStart('.')} file";
    }

    /// <summary>What the whole file says against its name; null when it is sound as far as can be seen without reading all of it.</summary>
    public static string? Refuse(string file, string path)
    {
        var kind = Path.GetExtension(file).ToLowerInvariant();
        if (kind is not (".zip" or ".xlsx"))
        {
            return null;
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.Entries.Count == 0 ? "the archive is empty"
                : kind == ".xlsx" && zip.GetEntry("[Content_Types].xml") is null ? "it is a zip file, but no workbook"
                : null;
        }
        catch (InvalidDataException)
        {
            return "the archive is damaged or cut short";
        }
    }

    /// <summary>The licence classes that a web page asks to accept; empty when it is no licence page.</summary>
    public static IReadOnlyList<string> LicenceAsked(ReadOnlySpan<byte> page)
    {
        var text = Encoding.UTF8.GetString(page);
        if (!Says("license") || !(Says("accept") || Says("agree")))
        {
            return [];
        }

        var classes = new List<string>();
        foreach (var (name, owner) in new[] { ("ama", "American Medical Association"), ("ada", "American Dental Association"), ("nubc", "National Uniform Billing") })
        {
            if (Says(owner))
            {
                classes.Add(name);
            }
        }

        return classes;

        bool Says(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length >= lower.Length && Ascii.EqualsIgnoreCase(text[..lower.Length], lower);
}
