using System.IO.Compression;
using System.Text;
using CodingAhead.Text.Redact;

namespace CodingAhead.Cli;

/// <summary>
/// A text that is read more than once: a file is opened again, standard input is kept compressed in memory, since a patient's text must not touch the disk.
/// A text of ordinary length is simply there.
/// </summary>
internal sealed class HeldText
{
    private const int Ordinary = 1 << 18;

    private readonly string? path;
    private readonly MemoryStream? packed;

    private HeldText(string? whole, string begin, string? path, MemoryStream? packed) => (Whole, Begin, this.path, this.packed) = (whole, begin, path, packed);

    /// <summary>All of it, when it is of ordinary length.</summary>
    public string? Whole { get; }

    /// <summary>What it begins with.</summary>
    public string Begin { get; }

    /// <summary>Reads the begin of a file, or all of standard input.</summary>
    public static async Task<HeldText> ReadAsync(Shell shell, string file, CancellationToken cancel)
    {
        using var reader = JsonLines.Open(shell, file);
        var buffer = new char[Ordinary];
        var read = await reader.ReadBlockAsync(buffer, cancel);
        var begin = new string(buffer, 0, read);
        if (read < buffer.Length || reader.Peek() < 0) return new HeldText(begin, begin, null, null);
        if (file != "-") return new HeldText(null, begin, shell.Full(file), null);
        var packed = new MemoryStream();
        await using (var writer = new StreamWriter(new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false)))
        {
            while (read > 0)
            {
                await writer.WriteAsync(buffer.AsMemory(0, read), cancel);
                read = await reader.ReadBlockAsync(buffer, cancel);
            }
        }

        return new HeldText(null, begin, null, packed);
    }

    /// <summary>Opens it from the begin.</summary>
    public TextReader Open()
    {
        if (Whole is not null) return new StringReader(Whole);
        if (path is not null) return new StreamReader(path);
        packed!.Position = 0;
        return new StreamReader(new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true));
    }

    /// <summary>All of it as one text. What could not be decoded is refused by name: a byte that is no UTF-8 may hide half of a value.</summary>
    /// <exception cref="RedactionException">Not valid UTF-8.</exception>
    public string ReadToEnd()
    {
        using var reader = Open();
        var text = Whole ?? reader.ReadToEnd();
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? throw new RedactionException("The input is not valid UTF-8.") : text;
    }
}
