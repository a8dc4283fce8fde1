namespace CodingAhead.Cli;

/// <summary>Where official releases lie on this machine.</summary>
internal static class Releases
{
    /// <summary>
    /// The directory named by <c>--from</c>, else by <c>CODINGAHEAD_RELEASES</c>, else <c>releases</c> here or in the checkout, else, on a developer's
    /// machine, <c>../shared/releases</c> beside the checkout. Null when there is none; one that is named must exist.
    /// </summary>
    public static string? Find(Shell shell, string? named)
    {
        if (named is not null) return Existing(shell.Full(named), "--from");
        if (shell.Variable("CODINGAHEAD_RELEASES") is { } variable) return Existing(shell.Full(variable), "CODINGAHEAD_RELEASES");
        string?[] candidates =
        [
            shell.Full("releases"),
            shell.Repository is { } root ? Path.Combine(root, "releases") : null,
            shell.Repository is { } beside ? Path.GetFullPath(Path.Combine(beside, "..", "shared", "releases")) : null,
        ];
        return candidates.FirstOrDefault(c => c is not null && Directory.Exists(c) && Directory.EnumerateFiles(c, "*", SearchOption.AllDirectories).Any());
    }

    /// <summary>Where <c>book pull</c> puts releases when it is not told: where <see cref="Find"/> will look for them.</summary>
    public static string PullDirectory(Shell shell, string? named) =>
        shell.Full(named ?? shell.Variable("CODINGAHEAD_RELEASES") ?? (shell.Repository is { } root ? Path.Combine(root, "releases") : "releases"));

    private static string Existing(string path, string by) =>
        Directory.Exists(path) ? path : throw new UserException(ExitCode.Usage, $"The directory {path}, named by {by}, does not exist.");
}
