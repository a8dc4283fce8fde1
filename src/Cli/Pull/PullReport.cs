namespace CodingAhead.Cli.Pull;

/// <summary>What became of one entry of the publishers file.</summary>
public enum PullOutcome
{
    /// <summary>Fetched, checked and in place.</summary>
    Downloaded,

    /// <summary>The file that is there is the one the publisher offers.</summary>
    UpToDate,

    /// <summary>The user has not accepted the licence class; nothing was fetched.</summary>
    NeedsLicence,

    /// <summary>The publisher answers, but has no such page, link or file.</summary>
    NotFound,

    /// <summary>Anything else; the message says what and what to do.</summary>
    Failed,
}

/// <summary>The result for one entry.</summary>
/// <param name="Id">The entry's id in the publishers file.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">One sentence for the user; empty when there is nothing to say.</param>
/// <param name="Path">The file on disk, when there is one.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record PullEntry(string Id, PullOutcome Outcome, string Message = "", string? Path = null, long Bytes = 0, string? Sha256 = null)
{
    /// <summary>False when every try ended before any server answered.</summary>
    internal bool Reached { get; init; } = true;

    /// <summary>True when this outcome makes the pull as a whole fail.</summary>
    public bool IsFailure { get; internal init; }
}

/// <summary>The results of a pull, in the order of the publishers file.</summary>
public sealed record PullReport(IReadOnlyList<PullEntry> Entries)
{
    /// <summary>0: all well. 1: some entries failed. 3: there were failures and no server could be reached at all.</summary>
    public int ExitCode
    {
        get
        {
            if (!Entries.Any(entry => entry.IsFailure))
            {
                return 0;
            }

            var tried = Entries.Where(entry => entry.Outcome != PullOutcome.NeedsLicence).ToList();
            return tried.Count > 0 && tried.TrueForAll(entry => !entry.Reached) ? 3 : 1;
        }
    }
}

/// <summary>Where an entry stands.</summary>
public enum PullStage
{
    /// <summary>Reading the publisher's page for the link.</summary>
    Looking,

    /// <summary>Bytes are coming in.</summary>
    Downloading,

    /// <summary>Pausing before another try; the message says why.</summary>
    Waiting,

    /// <summary>The entry has its outcome.</summary>
    Done,
}

/// <summary>One step of one entry, for a progress display. Bytes count from the start of the file, also after a resume.</summary>
public readonly record struct PullProgress(string Id, PullStage Stage, string? File = null, long Bytes = 0, long? Total = null, string? Message = null);
