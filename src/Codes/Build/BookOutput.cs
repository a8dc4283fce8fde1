namespace CodingAhead.Codes.Build;

/// <summary>
/// The place a book is written to: a lock beside it so that two builds cannot meet, and a temporary file that becomes the book by one rename.
/// What a killed build left behind is removed by the next one.
/// </summary>
internal sealed class BookOutput : IDisposable
{
    private readonly FileStream gate;
    private bool finished;

    private BookOutput(string path, FileStream gate)
    {
        Path = path;
        this.gate = gate;
        Temporary = $"{path}.tmp";
        File.Delete(Temporary);
    }

    public string Path { get; }

    public string Temporary { get; }

    public static BookOutput Claim(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(folder);
        try
        {
            return new BookOutput(full, new FileStream(full + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new IOException($"another build is writing {full}; wait until it ends, or give another --out", e);
        }
    }

    /// <summary>Makes the temporary file the book, at once for every reader.</summary>
    public void Finish()
    {
        File.Move(Temporary, Path, overwrite: true);
        finished = true;
    }

    public void Dispose()
    {
        if (!finished) File.Delete(Temporary);
        gate.Dispose();
    }
}
