using CodingAhead.Claims.Payment;
using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Tests;

namespace CodingAhead.Claims.Tests.Edits;

/// <summary>The book of the whole mirror, built once for all tests of edits; <c>CODINGAHEAD_TEST_BOOK</c> names one that is already built. Its tests are skipped without a mirror.</summary>
public sealed class MirrorClaims : IDisposable
{
    private readonly Lazy<ClaimChecker> checker;
    private readonly Lazy<ClaimPricer> pricer;
    private readonly string folder = Directory.CreateTempSubdirectory("mirror-claims-").FullName;

    public MirrorClaims()
    {
        checker = new(() => new ClaimChecker(Open()));
        pricer = new(() => new ClaimPricer(checker.Value.Book));
    }

    public Book Book => checker.Value.Book;

    public CheckResult Check(Claim claim, CheckOptions? options = null)
    {
        Mirror.Require();
        return checker.Value.Check(claim, options);
    }

    public PriceResult Price(Claim claim, PriceOptions? options = null)
    {
        Mirror.Require();
        return pricer.Value.Price(claim, options);
    }

    /// <summary>The outcomes of one rule, in order: <c>fail not-checked</c>; empty when it finds nothing.</summary>
    public string Outcomes(string rule, Claim claim, CheckOptions? options = null) => Typed.Outcomes(Check(claim, options), rule);

    public void Dispose()
    {
        if (checker.IsValueCreated) checker.Value.Book.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Book Open()
    {
        var releases = Mirror.Require();
        var path = Environment.GetEnvironmentVariable("CODINGAHEAD_TEST_BOOK");
        if (string.IsNullOrEmpty(path))
        {
            path = Path.Combine(folder, "mirror.book");
            BookCompiler.Build(new BuildOptions { Releases = releases, Output = path }, TimeProvider.System);
        }

        return Book.Open(path);
    }
}

[CollectionDefinition(nameof(MirrorClaims))]
public sealed class MirrorClaimsCollection : ICollectionFixture<MirrorClaims>;
