using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Tests;

/// <summary>The local mirror of official releases: beside the checkout, or where CODINGAHEAD_RELEASES says.</summary>
public static class Mirror
{
    public static string? Directory { get; } = Find();

    /// <summary>The mirror's directory; skips the test, with its reason, where there is none.</summary>
    public static string Require()
    {
        Assert.SkipWhen(Directory is null, "no releases directory (set CODINGAHEAD_RELEASES, or keep ../shared/releases beside the checkout)");
        return Directory!;
    }

    /// <summary>A file of the mirror by the end of its path (<c>x.zip!entry.txt</c> for an entry).</summary>
    public static ReleaseFile File(string path)
    {
        var disk = path.Split('!')[0];
        var directory = Path.Combine(Require(), Path.GetDirectoryName(disk)!);
        return ReleaseDirectory.Scan(directory, e => throw e)
            .Single(f => (Path.GetDirectoryName(disk)!.Replace('\\', '/') + "/" + f.Path).EndsWith(path, StringComparison.Ordinal));
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("CODINGAHEAD_RELEASES");
        if (!string.IsNullOrEmpty(named)) return System.IO.Directory.Exists(named) ? named : null;
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            var candidate = Path.Combine(d.FullName, "shared", "releases");
            if (System.IO.Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
