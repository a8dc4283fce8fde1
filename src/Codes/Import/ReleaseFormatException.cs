namespace CodingAhead.Codes.Import;

/// <summary>
/// A release file that does not keep to its official layout. The message names the place and what was expected there;
/// the release it belongs to is left out of the book whole.
/// </summary>
public sealed class ReleaseFormatException(string file, int line, string found, string expected)
    : Exception(line > 0 ? $"{file}, line {line}: {found}; expected {expected}" : $"{file}: {found}; expected {expected}")
{
    /// <summary>The file as in <see cref="ReleaseFile.Path"/>.</summary>
    public string File { get; } = file;

    /// <summary>One-based line, row or record number; 0 when the file as a whole is meant.</summary>
    public int Line { get; } = line;

    /// <summary>What the layout asks for at that place.</summary>
    public string Expected { get; } = expected;
}
