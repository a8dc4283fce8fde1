using CodingAhead.Codes.Import;

namespace CodingAhead.Codes.Build;

/// <summary>What became of one file.</summary>
public enum FileOutcome
{
    /// <summary>Its rows are in the book.</summary>
    Read,

    /// <summary>The same edition in another form, read and compared: the book cites the preferred form.</summary>
    Variant,

    /// <summary>A later revision of the same edition took its place.</summary>
    Superseded,

    /// <summary>No importer knows its layout.</summary>
    Unrecognised,

    /// <summary>It breaks its layout.</summary>
    Refused,

    /// <summary>It is sound, but another file of its release is refused, and half a release would be silently wrong.</summary>
    LeftOut,
}

/// <summary>One file of the releases directory after a build.</summary>
public sealed record FileReport(string Path, FileOutcome Outcome, string? Importer, EditionDates? Edition, int Rows, int Withheld, string? Message, IReadOnlyList<string> Notes);

/// <summary>The outcome of a build.</summary>
/// <param name="Files">Every file met, in order of path.</param>
/// <param name="Keys">Codes and registers in the book.</param>
/// <param name="Facts">Rows in the book.</param>
/// <param name="Pairs">NCCI pairs in the book.</param>
/// <param name="Bytes">Size of the book.</param>
/// <param name="Elapsed">Wall time.</param>
public sealed record BuildReport(IReadOnlyList<FileReport> Files, int Keys, int Facts, int Pairs, long Bytes, TimeSpan Elapsed)
{
    /// <summary>Files with errors, and those left out because of them.</summary>
    public IEnumerable<FileReport> Errors => Files.Where(f => f.Outcome is FileOutcome.Refused or FileOutcome.LeftOut);

    /// <summary>Texts left out because their licence class is not accepted.</summary>
    public int Withheld => Files.Sum(f => f.Withheld);
}

/// <summary>Progress of a build.</summary>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; 0 when unknown.</param>
/// <param name="Detail">The file just finished, say.</param>
public readonly record struct BuildProgress(string Stage, int Done, int Total, string? Detail);

/// <summary>What to build.</summary>
public sealed record BuildOptions
{
    /// <summary>Directory of releases; null builds the starter book from our own data alone.</summary>
    public string? Releases { get; init; }

    /// <summary>Where the book goes. A file there stays in use until the new one is whole, then is replaced.</summary>
    public required string Output { get; init; }

    /// <summary>Licence classes the installation has accepted; text of others is never written.</summary>
    public Licence Accepted { get; init; } = Licence.Public;

    /// <summary>How many files are read at once; default one a processor. More costs memory.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Makes what the reading of clinical notes needs, from the finished rows; it lies in the book as bytes that this library does not read. None when null.</summary>
    public Func<Book, CancellationToken, byte[]>? Lexicon { get; init; }

    // How the temporary file is opened: tests give a disk that fills up.
    internal Func<string, FileStream>? OpenOutput { get; init; }
}
