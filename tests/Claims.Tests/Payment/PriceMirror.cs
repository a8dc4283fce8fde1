using CodingAhead.Claims.Payment;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Tests;

namespace CodingAhead.Claims.Tests.Payment;

/// <summary>A book of the mirror's fee schedules alone, built once for all tests of prices.</summary>
public sealed class PriceMirror : IDisposable
{
    private static readonly string[] Schedules = ["pfs", "clfs", "asp", "dmepos", "opps", "asc", "pos"];

    private readonly string folder = Directory.CreateTempSubdirectory("price-book-").FullName;
    private readonly Lazy<ClaimPricer> pricer;

    public PriceMirror() => pricer = new(() =>
    {
        var releases = Path.Combine(folder, "releases");
        foreach (var schedule in Schedules)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Mirror.Require(), schedule), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(releases, Path.GetRelativePath(Mirror.Require(), file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        var path = Path.Combine(folder, "price.book");
        BookCompiler.Build(new BuildOptions { Releases = releases, Output = path, Accepted = Licence.Public }, TimeProvider.System);
        return new ClaimPricer(Book.Open(path));
    });

    /// <summary>The pricer; skips the test where there is no mirror.</summary>
    public ClaimPricer Pricer => Mirror.Require() is null ? null! : pricer.Value;

    public void Dispose()
    {
        if (pricer.IsValueCreated) pricer.Value.Book.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(nameof(PriceMirror))]
public sealed class PriceMirrorCollection : ICollectionFixture<PriceMirror>;
