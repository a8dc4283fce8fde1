namespace CodingAhead.Cli.Pull;

/// <summary>What to fetch and how patiently. Every value has a default, so <c>new PullOptions()</c> is a usable pull.</summary>
public sealed record PullOptions
{
    /// <summary>Where releases go, as <c>Directory/dataset/file</c>, beside <c>pulled.json</c>. Default <c>releases</c>, which <c>book build</c> reads.</summary>
    public string Directory { get; init; } = "releases";

    /// <summary>Licence classes the user accepted (<c>ama</c>, <c>ada</c>, <c>nubc</c>). Default none: an entry that needs one is skipped unasked.</summary>
    public IReadOnlySet<string> Accepted { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The date whose editions are wanted. Default today: an edition that is published but not yet in force is left alone.</summary>
    public DateOnly? On { get; init; }

    /// <summary>How often one address is tried in all, counting the first try. Default 5. Only transient trouble is tried again.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>How long a server may stay silent, not how long a download may take. Default 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest pause a server may ask for (<c>Retry-After</c>). Default 2 min; one that asks for more makes its entry fail now.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Entry ids to fetch, <c>*</c> allowed (<c>ncci-*</c>). Default empty: all. An entry named here counts as failed when its licence is missing.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>A publishers file to use in place of the built-in one. Default null: built-in.</summary>
    public string? PublishersFile { get; init; }

    /// <summary>The largest file that is fetched, in bytes. Default 1 GiB, several times the largest release.</summary>
    public long MaxBytes { get; init; } = 1L << 30;
}
