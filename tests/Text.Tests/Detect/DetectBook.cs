using CodingAhead.Codes;
using CodingAhead.Codes.Build;
using CodingAhead.Codes.Tests;
using CodingAhead.Text.Detect;

namespace CodingAhead.Text.Tests.Detect;

/// <summary>A detector over the ICD-10-CM releases of the mirror, built once; <c>CODINGAHEAD_TEST_BOOK</c> names a book that is already built. Its tests are skipped without a mirror.</summary>
public sealed class DetectBook : IDisposable
{
    /// <summary>A day of FY2026.</summary>
    public static readonly DateOnly On = new(2026, 9, 30);

    private readonly Lazy<Detector> detector;
    private readonly string folder = Directory.CreateTempSubdirectory("detect-book-").FullName;

    public DetectBook() => detector = new(() =>
    {
        var releases = Mirror.Require();
        var path = Environment.GetEnvironmentVariable("CODINGAHEAD_TEST_BOOK");
        if (string.IsNullOrEmpty(path))
        {
            path = Path.Combine(folder, "detect.book");
            BookCompiler.Build(new BuildOptions { Releases = Path.Combine(releases, "icd10cm"), Output = path, Lexicon = LexiconStore.Make }, TimeProvider.System);
        }

        return new Detector(Book.Open(path));
    });

    public Detector Detector
    {
        get
        {
            Mirror.Require();
            return detector.Value;
        }
    }

    public DetectResult Detect(string text, string setting = "outpatient", char? sex = null, int? age = null) =>
        Detector.Detect(text, new DetectOptions { Setting = setting == "inpatient" ? CareSetting.Inpatient : CareSetting.Outpatient, On = On, Sex = sex, Age = age }, TestContext.Current.CancellationToken);

    /// <summary>The codes in alphabetical order, a blank between.</summary>
    public string Codes(string text, string setting = "outpatient") => Sorted(Detect(text, setting).Codes.Select(c => c.Code));

    public static string Sorted(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));

    public void Dispose()
    {
        if (detector.IsValueCreated) detector.Value.Book.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(nameof(DetectBook))]
public sealed class DetectBookCollection : ICollectionFixture<DetectBook>;
